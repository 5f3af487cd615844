import { describe, expect, it } from 'vitest';
import { hours, mapleHouse, NOW, opened, wish } from '../../../../../tests/support/maple-house.ts';
import type { Item, Reader } from '../../item.ts';
import { answerOf } from './answers.ts';
import { canRead, seenBy, strangersOf } from './item-readers.ts';
import { lateMove, stepsOf } from './story-steps.ts';

const reader = (person_id: string, change: Partial<Reader> = {}): Reader => ({
	person_id,
	why: 'picked',
	words: true,
	from_at: hours(-240),
	until: null,
	...change
});
const next = (person_id: string, from_at: string, words = false) =>
	reader(person_id, { why: 'handed_on', words, from_at });
const told = (item: Item) => stepsOf(mapleHouse(), item, NOW).map(({ kind }) => kind);
const moved = (item: Item) => stepsOf(mapleHouse(), item, NOW).filter(({ kind }) => kind === 'moved');

const withoutSam = mapleHouse({
	people: mapleHouse().people.map((one) => (['sam', 'jo'].includes(one.id) ? { ...one, at_work: false } : one))
});

describe('the story of a wish', () => {
	it('begins with sent, and ends with who comes next', () => {
		const item = wish({ readers: [reader('sam'), next('morgan', hours(30)), next('pat', hours(10))] });
		expect(told(item)).toEqual(['sent', 'will_move']);
		expect(stepsOf(mapleHouse(), item, NOW).at(-1)).toMatchObject({ ids: ['pat'], at: hours(10), words: false });
	});

	it('says who came next at the same moment in one sentence', () => {
		const item = wish({ readers: [next('pat', hours(-10)), next('alex', hours(-10))] });
		expect(moved(item)).toMatchObject([{ ids: ['pat', 'alex'] }]);
	});

	it('never says that words stayed behind of somebody who reads them anyway, as a cover', () => {
		const cover = reader('jo', { why: 'cover', from_at: hours(-48), until: hours(48) });
		expect(moved(wish({ readers: [cover, next('jo', hours(-10))] }))).toMatchObject([{ ids: ['jo'], words: true }]);
		const gone = { ...cover, until: hours(-20) };
		expect(moved(wish({ readers: [gone, next('jo', hours(-10))] }))).toMatchObject([{ ids: ['jo'], words: false }]);
	});

	it('never says that two can read it where one of them cannot', () => {
		const item = wish({ readers: [next('pat', hours(-10), true), next('alex', hours(-10))] });
		expect(moved(item)).toMatchObject([
			{ ids: ['pat'], words: true },
			{ ids: ['alex'], words: false }
		]);
		const ahead = wish({ readers: [next('pat', hours(10), true), next('alex', hours(10)), next('morgan', hours(20))] });
		expect(told(ahead)).toEqual(['sent', 'will_move', 'will_move']);
	});

	it('tells that it went on until somebody has opened it since, or it has an answer', () => {
		const late = (more: Partial<Item>) => lateMove(mapleHouse(), wish({ ...more }), NOW)?.ids ?? null;
		const readers = [next('pat', hours(-72))];
		expect(late({ readers, events: [opened('sam', hours(-200))] })).toEqual(['pat']);
		expect(late({ readers, events: [opened('sam', hours(-200)), opened('pat', hours(-10))] })).toBeNull();
		expect(late({ readers, closed_at: NOW, answered_at: NOW })).toBeNull();
		expect(late({ readers: [next('pat', hours(10))] })).toBeNull();
	});

	it('tells apart why it went on: nobody opened it, nobody answered, nobody is there', () => {
		expect(moved(wish({ readers: [next('pat', hours(-216))] }))).toMatchObject([{ why: 'unread' }]);
		const read = wish({ opened_at: hours(-230), readers: [next('pat', hours(-72))] });
		expect(moved(read)).toMatchObject([{ why: 'late' }]);
		const gone = (item: Item) => stepsOf(withoutSam, item, NOW).filter(({ kind }) => kind === 'moved');
		expect(moved(wish({ readers: [next('pat', hours(-239))] }))).toMatchObject([{ why: 'next' }]); // Sam is here
		expect(gone(wish({ readers: [next('pat', hours(-239))] }))).toMatchObject([{ why: 'gone' }]);
		const readThenGone = wish({ opened_at: hours(-230), readers: [next('pat', hours(-100))] });
		expect(gone(readThenGone)).toMatchObject([{ why: 'gone' }]);
	});

	it('says nothing of what would have come once it is answered', () => {
		const item = wish({ answered_at: NOW, closed_at: NOW, readers: [next('pat', hours(10))] });
		expect(told(item)).toEqual(['sent']);
	});

	it('names who covers only where that is news', () => {
		const cover = (id: string, words = true) => reader(id, { why: 'cover', from_at: hours(-48), words });
		expect(told(wish({ readers: [cover('alex')] }))).toContain('covered');
		expect(told(wish({ readers: [cover('jo')] }))).not.toContain('covered'); // Jo was picked
		expect(told(wish({ readers: [cover('alex', false)] }))).not.toContain('covered'); // the child is asked instead
	});

	it('stands in order of time', () => {
		const item = wish({
			readers: [next('pat', hours(-100))],
			events: [opened('sam', hours(-50)), opened('jo', hours(-200))]
		});
		expect(told(item)).toEqual(['sent', 'opened', 'moved', 'opened']);
	});

	it('gives every knot a name of its own', () => {
		const item = wish({
			readers: [next('pat', hours(-100)), reader('alex', { why: 'cover', from_at: hours(-100) })],
			events: [opened('sam', hours(-50))]
		});
		const ids = stepsOf(mapleHouse(), item, NOW).map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('somebody new', () => {
	it('who covers and was not shown waits for my yes', () => {
		const item = wish({
			shown: ['sam'],
			picked: ['sam'],
			readers: [
				reader('sam'),
				reader('jo', { why: 'cover', words: false, from_at: hours(-48), until: '2026-06-18T07:00:00.000Z' })
			]
		});
		expect(strangersOf(mapleHouse(), item, NOW).map(({ person_id }) => person_id)).toEqual(['jo']);
	});
	it('who comes next gets no words that were not to move, so nothing is asked', () => {
		const item = wish({ shown: ['sam'], readers: [next('pat', hours(-10))] });
		expect(strangersOf(mapleHouse(), item, NOW)).toEqual([]);
	});
	it('who reads it anyway is not asked about', () => {
		const item = wish({ may_move: true, shown: [], readers: [reader('jo'), next('jo', hours(-10))] });
		expect(strangersOf(mapleHouse(), item, NOW)).toEqual([]);
	});
});

it('who opened it counts anew since it was asked again', () => {
	const events = [opened('sam', hours(-200)), opened('jo', hours(-20)), opened('jo', hours(-10))];
	expect(seenBy(wish({ events }))).toEqual(['sam', 'jo']);
	expect(seenBy(wish({ events, asked_at: hours(-24) }))).toEqual(['jo']);
});

it('who can read it now is neither who only knows that it waits, nor who will, nor who could', () => {
	const readers = [
		reader('sam'),
		next('pat', hours(-1)),
		reader('jo', { from_at: hours(1) }),
		reader('alex', { until: hours(-1) })
	];
	expect(canRead(wish({ readers }), NOW)).toEqual(['sam']);
});

it('the newest answer is the one that counts', () => {
	const answered = (id: string, at: string) =>
		({
			id,
			person_id: 'jo',
			at,
			kind: 'answered',
			answer: 'no',
			because: 'x',
			will_happen: null,
			by_day: null,
			asked_whom: null,
			asked_on: null
		}) as const;
	expect(answerOf(wish())).toBeNull();
	expect(answerOf(wish({ events: [answered('1', hours(-5)), answered('2', hours(-1))] }))?.id).toBe('2');
});

it('somebody who does not see who was picked is not told that they are gone, nor of clocks that there are not', () => {
	const item = wish({ unread_hours: null, answer_hours: null, picked: null, readers: [next('pat', hours(-10))] });
	expect(moved(item)).toMatchObject([{ why: 'gone' }]);
});
