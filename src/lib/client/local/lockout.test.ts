import { describe, expect, it } from 'vitest';
import { restartIfClockSetBack, countAttempt, NO_LOCKOUT, lockoutAfter, lockoutLeft, type Lockout } from './lockout.ts';

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;
const after = (tries: number, now = 0): Lockout => {
	let kept = NO_LOCKOUT;
	for (let i = 0; i < tries; i++) kept = countAttempt(kept, now);
	return kept;
};

describe('wrong tries', () => {
	it.each([
		[0, 0],
		[1, 0],
		[2, 0],
		[3, 30_000],
		[4, MINUTE],
		[5, 5 * MINUTE],
		[6, 15 * MINUTE],
		[7, 60 * MINUTE],
		[8, 60 * MINUTE],
		[1000, 60 * MINUTE]
	])('after %i, wait %i milliseconds', (tries, wait) => {
		expect(lockoutAfter(tries)).toBe(wait);
		expect(lockoutLeft(after(tries, 5000), 5000)).toBe(wait);
	});

	it('are over when the time is', () => {
		const kept = after(3, 1000);
		expect(lockoutLeft(kept, 1000 + 29_999)).toBe(1);
		expect(lockoutLeft(kept, 1000 + 30_000)).toBe(0);
		expect(lockoutLeft(kept, 1000 + YEAR)).toBe(0);
	});

	it('are not shortened by a clock that was set back', () => {
		const kept = after(5, YEAR);
		expect(lockoutLeft(kept, YEAR - 10)).toBe(5 * MINUTE);
		expect(lockoutLeft(kept, 0)).toBe(5 * MINUTE);
	});

	it('do not lock a child out for a year because the clock once ran a year ahead', () => {
		const again = restartIfClockSetBack(after(5, YEAR), 0);
		expect(lockoutLeft(again, 0)).toBe(5 * MINUTE);
		expect(lockoutLeft(again, 5 * MINUTE)).toBe(0);
	});

	it('are left alone by a clock that runs on', () => {
		const kept = after(5, 1000);
		expect(restartIfClockSetBack(kept, 2000)).toEqual(kept);
	});
});
