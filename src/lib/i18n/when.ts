import { daysBetween, localDay } from '$lib/domain/time/days.ts';
import { clockAt } from '$lib/domain/time/home-time.ts';
import type { Day, Time } from '../domain/item.ts';
import { isolated } from './bidi.ts';
import { localeOf, type Lang } from './languages.ts';
import { welsh } from './welsh-calendar.ts';

/** Whose day it is: now, the home's time zone, the reader's language. */
export interface Clock {
	now: Time;
	zone: string;
	lang: Lang;
}

/** Those that were made already: to make one takes longer than to ask it fifty times. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** "today", "tomorrow", "Tuesday" within a week, "Thursday 18 June" beyond. Takes a day or a time. */
export function sayDay(when: Day | Time, clock: Clock): string {
	const day = when.length === 10 ? when : localDay(when, clock.zone);
	const away = daysBetween(localDay(clock.now, clock.zone), day);
	if (Math.abs(away) <= 1) return nearDay(away, clock.lang);
	if (Math.abs(away) < 7) return format(day, clock.lang, { weekday: 'long' });
	return sayDate(day, clock);
}

/** "today", "Thursday" within a week, "18 Jun" beyond: where a table has little room. */
export function sayDayShort(when: Day | Time, clock: Clock): string {
	const day = when.length === 10 ? when : localDay(when, clock.zone);
	const isNear = Math.abs(daysBetween(localDay(clock.now, clock.zone), day)) < 7;
	return isNear || clock.lang === 'cy'
		? sayDay(day, clock)
		: format(day, clock.lang, { day: 'numeric', month: 'short' });
}

/** "Thursday 18 June", with the year where it is not this year's. */
export function sayDate(when: Day | Time, clock: Clock): string {
	const day = when.length === 10 ? when : localDay(when, clock.zone);
	const sameYear = day.slice(0, 4) === localDay(clock.now, clock.zone).slice(0, 4);
	return format(day, clock.lang, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		...(!sameYear && { year: 'numeric' })
	});
}

/** For a file or a paper, which is read on another day and in another year: seen from here, no date is near. */
export const seenFromAfar = (clock: Clock): Clock => ({ ...clock, now: '1970-01-01T00:00:00Z' });

/** "Thursday 18 June 2026, 4:10": whenever it is read. */
export const sayInFull = (time: Time, clock: Clock): string =>
	`${sayDate(time, seenFromAfar(clock))}, ${sayTime(time, clock)}`;

/** On paper that lies around: "18/06/2026", and "18/06/2026, 16:30" on the home's clocks. */
export function sayOnPaper(when: Day | Time, { zone }: Pick<Clock, 'zone'>): string {
	const [year, month, day] = (when.length === 10 ? when : localDay(when, zone)).split('-');
	const date = `${day}/${month}/${year}`;
	return when.length === 10 ? date : `${date}, ${clockAt(when, zone)}`;
}

/** "4:10" by day; "7:32 in the morning" and "9:15 at night" where it could be mistaken. */
export function sayTime(time: Time, { zone, lang }: Clock): string {
	const options = { timeZone: zone, hour: 'numeric', minute: '2-digit' } as const;
	const parts = new Intl.DateTimeFormat('en-GB', { ...options, hourCycle: 'h23' }).formatToParts(new Date(time));
	const hour = Number(parts.find(({ type }) => type === 'hour')?.value);
	const minute = parts.find(({ type }) => type === 'minute')?.value ?? '00';
	const bare = `${hour % 12 || 12}:${minute}`;
	if (hour >= 9 && hour < 21) return bare;
	return lang === 'cy' ? `${bare} ${welsh.partOfDay(hour)}` : partOfDay(time, zone, lang, bare);
}

/** "today 4:10", "Tuesday 4:10", "Thursday 18 June, 4:30". */
export function sayWhen(time: Time, clock: Clock, day = sayDay(time, clock)): string {
	const joint = clock.lang === 'ar' ? '، الساعة ' : /\d/.test(day) ? ', ' : ' ';
	return `${day}${joint}${sayTime(time, clock)}`;
}

/** "Sam and Jo", "Sam, Jo and Pat". */
export function sayNames(names: readonly string[], lang: Lang): string {
	// Each name apart: else the first one, in letters that run the other way, turns the whole list round.
	const apart = names.map((name) => isolated(name, lang));
	if (lang === 'cy') return welsh.list(apart);
	return new Intl.ListFormat(localeOf(lang), { type: 'conjunction' }).format(apart);
}

function nearDay(away: number, lang: Lang): string {
	if (lang === 'cy') return welsh.nearDay(away);
	return new Intl.RelativeTimeFormat(localeOf(lang), { numeric: 'auto' }).format(away, 'day');
}

function format(day: Day, lang: Lang, options: Intl.DateTimeFormatOptions): string {
	if (lang === 'cy') return welsh.date(day, options);
	const key = `${lang} ${JSON.stringify(options)}`;
	const calendar = calendars.get(key) ?? new Intl.DateTimeFormat(localeOf(lang), { ...options, timeZone: 'UTC' });
	calendars.set(key, calendar);
	const said = calendar.format(new Date(`${day}T12:00:00Z`));
	return said.replace(',', ''); // some versions of ICU put one after the weekday
}

/** British words for Easy Read too: "in the morning", never "am". */
function partOfDay(time: Time, zone: string, lang: Lang, bare: string): string {
	const said = new Intl.DateTimeFormat(localeOf(lang), {
		timeZone: zone,
		hour: 'numeric',
		dayPeriod: 'long',
		hour12: true
	});
	const period = said.formatToParts(new Date(time)).find(({ type }) => type === 'dayPeriod')?.value ?? '';
	return `${bare} ${period}`;
}
