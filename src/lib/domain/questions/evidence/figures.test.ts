import { expect, it } from 'vitest';
import { evidence } from '../../testing/evidence.ts';
import { askedOverTime, inTime, promisesDue, sumOf } from './figures.ts';

const months = (...names: string[]) => ({
	asking: { months: names.map((month) => ({ month, asked: 3, answered: 2 })), late: 0 }
});

it('what was asked stands month by month, with what is open', () => {
	expect(askedOverTime(evidence()).map(({ from, to, open }) => [from, to, open])).toEqual([
		['2026-03', '2026-03', 0],
		['2026-04', '2026-04', 1],
		['2026-05', '2026-05', 2]
	]);
	expect(sumOf(evidence().asking.months)).toEqual({ asked: 41, answered: 38, open: 3 });
});

it('more than six months stand as quarters of the year, and the sums are the same', () => {
	const year = evidence(
		months('2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07')
	);
	expect(askedOverTime(year)).toEqual([
		{ from: '2025-11', to: '2025-12', asked: 6, answered: 4, open: 2 },
		{ from: '2026-01', to: '2026-03', asked: 9, answered: 6, open: 3 },
		{ from: '2026-04', to: '2026-06', asked: 9, answered: 6, open: 3 },
		{ from: '2026-07', to: '2026-07', asked: 3, answered: 2, open: 1 }
	]);
	expect(sumOf(askedOverTime(year))).toEqual(sumOf(year.asking.months));
	expect(
		askedOverTime(evidence(months('2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06')))
	).toHaveLength(6);
});

it('answers are in time or late; promises of the period are all that have their day in it', () => {
	expect(inTime(evidence())).toBe(32);
	expect(promisesDue(evidence())).toBe(33);
});
