import type { Time } from '../item.ts';

export const HOUR = 3_600_000; // milliseconds
export const DAY = 24 * HOUR;

/** A time as milliseconds; no time is the end of time. */
export const instant = (time: Time | null): number => (time === null ? Infinity : Date.parse(time));

/** Milliseconds as a time; the end of time is no time. */
export const timeOf = (milliseconds: number): Time | null =>
	Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : null;

/** Whether something is so at that time: it has begun and has not ended. */
export function isAt(span: { from_at: Time; until: Time | null }, now: Time): boolean {
	return instant(span.from_at) <= instant(now) && instant(now) < instant(span.until);
}

/** For sorting: by each of these values in turn. */
export function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
	const differs = a.findIndex((value, place) => value !== b[place]);
	const [left, right] = [a[differs] ?? 0, b[differs] ?? 0];
	return left < right ? -1 : Number(left > right);
}
