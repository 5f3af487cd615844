import { daysBetween, isDay } from '../../time/days.ts';
import type { Day } from '../../item.ts';

export const PERIODS = ['quarter', 'half', 'year', 'own'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface Period {
	from: Day;
	to: Day;
}

const MOST_DAYS = 366; // as the database's my_evidence
const MONTHS = { quarter: 3, half: 6, year: 12 };

/** The same day so many months before; in a shorter month its last day. */
function monthsBefore(day: Day, months: number): Day {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, day.length);
}

/** A period that ends today: this quarter of the year, half a year or a whole one. */
export function periodOf(name: Exclude<PeriodName, 'own'>, today: Day): Period {
	if (name !== 'quarter') return { from: monthsBefore(today, MONTHS[name]), to: today };
	const [year, month] = today.split('-');
	const first = Number(month) - ((Number(month) - 1) % MONTHS.quarter);
	return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: today };
}

/** What is wrong with a period that somebody chose. */
export type PeriodProblem = 'no_day' | 'turned' | 'too_long' | 'to_come';

export function periodProblem({ from, to }: Period, today: Day): PeriodProblem | null {
	if (!isDay(from) || !isDay(to)) return 'no_day';
	if (to > today) return 'to_come';
	if (from > to) return 'turned';
	return daysBetween(from, to) > MOST_DAYS || from < '2000-01-01' ? 'too_long' : null;
}
