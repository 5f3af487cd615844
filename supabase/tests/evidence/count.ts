import { can } from '../../../src/lib/domain/abilities.ts';
import type { Item } from '../../../src/lib/domain/item.ts';
import { daysBetween, localDay } from '../../../src/lib/domain/time/days.ts';
import type { View } from '../../../src/lib/domain/view.ts';
import type { Home, Rows } from './rows.ts';

/** A period of the home, and what to count in it. */
export interface Asked {
	home: Home;
	rows: Rows;
	from: string;
	to: string;
	now: string;
}

const HOUR = 3_600_000;
const ms = (time: string) => Date.parse(time);
const orFewer = (many: number) => (many >= 5 ? many : null);
const inPeriod = ({ home, from, to }: Asked, time: string) => {
	const day = localDay(time, home.time_zone);
	return from <= day && day <= to;
};

function spread(days: number[]) {
	const sorted = [...days].sort((a, b) => a - b);
	const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
	return { count: days.length, median, longest: sorted.at(-1) ?? null };
}

/** One by one, as somebody would count them with a pencil. */
export function countedByHand(asked: Asked) {
	return { asking: asking(asked), answers: answers(asked), rhythm: rhythm(asked), ...others(asked) };
}

function wishes({ rows }: Asked) {
	const shutOut = new Set(rows.left_out.map(({ item_id }) => item_id));
	return rows.items.filter(
		({ id, kind, about_id, taken_back_at }) => kind === 'wish' && !about_id && !taken_back_at && !shutOut.has(id)
	);
}

function asking(asked: Asked) {
	const months: { month: string; asked: number; answered: number }[] = [];
	for (let day = asked.from; day <= asked.to; day = new Date(ms(day) + 24 * HOUR).toISOString().slice(0, 10)) {
		if (months.at(-1)?.month !== day.slice(0, 7)) months.push({ month: day.slice(0, 7), asked: 0, answered: 0 });
	}
	let late = 0;
	for (const wish of wishes(asked).filter(({ sent_at }) => inPeriod(asked, sent_at))) {
		const month = months.find((one) => one.month === localDay(wish.sent_at, asked.home.time_zone).slice(0, 7))!;
		month.asked++;
		if (wish.answered_at) month.answered++;
		else if (ms(asked.now) > ms(wish.asked_at) + wish.answer_hours * HOUR) late++;
	}
	return { months, late };
}

function answers(asked: Asked) {
	const kinds: Record<string, number> = { yes: 0, partly: 0, no: 0, not_now: 0, not_mine: 0 };
	const took: number[] = [];
	let [late, again, noHelp] = [0, 0, 0];
	for (const wish of wishes(asked)) {
		const events = asked.rows.item_events.filter(({ item_id }) => item_id === wish.id);
		let since: string | null = wish.sent_at;
		for (const { kind, at, answer, helped } of events.sort((a, b) => ms(a.at) - ms(b.at) || (a.at < b.at ? -1 : 1))) {
			if (kind === 'reopened') {
				since = at;
				if (inPeriod(asked, at)) again++;
			}
			if (kind === 'helped' && helped === 'no' && inPeriod(asked, at)) noHelp++;
			if (kind !== 'answered' || since === null) continue;
			if (inPeriod(asked, at)) {
				kinds[answer!] = (kinds[answer!] ?? 0) + 1;
				took.push(Math.floor((ms(at) - ms(since)) / (24 * HOUR)));
				if (ms(at) - ms(since) > wish.answer_hours * HOUR) late++;
			}
			since = null;
		}
	}
	const within = (least: number, most: number) => took.filter((days) => least <= days && days <= most).length;
	const days = [within(0, 1), within(2, 3), within(4, 7), within(8, 14), within(15, Infinity)];
	return { kinds, late, days, took: spread(took), asked_again: orFewer(again), did_not_help: orFewer(noHelp) };
}

function rhythm(asked: Asked) {
	const { home, rows } = asked;
	const day = (time: string) => localDay(time, home.time_zone);
	const days = home.rhythm_days;
	if (days === null) return null;
	let [times, met] = [0, 0];
	for (const child of rows.people.filter(({ role }) => can(role, 'speak'))) {
		const since = day(child.made_at) > asked.from ? day(child.made_at) : asked.from;
		const until = [asked.to, day(asked.now), ...(child.left_at ? [day(child.left_at)] : [])].sort()[0]!;
		for (let start = 0; start + days - 1 <= daysBetween(since, until); start += days) {
			times++;
			const isIn = (time: string) => Math.floor(daysBetween(since, day(time)) / days) * days === start;
			if (rows.sessions.some((one) => one.child_id === child.id && one.state === 'recorded' && isIn(one.starts_at)))
				met++;
		}
	}
	return { days, times, met };
}

function others(asked: Asked) {
	const { rows, home } = asked;
	const today = localDay(asked.now, home.time_zone);
	const sessions = rows.sessions.filter(({ starts_at }) => inPeriod(asked, starts_at));
	const due = rows.promises
		.filter((one) => asked.from <= one.due && one.due <= asked.to)
		.map((one) => ({ ...one, end: rows.promise_ends.find(({ promise_id }) => promise_id === one.id) }));
	const many = <T>(list: T[], is: (one: T) => boolean) => list.filter(is).length;
	const onDay = (at: string) => localDay(at, home.time_zone);
	const notToday = rows.session_events.filter(({ kind, at }) => kind === 'not_today' && inPeriod(asked, at)).length;
	return {
		sessions: {
			held: many(sessions, ({ state }) => state === 'recorded'),
			cancelled: many(sessions, ({ state }) => state === 'cancelled'),
			not_recorded: many(sessions, ({ state, starts_at }) => state === 'planned' && ms(starts_at) < ms(asked.now)),
			not_today: orFewer(notToday)
		},
		promises: {
			made: many(rows.promises, ({ made_at }) => inPeriod(asked, made_at)),
			kept: many(due, ({ end, due: by }) => end?.kept === true && onDay(end.at) <= by),
			kept_late: many(due, ({ end, due: by }) => end?.kept === true && onDay(end.at) > by),
			not_kept: many(due, ({ end }) => end?.kept === false),
			late: many(due, ({ end, due: by }) => !end && by < today),
			open: many(due, ({ end, due: by }) => !end && by >= today)
		},
		people: {
			children: many(rows.people, ({ role, left_at }) => !left_at && can(role, 'speak')),
			adults: many(rows.people, ({ role, left_at }) => !left_at && can(role, 'hand_over'))
		}
	};
}

/** By stage, from what stands in somebody's own view. */
export function complaintsByHand({ items }: View, asked: Asked) {
	const mine = items.filter(({ kind, sent_at }) => kind === 'complaint' && inPeriod(asked, sent_at));
	const last = (item: Item) => item.events.findLast(({ kind }) => kind === 'answered');
	const isOpen = ({ closed_at }: Item) => closed_at === null;
	const ended = mine.filter((item) => !isOpen(item) && item.taken_back_at === null).map(last);
	const found = (answer: string) =>
		ended.filter((event) => event?.kind === 'answered' && event.answer === answer).length;
	const isLate = (item: Item) => ms(asked.now) > ms(item.asked_at) + (item.answer_hours ?? Infinity) * HOUR;
	return {
		came: mine.length,
		open: mine.filter(isOpen).length,
		late: mine.filter((item) => isOpen(item) && isLate(item)).length,
		asked_again: mine.filter(({ events }) => events.some(({ kind }) => kind === 'reopened')).length,
		taken_back: mine.filter(({ taken_back_at }) => taken_back_at !== null).length,
		found: {
			upheld: found('upheld'),
			partly_upheld: found('partly_upheld'),
			not_upheld: found('not_upheld'),
			not_mine: found('not_mine')
		}
	};
}
