import { expect, it } from 'vitest';
import { hours, mapleHouse, wish } from '../../../../../tests/support/maple-house.ts';
import type { Item } from '../../item.ts';
import { movedBy, onMyList, talkedAbout } from './topics.ts';

const topic = (id: string, change: Partial<Item> = {}): Item => wish({ id, kind: 'topic', ...change });
const view = mapleHouse({
	items: [
		topic('second', { place: 2 }),
		topic('first', { place: 1 }),
		topic('talked', { closed_at: hours(-30) }),
		topic('talked later', { closed_at: hours(-3) }),
		topic('off', { closed_at: hours(-2), taken_back_at: hours(-2) }),
		wish()
	]
});
const ids = (items: Item[]) => items.map(({ id }) => id);

it('my list stands in my order, without what was talked about or taken off', () => {
	expect(ids(onMyList(view))).toEqual(['first', 'second']);
});

it('what was talked about stands apart, the last first; what I took off is gone', () => {
	expect(ids(talkedAbout(view))).toEqual(['talked later', 'talked']);
});

it('one place up or down, and never past an end', () => {
	expect(movedBy(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
	expect(movedBy(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
	expect(movedBy(['a', 'b'], 'a', -1)).toBeNull();
	expect(movedBy(['a', 'b'], 'b', 1)).toBeNull();
	expect(movedBy(['a', 'b'], 'gone', 1)).toBeNull();
});

it('what has no place stands last, the oldest first; another child’s is not among it', () => {
	const items = [
		...[topic('b', { place: 2 }), topic('a', { place: 1 }), topic('late', { place: null, sent_at: hours(0) })],
		...[topic('unplaced', { place: null }), topic('done', { closed_at: hours(0) }), topic('k', { child_id: 'kai' })]
	];
	expect(onMyList(mapleHouse({ items })).map(({ id }) => id)).toEqual(['a', 'b', 'unplaced', 'late']);
});
