import { DAY, HOUR, instant } from './instants.ts';
import type { Day, Time } from '../item.ts';

const WRITTEN_DAY = /^\d{4}-\d{2}-\d{2}$/;

const CLOCK = /^T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)$/;
const DATE = 'YYYY-MM-DD'.length;
const WEEK = 7;

/** Whether it is a day of the calendar, written out. */
export function isDay(day: Day): boolean {
	const midnight = Date.parse(`${day}T00:00:00Z`);
	return WRITTEN_DAY.test(day) && Number.isFinite(midnight) && new Date(midnight).toISOString().startsWith(day);
}

/** Whether it is a point in time, written out with its zone. */
export const isTime = (time: Time): boolean => isDay(time.slice(0, DATE)) && CLOCK.test(time.slice(DATE));

const NUMBERS = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** One for each time zone: to make one takes as long as to ask it fifty times, and a screen asks for many days. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
	const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, ...NUMBERS });
	calendars.set(timeZone, calendar);
	return calendar;
}

/** The day that it is in the home at that time. From its parts: how a whole date is written differs between browsers. */
export function localDay(time: Time, timeZone: string): Day {
	const parts = calendarOf(timeZone).formatToParts(instant(time));
	const { year, month, day } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
	return `${year}-${month}-${day}`;
}

/** How many days from one day to another; less than nothing for the past. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** The day so many days later. */
export const dayAfter = (day: Day, days: number): Day =>
	new Date(Date.parse(day) + days * DAY).toISOString().slice(0, DATE);

const FRIDAY = 5;
const untilFriday = (today: Day): number => (FRIDAY - new Date(today).getUTCDay() + WEEK) % WEEK;

/** The days that people name most when they promise something: tomorrow, Friday, in a week. Each once, the nearest first. */
export function likelyDays(today: Day): Day[] {
	return [...new Set([1, untilFriday(today), WEEK])]
		.filter((days) => days > 0)
		.sort((a, b) => a - b)
		.map((days) => dayAfter(today, days));
}

/** The one to offer where there is room for one: the Friday of this week, and on a Friday the next day. */
export const nearDay = (today: Day): Day => dayAfter(today, untilFriday(today) || 1);

/** The first moment of the next day in the home. */
export function endOfDay(time: Time, timeZone: string): Time {
	const today = localDay(time, timeZone);
	let [still, after] = [instant(time), instant(time) + 26 * HOUR]; // the longest day has 25 hours
	while (after - still > 1) {
		const middle = Math.floor((still + after) / 2);
		if (localDay(new Date(middle).toISOString(), timeZone) === today) still = middle;
		else after = middle;
	}
	return new Date(after).toISOString();
}

const OF_AN_AREA = /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/** Whether this browser knows it, by its area of the world. A newer server may know more. */
export function isTimeZone(name: string): boolean {
	if (!OF_AN_AREA.test(name)) return false;
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
