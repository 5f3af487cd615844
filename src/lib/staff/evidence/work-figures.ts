import type { Spread } from '$lib/domain/evidence.ts';
import { promisesDue } from '$lib/domain/questions/evidence/figures.ts';
import { sayDate, seenFromAfar } from '$lib/i18n/when.ts';
import { sayDays, sayHours } from '../items/item-words.ts';
import { bar, orFewer, row, type Say } from './figure.ts';

const PROMISES = { kept: 'hear', kept_late: 'late', not_kept: 'none', late: 'late', open: 'say' } as const;
export const promises: Say = (evidence, { words }) => {
	const each = (Object.keys(PROMISES) as (keyof typeof PROMISES)[]).map((name) => ({
		...{ label: words.t((w) => w.evidence.promises[name]), value: evidence.promises[name], tone: PROMISES[name] }
	}));
	return {
		title: words.t(($) => $.evidence.promises.title),
		number: words.t(($) => $.evidence.of, { some: evidence.promises.kept, all: promisesDue(evidence) }),
		said: words.t(($) => $.evidence.promises.said),
		groups: each.map(({ label, value, tone }) => bar(label, value, tone)),
		columns: [{ label: words.t(($) => $.evidence.how) }],
		rows: [
			...each.map(({ label, value, tone }) => row(label, value, tone)),
			row(
				words.t(($) => $.evidence.promises.made),
				evidence.promises.made
			)
		]
	};
};

const HELD = ['held', 'cancelled', 'not_recorded'] as const;
export const together: Say = ({ rhythm, sessions }, staff) => {
	const { words } = staff;
	const missed = rhythm ? rhythm.times - rhythm.met : 0;
	const [met, notMet] = [words.t(($) => $.evidence.together.met), words.t(($) => $.evidence.together.missed)];
	return {
		title: words.t(($) => $.evidence.together.title),
		number: rhythm ? words.t(($) => $.evidence.of, { some: rhythm.met, all: rhythm.times }) : String(sessions.held),
		said: rhythm
			? words.t(($) => $.evidence.together.said, { time: sayHours(rhythm.days * 24, staff) })
			: words.t(($) => $.evidence.together.agreed),
		groups: rhythm ? [bar(met, rhythm.met, 'hear'), bar(notMet, missed, 'none')] : [],
		columns: [{ label: words.t(($) => $.evidence.how) }],
		rows: [
			...(rhythm ? [row(met, rhythm.met, 'hear'), row(notMet, missed, 'none')] : []),
			...HELD.map((name) =>
				row(
					words.t((w) => w.evidence.together[name]),
					sessions[name]
				)
			),
			row(
				words.t(($) => $.evidence.together.not_today),
				orFewer(sessions.not_today, staff)
			)
		]
	};
};

export const firstDays: Say = ({ first_days: { came, card, session } }, staff) => {
	const { words } = staff;
	const say = (days: number | null) => (days === null ? '–' : sayDays(days, staff));
	const cells = ({ count, median, longest }: Spread) => [String(count), say(median), say(longest)];
	return {
		title: words.t(($) => $.evidence.first.title),
		number: String(came),
		said: words.t(($) => $.evidence.first.said),
		groups: [
			bar(
				words.t(($) => $.evidence.first.cardShort),
				card.count,
				'hear'
			),
			bar(
				words.t(($) => $.evidence.first.sessionShort),
				session.count,
				'hear'
			)
		],
		columns: [
			{ label: words.t(($) => $.evidence.first.children), tone: 'hear' },
			{ label: words.t(($) => $.evidence.first.median) },
			{ label: words.t(($) => $.evidence.first.longest) }
		],
		rows: [
			{ label: words.t(($) => $.evidence.first.card), cells: cells(card) },
			{ label: words.t(($) => $.evidence.first.session), cells: cells(session) }
		]
	};
};

export const guide: Say = ({ guide: { parts, past_review, written, last_at } }, { words, clock }) => {
	const [current, past] = [words.t(($) => $.evidence.guide.current), words.t(($) => $.evidence.guide.past_review)];
	return {
		title: words.t(($) => $.evidence.guide.title),
		number: words.t(($) => $.evidence.of, { some: parts - past_review, all: parts }),
		said: words.t(($) => $.evidence.guide.said),
		groups: [bar(current, parts - past_review, 'hear'), bar(past, past_review, 'late')],
		columns: [{ label: words.t(($) => $.evidence.how) }],
		rows: [
			row(current, parts - past_review, 'hear'),
			row(past, past_review, 'late'),
			row(
				words.t(($) => $.evidence.guide.written),
				written
			),
			row(
				words.t(($) => $.evidence.guide.last),
				last_at === null ? '–' : sayDate(last_at, seenFromAfar(clock))
			)
		]
	};
};
