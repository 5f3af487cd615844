import { beforeEach, expect, it } from 'vitest';
import { FirstTap } from './first-tap.ts';

let first: FirstTap<string>;
beforeEach(() => {
	first = new FirstTap();
});

it('the first tap says it, the second does it, and the third says what it is then', () => {
	expect(first.tap('School', 1)).toBe('hear');
	expect(first.tap('School', 1)).toBe('act');
	first.settle();
	expect(first.tap('School', 1)).toBe('hear');
});

it('a tap elsewhere moves the hearing', () => {
	expect(['School', 'Food', 'School', 'School'].map((thing) => first.tap(thing, 1))).toEqual([
		...['hear', 'hear', 'hear', 'act']
	]);
});

it('a hand that shakes does nothing by it', () => {
	expect([1, 2, 3].map((count) => first.tap('School', count))).toEqual(['hear', 'still', 'still']);
	expect(first.tap('School', 1)).toBe('act');
});

it('what one tap hands on is the same tap', () => {
	first.tap('Jo', 1);
	expect([first.tap('Jo', 1), first.tap('Jo', 1)]).toEqual(['act', 'act']);
});

it('nothing of the last page is known on the next', () => {
	first.tap('School', 1);
	first.forget();
	expect(first.tap('School', 1)).toBe('hear');
});
