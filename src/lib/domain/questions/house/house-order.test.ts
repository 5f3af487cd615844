import { expect, it } from 'vitest';
import { hours, mapleAs, NOW, person, session } from '../../testing/maple.ts';
import type { OpenThing } from '../../house.ts';
import { COLUMNS, figuresOf, inOrder, isCalm, longestWait, shownBy, worstClock } from './house-order.ts';
import type { HouseRow } from './house-rows.ts';

const thing = (days: number, more: Partial<OpenThing> = {}): OpenThing => ({
	...{ child_id: '', asked_at: hours(-24 * days), unread_by: null, answer_by: hours(24 * (7 - days)) },
	...{ with_ids: ['jo'], stays: false },
	...more
});
const pledge = (id: string) => ({
	...{ id, child_id: 'eli', session_id: null, owner_id: 'jo', made_by: 'jo', words: 'x', due: '2026-11-30' },
	...{ made_at: NOW, ended_at: null, kept: null, because: null }
});
const row = (name: string, more: Partial<HouseRow> = {}): HouseRow => {
	const things = more.things ?? [];
	return {
		...{ child: person(name, 'child'), things, late: things.filter(({ answer_by }) => answer_by < NOW) },
		...{ last: hours(-24), lastIsLate: false, next: session(), nextIsMissing: false, promisesLate: [] },
		...{ workers: [], steps: [] },
		...more
	};
};
const quiet = row('Ada');
const young = row('Ben', { things: [thing(2)], last: null, steps: [{ name: 'card', is: 'due' }] });
const old = row('Cai', { things: [thing(8, { with_ids: ['pat'] }), thing(1)] });
const alone = row('Dee', { next: null, nextIsMissing: true, last: hours(-240), lastIsLate: true });
const owed = row('Eli', {
	...{ things: [thing(9), thing(8)], promisesLate: [pledge('a'), pledge('b')], next: null },
	steps: [{ name: 'card', is: 'done' }]
});
const rows = [quiet, young, old, alone, owed];
const names = (list: HouseRow[]) => list.map(({ child }) => child.name).join(' ');

it('what is late comes first, then who waits longest; never by name', () => {
	expect(names(inOrder(rows, null))).toBe('Eli Cai Dee Ben Ada');
});

it('a column that is pressed puts its worst first, and pressed again its best', () => {
	const by = (column: (typeof COLUMNS)[number], back = false) => names(inOrder(rows, { column, back }));
	expect(COLUMNS.map((column) => by(column))).toEqual([
		'Ada Ben Cai Dee Eli',
		'Eli Cai Ben Dee Ada',
		'Ben Dee Eli Cai Ada',
		'Dee Cai Ben Ada Eli',
		'Eli Cai Dee Ben Ada'
	]);
	expect(by('child', true)).toBe('Eli Dee Cai Ben Ada');
	expect(by('waits', true)).toBe('Dee Ada Ben Cai Eli');
});

it('each figure is the filter of what it counts', () => {
	const figures = figuresOf(mapleAs('pat'), rows);
	expect(figures).toEqual([
		{ filter: 'waits', count: 3, children: 2, more: 1 },
		{ filter: 'next', count: 1, children: 1, more: 0 },
		{ filter: 'promises', count: 2, children: 1, more: 0 },
		{ filter: 'new', count: 2, children: 2, more: 1 }
	]);
	for (const { filter, children } of figures) expect(shownBy(rows, filter)).toHaveLength(children);
	expect(shownBy(rows, null)).toEqual(rows);
});

it('it is calm when nothing is late; who waits longest is told all the same', () => {
	expect(isCalm(rows)).toBe(false);
	expect(isCalm([quiet, young])).toBe(true);
	expect(longestWait([quiet])).toBeNull();
	expect(longestWait([quiet, young, old, owed, young])).toBe(hours(-24 * 9));
});

it('an answer that is due weighs more than an opening', () => {
	const unopened = thing(2, { unread_by: hours(-24) });
	expect(worstClock(quiet, NOW)).toBeNull();
	expect(worstClock(row('Fay', { things: [unopened], late: [unopened] }), NOW)).toBe('unread');
	expect(worstClock(row('Gus', { things: [thing(8), unopened], late: [thing(8), unopened] }), NOW)).toBe('answer');
});
