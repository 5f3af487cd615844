/** What a drawer remembers of wrong tries. `since` and `wait` are milliseconds, `since` by this device's clock. */
export interface Lockout {
	tries: number; // since the drawer was last opened
	wait: number;
	since: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long to wait after so many wrong tries: three are free. @internal */
export function lockoutAfter(tries: number): number {
	if (tries < 3) return 0;
	return [30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE][tries - 3] ?? 60 * MINUTE;
}

/** How much of the wait is left. A clock that was set back shortens nothing, and cannot lengthen it past once more. */
export function lockoutLeft(kept: Lockout, now: number): number {
	return Math.min(kept.wait, Math.max(0, kept.since + kept.wait - now));
}

/** The same wait counted from now, where the clock was set back behind its beginning. */
export function restartIfClockSetBack(kept: Lockout, now: number): Lockout {
	return now < kept.since ? { ...kept, since: now } : kept;
}

/** A try is counted before it is checked: whoever kills the page in between has used it up. */
export function countAttempt(kept: Lockout, now: number): Lockout {
	const tries = kept.tries + 1;
	return { tries, wait: lockoutAfter(tries), since: now };
}

/** A lock that was just opened, or made. */
export const NO_LOCKOUT: Lockout = { tries: 0, wait: 0, since: 0 };
