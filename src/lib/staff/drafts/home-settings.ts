import type { CallArgs } from '$lib/domain/calls.ts';
import { mayRecord } from '$lib/domain/recordings.ts';
import { READING_DAYS } from '$lib/domain/rules/home-settings.ts';
import type { Home, Labels, Nation } from '$lib/domain/view.ts';
import { isBlank, tidy } from '$lib/domain/text/words.ts';

/** The home's settings as they stand in a form: all of them text. */
export interface Settings {
	name: string;
	nation: Nation;
	time_zone: string;
	key_worker: string;
	session: string;
	wish: string;
	child: string;
	rhythm: string; // days, or 'agreed'
	unread: string; // hours
	answer: string; // days
	complaint: string; // days
	reading: string; // days, for a child who left
	aloud: 'yes' | 'no'; // may children say something aloud?
}

export type Missing = 'name' | 'unread' | 'answer' | 'complaint' | 'reading';

export const AGREED = 'agreed';
const DAY = 24;

const inDays = (hours: number): string => String(Math.round((hours / DAY) * 100) / 100);

/** The settings as they are now. */
export const settingsOf = ({ labels, ...home }: Home): Settings => ({
	name: home.name,
	nation: home.nation,
	time_zone: home.time_zone,
	key_worker: labels.key_worker ?? '',
	session: labels.session ?? '',
	wish: labels.wish ?? '',
	child: labels.child ?? '',
	rhythm: home.rhythm_days === null ? AGREED : String(home.rhythm_days),
	unread: String(home.unread_hours),
	answer: inDays(home.answer_hours),
	complaint: inDays(home.complaint_hours),
	reading: String(home.reading_days),
	aloud: mayRecord(home) ? 'yes' : 'no'
});

/** What is not right yet, in the order of the form. */
export function missingIn({ name, unread, answer, complaint, reading }: Settings): Missing[] {
	const missing: Missing[] = [];
	if (isBlank(name)) missing.push('name');
	if (!isBetween(unread, 1, 720)) missing.push('unread');
	if (!isBetween(answer, 1 / DAY, 60)) missing.push('answer');
	if (!isBetween(complaint, 1 / DAY, 60)) missing.push('complaint');
	if (!isBetween(reading, READING_DAYS.least, READING_DAYS.most)) missing.push('reading');
	return missing;
}

/** The call that sets them. */
export function asCall(settings: Settings): CallArgs['set_home'] {
	const { name, nation, time_zone, rhythm, unread, answer, complaint, reading, aloud } = settings;
	const labels: Labels = {};
	for (const which of ['key_worker', 'session', 'wish', 'child'] as const) {
		if (!isBlank(settings[which])) labels[which] = tidy(settings[which]);
	}
	return {
		name: tidy(name),
		nation,
		time_zone,
		labels,
		rhythm_days: rhythm === AGREED ? null : Number(rhythm),
		unread_hours: Math.round(Number(unread)),
		answer_hours: Math.round(Number(answer) * DAY),
		complaint_hours: Math.round(Number(complaint) * DAY),
		reading_days: Math.round(Number(reading)),
		recordings: aloud === 'yes'
	};
}

/** British time first: nearly every home; then all that this browser knows. */
export function zones(now: string): string[] {
	const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
	return [...new Set(['Europe/London', now, ...known])];
}

const isBetween = (text: string, least: number, most: number): boolean =>
	text.trim() !== '' && Number(text) >= least && Number(text) <= most;
