import { describe, expect, it } from 'vitest';
import { after, hours, mapleAs, NOW, refusal, topic, wish } from '../testing/maple.ts';
import type { Item, Reader } from '../item.ts';

const on = { id: 'event', item: 'wish' };
const robinWith = (...items: Item[]) => mapleAs('robin', { items });
const reader = (person_id: string, why: Reader['why'], more: Partial<Reader> = {}): Reader => ({
	...{ person_id, why, words: true, from_at: hours(-1), until: null },
	...more
});
const answered = { answered_at: hours(-0.5), closed_at: hours(-0.5), opened_at: hours(-0.6) };

describe('a topic', () => {
	const change = { id: 'event', item: 'topic', symbol: 'bird', words: 'Swimming' };

	it('is changed, and what stood there stays with it', () => {
		const [item] = after(robinWith(topic()), 'change_topic', change).items;
		expect(item).toMatchObject({ words: 'Swimming', symbol: 'bird' });
		expect(item?.events).toEqual([
			{ id: 'event', person_id: 'robin', at: NOW, kind: 'changed', words: 'Football', symbol: null }
		]);
	});

	it('is changed by its child only, while it is open, and says something', () => {
		const why = (more: Partial<typeof change>, item = topic(), me = 'robin') =>
			refusal(mapleAs(me, { items: [item] }), 'change_topic', { ...change, ...more });
		expect(why({ item: 'other' })).toBe('not_yours');
		expect(why({}, topic({ closed_at: NOW }))).toBe('item_not_changed');
		expect(why({ item: 'wish' }, wish())).toBe('item_not_changed');
		expect(why({ symbol: '??' })).toBe('bad_symbol');
		expect(refusal(robinWith(topic()), 'change_topic', { ...change, symbol: null, words: '' })).toBe('nothing_said');
		const drawn = robinWith(topic({ picture: 'a'.repeat(64) }));
		expect(refusal(drawn, 'change_topic', { ...change, symbol: null, words: '' })).toBeNull();
		const aloud = robinWith(topic({ recording: 'a'.repeat(64) }));
		expect(refusal(aloud, 'change_topic', { ...change, symbol: null, words: '' })).toBeNull();
		expect(why({ words: 'x'.repeat(5001) })).toBe('too_long');
		expect(why({}, topic(), 'sam')).toBe('not_yours');
	});

	it('is put where the child wants it', () => {
		const items = [
			topic({ id: 'a' }),
			topic({ id: 'b', place: 2 }),
			wish(),
			topic({ id: 'k', child_id: 'kai', place: 5 })
		];
		const view = after(robinWith(...items), 'order_topics', { items: ['b', 'a', 'k', 'wish'] });
		expect(view.items.map(({ id, place }) => [id, place])).toEqual([
			...[
				['a', 2],
				['b', 1],
				['wish', null],
				['k', 5]
			]
		]);
		expect(refusal(robinWith(wish()), 'order_topics', { items: ['wish'] })).toBe('no_such_topics');
	});
});

describe('taking back', () => {
	it('leaves it with whoever had opened it, and marked', () => {
		const opened = { id: 'o', kind: 'opened', person_id: 'jo', at: hours(-0.9) } as const;
		const readers = [reader('sam', 'picked'), reader('jo', 'cover'), reader('lou', 'raised')];
		const item = topic({ readers, events: [opened], opened_at: hours(-0.9) });
		const [taken] = after(robinWith(item), 'take_back', { id: 'event', item: 'topic' }).items;
		expect(taken).toMatchObject({ taken_back_at: NOW, closed_at: NOW, place: null });
		expect(taken?.readers.map(({ person_id }) => person_id)).toEqual(['jo', 'lou']);
		expect(taken?.events.at(-1)).toMatchObject({ kind: 'taken_back', person_id: 'robin', at: NOW });
	});

	it('of what has an answer does not change when that was', () => {
		const [taken] = after(robinWith(wish(answered)), 'take_back', on).items;
		expect(taken?.closed_at).toBe(answered.closed_at);
	});

	it('of a note leaves it with whoever wrote it', () => {
		const note = wish({ kind: 'note', author_id: 'sam', readers: [reader('sam', 'author'), reader('jo', 'picked')] });
		const [taken] = after(mapleAs('sam', { items: [note] }), 'take_back', on).items;
		expect(taken?.readers.map(({ person_id }) => person_id)).toEqual(['sam']);
	});

	it('is done once, and by whoever said it', () => {
		expect(refusal(robinWith(wish({ taken_back_at: NOW })), 'take_back', on)).toBe('item_not_taken_back');
		expect(refusal(mapleAs('sam', { items: [wish()] }), 'take_back', on)).toBe('not_yours');
		const seen = { id: 'event', kind: 'opened', person_id: 'sam', at: NOW } as const;
		expect(refusal(robinWith(wish({ events: [seen] })), 'take_back', on)).toBe('already_there');
	});
});

describe('letting somebody in', () => {
	it('gives them the words, and only them', () => {
		const readers = [reader('lou', 'handed_on', { words: false }), reader('pat', 'handed_on', { words: false })];
		const [item] = after(robinWith(wish({ readers })), 'let_in', { ...on, whom: 'lou' }).items;
		expect(item?.readers.map(({ words }) => words)).toEqual([true, false]);
		expect(item?.shown).toEqual(['jo', 'lou', 'pat', 'sam']);
		expect(item?.events.at(-1)).toMatchObject({ kind: 'let_in', whom: 'lou' });
	});

	it('moves no words that were not to move', () => {
		const readers = [reader('lou', 'handed_on', { words: false })];
		const still = wish({ readers, may_move: false, shown: null });
		expect(after(robinWith(still), 'let_in', { ...on, whom: 'lou' }).items[0]?.readers).toEqual(readers);
	});

	it('is for somebody who works here', () => {
		expect(refusal(robinWith(wish()), 'let_in', { ...on, whom: 'kai' })).toBe('item_not_let_in');
	});
});

describe('an answer', () => {
	it('helped, or not', () => {
		const view = after(robinWith(wish(answered)), 'say_if_it_helped', { ...on, helped: 'a_bit' });
		expect(view.items[0]?.events.at(-1)).toMatchObject({ kind: 'helped', helped: 'a_bit' });
		expect(refusal(robinWith(wish()), 'say_if_it_helped', { ...on, helped: 'yes' })).toBe('item_not_helped');
	});

	it('that was not what the child meant opens it again, for all who could read it by then', () => {
		const readers = [reader('sam', 'picked'), reader('jo', 'handed_on'), reader('lou', 'handed_on', { words: false })];
		const later = reader('pat', 'handed_on', { from_at: hours(9) });
		const item = wish({ ...answered, planned_in: 'session', readers: [...readers, later] });
		const [again] = after(robinWith(item), 'reopen', { ...on, words: 'I meant Tuesday' }).items;
		expect(again).toMatchObject({
			...{ asked_at: NOW, answered_at: null, opened_at: null, closed_at: null, planned_in: null, place: null },
			picked: ['jo', 'sam']
		});
		expect(again?.events.at(-1)).toMatchObject({ kind: 'reopened', words: 'I meant Tuesday' });
		expect(again?.readers.map(({ person_id, why }) => `${person_id} ${why}`)).toContain('pat handed_on');
		expect(again?.readers.find(({ person_id, why }) => person_id === 'pat' && why === 'handed_on')?.from_at).toBe(
			hours(24)
		);
	});

	it('to a topic brings it back to the end of the list', () => {
		const items = [topic({ ...answered, place: null, picked: null }), topic({ id: 'b', place: 3 })];
		const view = after(robinWith(...items), 'reopen', { id: 'event', item: 'topic', words: null });
		expect(view.items[0]?.place).toBe(4);
	});

	it('is needed before it can be asked again', () => {
		expect(refusal(robinWith(wish()), 'reopen', { ...on, words: null })).toBe('item_not_reopened');
		const taken = wish({ ...answered, taken_back_at: NOW });
		expect(refusal(robinWith(taken), 'reopen', { ...on, words: null })).toBe('item_not_reopened');
		expect(refusal(robinWith(wish(answered)), 'reopen', { ...on, words: 'x'.repeat(5001) })).toBe('too_many_words');
	});
});
