import { describe, expect, it } from 'vitest';
import { hours, mapleAs } from '$lib/domain/testing/maple';
import { awayDuring } from './together';

describe('whoever says that they are away', () => {
	const during = (from: number, until: number) =>
		awayDuring(mapleAs('jo'), { from_at: hours(from), until: hours(until) }).map(({ id }) => id);

	it('is told of those who are away in that time, too: Sam is, until Thursday', () => {
		expect(during(0, 24)).toEqual(['leave']);
		expect(during(47, 99)).toEqual(['leave']);
		expect(during(-99, 99)).toEqual(['leave']);
	});

	it('but not of those who are back by then, or have not gone yet', () => {
		expect(during(48, 99)).toEqual([]);
		expect(during(-99, -24)).toEqual([]);
	});
});
