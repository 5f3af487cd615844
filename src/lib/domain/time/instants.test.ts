import { describe, expect, it } from 'vitest';
import { compare, instant, isAt, timeOf } from './instants.ts';
import { hours, NOW } from '../testing/maple.ts';

describe('times', () => {
	it('without an end last for ever', () => {
		expect(instant(null)).toBe(Infinity);
		expect(timeOf(Infinity)).toBeNull();
		expect(timeOf(instant(NOW))).toBe(NOW);
	});

	it('begin with their first moment and end before their last', () => {
		expect(isAt({ from_at: NOW, until: hours(1) }, NOW)).toBe(true);
		expect(isAt({ from_at: hours(-1), until: NOW }, NOW)).toBe(false);
		expect(isAt({ from_at: hours(1), until: null }, NOW)).toBe(false);
	});

	it('sort by one value after the other', () => {
		expect(compare([1, 'b'], [1, 'a'])).toBe(1);
		expect(compare([1, 'a'], [1, 'b'])).toBe(-1);
		expect(compare([Infinity, 'a'], [Infinity, 'a'])).toBe(0);
	});
});
