import { describe, expect, it } from 'vitest';
import { formerKeyWorkers, newKeyWorkersFor } from '../questions/people/key-workers.ts';
import { after, hours, mapleAs, NOW, refusal, wish } from '../testing/maple.ts';
import type { Item } from '../item.ts';
import type { View } from '../view.ts';

const on = { id: 'event', item: 'wish' };
const opened = { id: 'o', kind: 'opened', person_id: 'sam', at: hours(-0.5) } as const;

/** Robin sent something to Sam. Since then Lou is key worker in Sam's place. */
function changed(item: Partial<Item> = {}, me = 'robin'): View {
	const view = mapleAs(me, { away: [], items: [wish(item)] });
	const key_workers = view.key_workers.map((one) =>
		one.id === 'robin with sam' ? { ...one, until: hours(-0.1) } : one
	);
	const lou = { id: 'robin with lou', child_id: 'robin', worker_id: 'lou', place: 1 as const, because: null };
	return { ...view, key_workers: [...key_workers, { ...lou, from_at: hours(-0.1), until: null }] };
}

describe('another key worker', () => {
	it('is one of whom the child is asked, for what went to the one before', () => {
		expect(formerKeyWorkers(changed(), wish(), NOW)).toEqual(['sam']);
		expect(newKeyWorkersFor(changed(), wish(), NOW)).toEqual(['lou']); // Jo was a key worker then, and was not picked
	});

	it('is not asked about where nothing changed, or they were left out, or it is over', () => {
		expect(newKeyWorkersFor(mapleAs('robin'), wish(), NOW)).toEqual([]);
		expect(newKeyWorkersFor(changed(), wish({ left_out: ['lou', 'jo'] }), NOW)).toEqual([]);
		expect(newKeyWorkersFor(changed(), wish({ closed_at: NOW, answered_at: NOW }), NOW)).toEqual([]);
		expect(newKeyWorkersFor(changed({}, 'sam'), wish(), NOW)).toEqual([]);
	});

	it('gets it when the child says so, and the other keeps it', () => {
		const [item] = after(changed(), 'give_too', { ...on, whom: 'lou' }).items;
		expect(item).toMatchObject({ picked: ['lou', 'sam'], shown: ['jo', 'lou', 'pat', 'sam'] });
		expect(item?.readers.map(({ person_id, why }) => `${person_id} ${why}`)).toEqual(['lou picked', 'sam picked']);
		expect(item?.events.at(-1)).toMatchObject({ kind: 'given', whom: 'lou' });
	});

	it('is picked as a key worker; whoever was picked before stays what they were then', () => {
		const give = (item: Partial<Item>, whom: string) =>
			after(changed(item), 'give_too', { ...on, whom }).items[0]?.as_key_worker;
		expect(give({}, 'lou')).toEqual(['lou', 'sam']);
		expect(give({}, 'pat')).toEqual(['sam']);
		expect(give({ as_key_worker: [] }, 'lou')).toEqual(['lou']);
	});

	it('gets nothing that was picked for them, leaves them out, is about them or is closed', () => {
		const refused = (item: Partial<Item>, whom = 'lou') => refusal(changed(item), 'give_too', { ...on, whom });
		expect(refused({}, 'sam')).toBe('item_not_given');
		expect(refused({ left_out: ['lou'] })).toBe('item_not_given');
		expect(refused({ kind: 'complaint', about_id: 'lou' })).toBe('item_not_given');
		expect(refused({ closed_at: NOW })).toBe('item_not_given');
		expect(refused({ author_id: 'jo' })).toBe('not_yours');
		expect(refused({}, 'kai')).toBe('item_not_given');
	});
});

describe('taking it from one of them', () => {
	const both = { picked: ['lou', 'sam'] };
	const take = (item: Partial<Item>, whom = 'sam') => refusal(changed(item), 'take_from', { ...on, whom });

	it('leaves them out, and the other has it', () => {
		const [item] = after(changed(both), 'take_from', { ...on, whom: 'sam' }).items;
		expect(item).toMatchObject({ picked: ['lou'], left_out: ['sam'], as_key_worker: [] });
		expect(item?.readers.map(({ person_id, why }) => `${person_id} ${why}`)).toEqual(['lou picked']);
	});

	it('is only before they have opened it', () => {
		expect(take(both)).toBe(null);
		expect(take({ ...both, events: [opened], opened_at: opened.at })).toBe('item_not_taken_from');
	});

	it('is not from the only one, nor from somebody who was not picked, nor by somebody else', () => {
		expect(take({})).toBe('item_not_taken_from');
		expect(take(both, 'jo')).toBe('item_not_taken_from');
		expect(take({ ...both, author_id: 'jo' })).toBe('not_yours');
	});
});
