import { compare, instant } from '../../time/instants.ts';
import type { Time } from '../../item.ts';
import type { View } from '../../view.ts';
import { lateClock } from './open-things.ts';
import type { HouseRow } from './house-rows.ts';

export const COLUMNS = ['child', 'waits', 'last', 'next', 'promises'] as const;
export type Column = (typeof COLUMNS)[number];

const FILTERS = ['waits', 'next', 'promises', 'new'] as const;
export type Filter = (typeof FILTERS)[number];

/** Whether anything about this child is past its day. */
export const isRowLate = (row: HouseRow): boolean =>
	row.late.length > 0 || row.lastIsLate || row.nextIsMissing || row.promisesLate.length > 0;

const oldest = ({ things }: HouseRow): number => instant(things[0]?.asked_at ?? null);

const KEYS: Record<Column, (row: HouseRow) => (number | string)[]> = {
	child: ({ child }) => [child.name.toLowerCase()],
	waits: (row) => [oldest(row)],
	last: ({ last }) => [last === null ? 0 : instant(last)],
	next: ({ next, nextIsMissing }) => [nextIsMissing ? 0 : instant(next?.starts_at ?? null)],
	promises: ({ promisesLate }) => [-promisesLate.length]
};

/** What is late first, then who waits longest. By a column: the worst of it first, or the other way round. */
export function inOrder(rows: readonly HouseRow[], by: { column: Column; back: boolean } | null): HouseRow[] {
	const usual = (row: HouseRow) => [Number(!isRowLate(row)), Number(row.late.length === 0), oldest(row), row.child.id];
	const way = by?.back ? -1 : 1;
	return rows.toSorted((a, b) => {
		const pressed = by ? way * compare(KEYS[by.column](a), KEYS[by.column](b)) : 0;
		return pressed || compare(usual(a), usual(b));
	});
}

const SHOWS: Record<Filter, (row: HouseRow) => boolean> = {
	waits: ({ late }) => late.length > 0,
	next: ({ lastIsLate, nextIsMissing }) => lastIsLate || nextIsMissing,
	promises: ({ promisesLate }) => promisesLate.length > 0,
	new: ({ steps }) => steps.length > 0
};

export const shownBy = (rows: readonly HouseRow[], filter: Filter | null): HouseRow[] =>
	rows.filter((row) => filter === null || SHOWS[filter](row));

/** What the figures count: how many, of how many children, and of those what is with me or still to do. */
export interface Figure {
	filter: Filter;
	count: number;
	children: number;
	more: number;
}

export function figuresOf(view: View, rows: readonly HouseRow[]): Figure[] {
	const sum = (of: (row: HouseRow) => number) => rows.reduce((all, row) => all + of(row), 0);
	const counts: Record<Filter, [count: number, more: number]> = {
		waits: [
			sum(({ late }) => late.length),
			sum(({ late }) => late.filter(({ with_ids }) => with_ids.includes(view.me)).length)
		],
		next: [shownBy(rows, 'next').length, 0],
		promises: [sum(({ promisesLate }) => promisesLate.length), 0],
		new: [shownBy(rows, 'new').length, rows.filter(({ steps }) => steps.some(({ is }) => is !== 'done')).length]
	};
	return FILTERS.map((filter) => {
		const [count, more] = counts[filter];
		return { filter, count, children: shownBy(rows, filter).length, more };
	});
}

/** Nothing is past its day, for nobody. */
export const isCalm = (rows: readonly HouseRow[]): boolean => rows.every((row) => !isRowLate(row));

/** Since when whoever waits longest has waited. */
export const longestWait = (rows: readonly HouseRow[]): Time | null =>
	rows.reduce<Time | null>((longest, { things: [first] }) => {
		if (!first) return longest;
		return longest === null || instant(first.asked_at) < instant(longest) ? first.asked_at : longest;
	}, null);

/** The clock that the worst of a child's late things ran past: an answer that is due weighs more than an opening. */
export const worstClock = ({ late }: HouseRow, now: Time): 'answer' | 'unread' | null =>
	late.some((thing) => lateClock(thing, now) === 'answer') ? 'answer' : late.length > 0 ? 'unread' : null;
