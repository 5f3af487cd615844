import { askedOverTime, inTime, sumOf, type AskedInTime } from '$lib/domain/questions/evidence/figures.ts';
import { sayDays, sayHours } from '../items/item-words.ts';
import { bar, orFewer, row, type Say } from './figure.ts';

/** "03/2026", "01–03/2026": as dates stand on paper. */
function sayMonths({ from, to }: AskedInTime): string {
	const [year, first] = from.split('-');
	const last = to.slice(-2);
	return `${first === last ? first : `${first}–${last}`}/${year}`;
}

export const asking: Say = (evidence, { words }) => {
	const times = askedOverTime(evidence);
	const all = sumOf(times);
	return {
		title: words.t(($) => $.evidence.asking.title),
		number: words.t(($) => $.evidence.of, { some: all.answered, all: all.asked }),
		said: words.t(($) => $.evidence.asking.said),
		groups: times.map((time) => ({
			label: sayMonths(time),
			bars: [
				{ value: time.asked, tone: 'say' },
				{ value: time.answered, tone: 'hear' }
			]
		})),
		columns: [
			{ label: words.t(($) => $.evidence.asking.asked), tone: 'say' },
			{ label: words.t(($) => $.evidence.asking.answered), tone: 'hear' },
			{ label: words.t(($) => $.evidence.asking.open) }
		],
		rows: [
			...times.map((time) => ({ label: sayMonths(time), cells: cellsOf(time) })),
			{ label: words.t(($) => $.evidence.all), cells: cellsOf(all) },
			{ label: words.t(($) => $.evidence.asking.late), cells: ['', '', String(evidence.asking.late)] }
		]
	};
};
const cellsOf = ({ asked, answered, open }: Pick<AskedInTime, 'asked' | 'answered' | 'open'>) =>
	[asked, answered, open].map(String);

const DAYS = ['one', 'three', 'week', 'fortnight', 'more'] as const;
export const took: Say = (evidence, staff) => {
	const { words } = staff;
	const { days, late, took: spread } = evidence.answers;
	const time = sayHours(staff.view.home.answer_hours, staff);
	const none = spread.median === null;
	return {
		title: words.t(($) => $.evidence.took.title),
		number: spread.median === null ? '–' : sayDays(spread.median, staff),
		said: none ? words.t(($) => $.evidence.took.none) : words.t(($) => $.evidence.took.said, { time }),
		groups: DAYS.map((name, place) =>
			bar(
				words.t((w) => w.evidence.took.days[name]),
				days[place] ?? 0,
				'hear'
			)
		),
		columns: [{ label: words.t(($) => $.evidence.how) }],
		rows: [
			...DAYS.map((name, place) =>
				row(
					words.t((w) => w.evidence.took.days[name]),
					days[place] ?? 0
				)
			),
			row(
				words.t(($) => $.evidence.took.inTime),
				inTime(evidence)
			),
			row(
				words.t(($) => $.evidence.took.late),
				late
			),
			row(
				words.t(($) => $.evidence.took.longest),
				spread.longest === null ? '–' : sayDays(spread.longest, staff)
			)
		]
	};
};

const KINDS = { yes: 'hear', partly: 'hear', no: 'say', not_now: 'say', not_mine: 'none' } as const;
export const kinds: Say = ({ answers }, staff) => {
	const { words } = staff;
	const each = (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => ({
		...{ label: words.t((w) => w.evidence.kinds[kind]), value: answers.kinds[kind], tone: KINDS[kind] }
	}));
	return {
		title: words.t(($) => $.evidence.kinds.title),
		number: String(answers.took.count),
		said: words.t(($) => $.evidence.kinds.said),
		groups: each.map(({ label, value, tone }) => bar(label, value, tone)),
		columns: [{ label: words.t(($) => $.evidence.how) }],
		rows: [
			...each.map(({ label, value, tone }) => row(label, value, tone)),
			row(
				words.t(($) => $.evidence.kinds.askedAgain),
				orFewer(answers.asked_again, staff)
			),
			row(
				words.t(($) => $.evidence.kinds.didNotHelp),
				orFewer(answers.did_not_help, staff)
			)
		]
	};
};
