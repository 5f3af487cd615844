import type { AskedInMonth, Evidence } from '../../evidence.ts';

const MOST_MONTHS = 6; // more of them stand as quarters of the year
const QUARTER = 3;

/** A month, or a quarter of the year: from which month to which. */
export interface AskedInTime {
	from: string; // "2026-01"
	to: string;
	asked: number;
	answered: number;
	open: number;
}

const quarterOf = (month: string): string => {
	const [year, number] = month.split('-');
	return `${year} ${Math.ceil(Number(number) / QUARTER)}`;
};

/** What was asked month by month, or quarter by quarter where the months are too many to see. */
export function askedOverTime({ asking: { months } }: Evidence): AskedInTime[] {
	const key = months.length > MOST_MONTHS ? quarterOf : (month: string) => month;
	const times: AskedInTime[] = [];
	for (const month of months) {
		const last = times.at(-1);
		if (last && key(last.from) === key(month.month)) Object.assign(last, { to: month.month, ...sumOf([last, month]) });
		else times.push({ from: month.month, to: month.month, ...sumOf([month]) });
	}
	return times;
}

/** Asked, and of those answered and still open. */
export function sumOf(list: readonly Pick<AskedInMonth, 'asked' | 'answered'>[]) {
	const asked = list.reduce((all, month) => all + month.asked, 0);
	const answered = list.reduce((all, month) => all + month.answered, 0);
	return { asked, answered, open: asked - answered };
}

/** Answers that came in the days that the child was shown. */
export const inTime = ({ answers }: Evidence): number => answers.took.count - answers.late;

/** Promises whose day is in the period. */
export const promisesDue = ({ promises: { kept, kept_late, not_kept, late, open } }: Evidence): number =>
	kept + kept_late + not_kept + late + open;
