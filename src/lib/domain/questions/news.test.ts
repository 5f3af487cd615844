import { describe, expect, it } from 'vitest';
import { newsOf } from './news.ts';
import { device, hours, mapleAs, NOW, session, wish } from '../testing/maple.ts';
import type { ItemEvent, Item } from '../item.ts';
import type { Pledge, View } from '../view.ts';

const told = (view: Partial<View>) =>
	newsOf(mapleAs('robin', view), NOW).map(({ kind, id, person_id }) => `${kind} ${id} ${person_id ?? '-'}`);
const items = (...all: Partial<Item>[]) => told({ items: all.map((one) => wish(one)) });
const by = (id: string, person_id: string, at: number) => ({ id, person_id, at: hours(at) });
const answered = (id: string, at: number): Partial<Item> => ({
	...{ id, answered_at: hours(at), closed_at: hours(at) },
	events: [
		{
			...{ ...by(`answer of ${id}`, 'jo', at), kind: 'answered', answer: 'no', because: 'x' },
			...{ will_happen: null, by_day: null, asked_whom: null, asked_on: null }
		}
	]
});

it('nothing came back where nothing happened', () => {
	expect(items({ events: [{ ...by('opened', 'sam', -1), kind: 'opened' }] })).toEqual([]);
});

describe('answers', () => {
	it('come first, the newest of them first', () => {
		expect(items(answered('first', -9), answered('second', -1))).toEqual([
			...['answered answer of second jo', 'answered answer of first jo']
		]);
	});

	it('that this app cannot draw, and those to what was taken back or is of another child, are none', () => {
		expect(items({ answered_at: hours(-1) })).toEqual([]);
		expect(items({ ...answered('back', -1), taken_back_at: hours(-0.5) })).toEqual([]);
		expect(items({ ...answered('kai’s', -1), child_id: 'kai', author_id: 'kai' })).toEqual([]);
	});
});

it('a device that I have not said whose it is stays', () => {
	const devices = [device('phone', 'robin', { approved_at: null, invited_by: 'sam', made_at: hours(-9999) })];
	expect(told({ devices })).toEqual(['device phone sam']);
});

it('a version of how we meet waits for my yes', () => {
	const parts = { how_often: 'x', where_we_meet: 'x', how_to_stop: 'x', notes_kept: 'x' };
	const offered = { id: 'how', child_id: 'robin', made_by: 'sam', made_at: hours(-9), agreed: [], ...parts };
	expect(told({ agreements: [offered] })).toEqual(['agreement how sam']);
	expect(told({ agreements: [{ ...offered, agreed: [{ person_id: 'robin', at: hours(-1) }] }] })).toEqual([]);
});

it('somebody new may read it, or should get it too, when I say so', () => {
	const cover = { person_id: 'lou', why: 'cover' as const, words: false, from_at: hours(-2), until: null };
	const away = [
		{ id: 'leave', worker_id: 'sam', cover_id: 'lou', from_at: hours(-2), until: hours(9), refused_by: [] }
	];
	const readers = [...wish().readers, cover];
	expect(told({ away, items: [wish({ id: 'new', sent_at: hours(-5), asked_at: hours(-5), readers })] })).toEqual([
		'let_in new lou lou'
	]);
	const [sam, lou] = (['sam', 'lou'] as const).map((worker_id) => ({
		...{ id: `with ${worker_id}`, child_id: 'robin', worker_id, place: 1 as const, because: null },
		...{ from_at: hours(worker_id === 'sam' ? -99 : -3), until: worker_id === 'sam' ? hours(-3) : null }
	}));
	const sent = wish({ id: 'old', sent_at: hours(-9), asked_at: hours(-9) });
	expect(told({ away: [], key_workers: [sam!, lou!], items: [sent] })).toEqual([
		...['new_worker old too lou lou', 'worker_changed with sam lou']
	]);
});

it('a key worker who left nobody behind is told by their own face', () => {
	const gone = { id: 'with sam', child_id: 'robin', worker_id: 'sam', place: 1 as const, because: null };
	expect(told({ key_workers: [{ ...gone, from_at: hours(-99), until: hours(-3) }] })).toEqual([
		'worker_changed with sam sam'
	]);
});

describe('a complaint', () => {
	const handled: ItemEvent = { ...by('deals', 'pat', -3), kind: 'handled', by_day: '2026-12-09' };

	it('is dealt with: by whom, until it is answered', () => {
		expect(items({ kind: 'complaint', events: [handled] })).toEqual(['handled deals pat']);
		expect(items({ kind: 'complaint', events: [handled], closed_at: hours(-1) })).toEqual([]);
	});

	it('that was not answered in time went on', () => {
		const pat = { person_id: 'pat', why: 'handed_on' as const, words: true, from_at: hours(-2), until: null };
		const sent = { sent_at: hours(-200), asked_at: hours(-200) };
		expect(items({ ...sent, readers: [...wish().readers, pat] })).toMatchObject([expect.stringMatching(/^late wish /)]);
	});
});

it('a time that was moved or called off is news while it is still to come', () => {
	const plan = { starts_at: hours(53), place: 'x', how: 'talk' as const, purpose: 'x' };
	const changed = { ...by('moved', 'jo', -2), kind: 'changed' as const, ...plan };
	const off = { ...by('off', 'jo', -1), kind: 'cancelled' as const, because: 'x' };
	expect(told({ sessions: [session({ events: [changed] })] })).toEqual(['session_changed moved jo']);
	expect(told({ sessions: [session({ events: [changed, off] })] })).toEqual(['session_cancelled off jo']);
	expect(told({ sessions: [session({ events: [changed], starts_at: hours(-1) })] })).toEqual([]);
	expect(told({ sessions: [session({ events: [changed], child_id: 'kai' })] })).toEqual([]);
	expect(told({ sessions: [session()] })).toEqual([]);
});

it('what was written of our last time is news until I have said how it was', () => {
	const wrote = { ...by('wrote', 'jo', -2), kind: 'recorded' as const, talked: 'x', came: 'x', went: 'x', good: 'x' };
	const last = session({ state: 'recorded', starts_at: hours(-3), events: [wrote] });
	const tapped = { ...by('taps', 'robin', -1), kind: 'tapped' as const, mine: 'yes' as const, ended: 'good' as const };
	expect(told({ sessions: [last] })).toEqual(['recorded wrote jo']);
	expect(told({ sessions: [{ ...last, events: [wrote, tapped] }] })).toEqual([]);
	expect(told({ sessions: [{ ...last, events: [] }] })).toEqual([]);
});

it('a promise that an adult did not keep, or that is late, is news for two weeks, with the newest first', () => {
	const promised = (id: string, at: number | null, more: Partial<Pledge> = {}): Pledge => ({
		...{ id, child_id: 'robin', session_id: null, owner_id: 'sam', made_by: 'sam', words: 'x', due: '2026-12-01' },
		...{
			made_at: hours(-99),
			ended_at: at === null ? null : hours(at),
			kept: at === null ? null : false,
			because: 'x'
		},
		...more
	});
	const promises = [
		...[promised('first', -19), promised('last', -1), promised('open', null), promised('long ago', -24 * 14)],
		...[promised('kai’s', -1, { child_id: 'kai' }), promised('mine', -1, { owner_id: 'robin' })],
		...[promised('kept', -1, { kept: true }), promised('due', null, { due: '2026-11-30' })]
	];
	expect(told({ promises })).toEqual([
		...['promise_broken last sam', 'promise_late due late sam', 'promise_broken first sam']
	]);
});
