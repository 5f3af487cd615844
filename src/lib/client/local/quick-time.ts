import { DAY, HOUR } from '$lib/domain/time/instants.ts';

/** What is known of how long ago the password opened a drawer. All in milliseconds. */
export interface QuickTime {
	own: boolean; // somebody's own phone; else a machine that others use, too
	since: number; // then, by this device's clock
	seen: number; // the latest that this device's clock has shown since
	used: number; // so much has passed for sure, by whatever clock said so
	server: number | null; // then, by the server's clock; null until it was heard
}

const MINUTE = 60_000;
const CLOCK_SLIPS = 5 * MINUTE; // a clock may be put right by so much

/** For how long numbers open what a password opened. */
const lasts = ({ own }: Pick<QuickTime, 'own'>): number => (own ? 7 * DAY : 12 * HOUR);

/** The time begins: a password was typed. */
export const startTime = (own: boolean, now: number): QuickTime => ({
	...{ own, since: now, seen: now, used: 0, server: null }
});

/** Whether the password must be typed again. A clock that was set back counts as one that ran out. */
export function isOver(time: QuickTime, now: number): boolean {
	return now < time.seen - CLOCK_SLIPS || Math.max(time.used, now - time.since) >= lasts(time);
}

/** What was heard of the time: by this device's clock, by the steady one that nobody sets (`passed`), by the server's. */
export function noteTime(
	time: QuickTime,
	{ now, passed = 0, server = null }: { now: number; passed?: number; server?: number | null }
): QuickTime {
	const used = Math.max(time.used + passed, now - time.since);
	if (server === null) return { ...time, seen: Math.max(time.seen, now), used };
	const since = time.server ?? server - used;
	return { ...time, seen: Math.max(time.seen, now), used: Math.max(used, server - since), server: since };
}

/** Each opening takes a minute at least: with a clock that stands still, they come to an end, too. */
export const noteOpening = (time: QuickTime, now: number): QuickTime => {
	const noted = noteTime(time, { now });
	return { ...noted, used: noted.used + MINUTE };
};
