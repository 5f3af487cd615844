import type { Day } from '../domain/item.ts';

/** Chromium knows no Welsh dates and would answer in American English, so the few words stand here. */
const WEEKDAYS = ['dydd Sul', 'dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn'];
const MONTHS = [
	'Ionawr',
	'Chwefror',
	'Mawrth',
	'Ebrill',
	'Mai',
	'Mehefin',
	'Gorffennaf',
	'Awst',
	'Medi',
	'Hydref',
	'Tachwedd',
	'Rhagfyr'
];

export const welsh = {
	/** As it is said after "tan", "o", "ar" and where it only says when: "tan ddydd Iau". */
	soft: (said: string): string => said.replace(/^dydd\b/, 'ddydd'),
	nearDay: (away: number): string => (away === 0 ? 'heddiw' : away > 0 ? 'yfory' : 'ddoe'),
	partOfDay: (hour: number): string => (hour < 12 ? 'y bore' : 'yr hwyr'),
	date(day: Day, { month, year }: Intl.DateTimeFormatOptions): string {
		const date = new Date(`${day}T12:00:00Z`);
		const weekday = WEEKDAYS[date.getUTCDay()] ?? '';
		if (!month) return weekday;
		const words = `${weekday} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`;
		return year ? `${words} ${date.getUTCFullYear()}` : words;
	},
	/** "a" before a consonant, "ac" before a vowel. */
	list(names: readonly string[]): string {
		const last = names.at(-1) ?? '';
		if (names.length < 2) return last;
		return `${names.slice(0, -1).join(', ')} ${/^[aeiouwyâêîôûŵŷ]/i.test(last) ? 'ac' : 'a'} ${last}`;
	}
};
