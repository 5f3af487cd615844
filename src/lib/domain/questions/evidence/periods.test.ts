import { expect, it } from 'vitest';
import { PERIODS, periodOf, periodProblem } from './periods.ts';

it('this quarter begins with its first month', () => {
	for (const [today, from] of [
		['2026-01-01', '2026-01-01'],
		['2026-03-31', '2026-01-01'],
		['2026-06-16', '2026-04-01'],
		['2026-12-01', '2026-10-01']
	] as const)
		expect(periodOf('quarter', today)).toEqual({ from, to: today });
});

it('half a year and a year end today, on the last day of a shorter month', () => {
	expect(periodOf('half', '2026-06-16').from).toBe('2025-12-16');
	expect(periodOf('half', '2026-08-31').from).toBe('2026-02-28');
	expect(periodOf('year', '2026-06-16').from).toBe('2025-06-16');
	expect(periodOf('year', '2028-02-29').from).toBe('2027-02-28');
});

it('each of them is a period that may be asked for', () => {
	for (const today of ['2026-01-01', '2028-02-29', '2028-12-31', '2026-08-31'])
		for (const name of PERIODS) if (name !== 'own') expect(periodProblem(periodOf(name, today), today)).toBeNull();
});

it('a chosen one has two days, in their order, not to come, and is a year at most', () => {
	const problem = (from: string, to: string) => periodProblem({ from, to }, '2026-06-16');
	expect(problem('', '2026-06-01')).toBe('no_day');
	expect(problem('2026-06-01', '2026-02-30')).toBe('no_day');
	expect(problem('2026-06-01', '2026-06-17')).toBe('to_come');
	expect(problem('2026-06-02', '2026-06-01')).toBe('turned');
	expect(problem('2025-06-14', '2026-06-16')).toBe('too_long');
	expect(problem('1999-12-31', '2000-01-02')).toBe('too_long');
	expect(problem('2025-06-15', '2026-06-16')).toBeNull();
	expect(problem('2026-06-16', '2026-06-16')).toBeNull();
});
