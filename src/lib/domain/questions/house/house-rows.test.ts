import { describe, expect, it } from 'vitest';
import { device, hours, mapleAs, NOW, person, session, wish } from '../../testing/maple.ts';
import type { HandoverLine, OpenThing } from '../../house.ts';
import type { View } from '../../view.ts';
import { houseRows, isCounted, type HouseRow } from './house-rows.ts';

const DAY = 24;
const line = (child_id: string, more: Partial<HandoverLine> = {}): HandoverLine => ({
	...{ child_id, came_at: hours(-100 * DAY), since: null, late_from: null, with_ids: [] },
	...{ last_at: null, next_at: null, next_with: null, promises: [] },
	...more
});
const waits = (child_id: string, days: number): OpenThing => ({
	...{ child_id, asked_at: hours(-days * DAY), unread_by: null, answer_by: hours((7 - days) * DAY) },
	...{ with_ids: ['jo'], stays: true }
});
const rowOf = (child: string, more: Partial<View>, me = 'pat'): HouseRow => {
	const row = houseRows(mapleAs(me, more), NOW).find((one) => one.child.id === child);
	if (!row) throw new Error(`${child} has no row`);
	return row;
};
const card = (person_id: string) => ({
	...{ person_id, job: '', things: [], reach: '', here: '', picture: null, at: NOW }
});

describe('a child in the house', () => {
	it('has what waits, and of it what is late though it did not move', () => {
		const row = rowOf('robin', { house: [waits('robin', 2), waits('robin', 8), waits('kai', 9)] });
		expect([row.things.length, row.late.length]).toEqual([2, 1]);
	});

	it('has a row after moving on for as long as something waits', () => {
		const people = [person('robin', 'child', { left_at: NOW }), person('kai', 'child'), person('pat', 'manager')];
		const ids = (more: Partial<View>) => houseRows(mapleAs('pat', { people, ...more }), NOW).map((row) => row.child.id);
		expect(ids({})).toEqual(['kai']);
		expect(ids({ house: [waits('robin', 1)] })).toEqual(['robin', 'kai']);
	});

	it('meets in the rhythm of the home: from the last time on, and where there was none from the day of arrival', () => {
		const met = (days: number) => session({ id: `met ${days}`, state: 'recorded', starts_at: hours(-days * DAY) });
		const last = (more: Partial<View>) => {
			const row = rowOf('robin', more);
			return [row.last, row.lastIsLate];
		};
		expect(last({ handover: [line('robin')], sessions: [met(6)] })).toEqual([hours(-6 * DAY), false]);
		expect(last({ handover: [line('robin')], sessions: [met(9)] })).toEqual([hours(-9 * DAY), true]);
		expect(last({ handover: [line('robin', { last_at: hours(-95 * DAY) })] })).toEqual([hours(-95 * DAY), true]);
		expect(last({ handover: [line('robin')] })).toEqual([null, true]);
		expect(last({ handover: [line('robin', { came_at: hours(-DAY) })] })).toEqual([null, false]);
		expect(last({})).toEqual([null, false]); // where the day of arrival is not told, nothing is said of it
	});

	it('has a next time, or misses one; where a rhythm is agreed with each child nothing is missed', () => {
		const missing = (more: Partial<View>) => rowOf('robin', more).nextIsMissing;
		expect(missing({ handover: [line('robin')] })).toBe(true);
		expect(missing({ handover: [line('robin')], sessions: [session()] })).toBe(false);
		expect(missing({})).toBe(false);
		const home = { ...mapleAs('pat').home, rhythm_days: null };
		expect(rowOf('robin', { home, handover: [line('robin')] })).toMatchObject({
			...{ nextIsMissing: false, lastIsLate: false }
		});
	});

	it('is owed promises whose day is over', () => {
		const pledge = (id: string, due: string, ended_at: string | null = null) => ({
			...{ id, child_id: 'robin', session_id: null, owner_id: 'jo', made_by: 'jo', words: 'x', due, ended_at },
			...{ made_at: hours(-99), kept: ended_at === null ? null : true, because: null }
		});
		const promises = [
			pledge('late', '2026-11-30'),
			pledge('today', '2026-12-01'),
			pledge('kept', '2026-11-01', hours(-5))
		];
		expect(rowOf('robin', { promises }).promisesLate.map(({ id }) => id)).toEqual(['late']);
		expect(rowOf('kai', { promises }).promisesLate).toEqual([]);
	});
});

describe('first steps', () => {
	const steps = (came: number, more: Partial<View> = {}) =>
		rowOf('kai', { handover: [line('kai', { came_at: hours(-came * DAY) })], ...more }).steps.map(
			({ name, is }) => `${name} ${is}`
		);

	it('are due in the first days and late after them', () => {
		expect(steps(1)).toEqual(['card due', 'session due']);
		expect(steps(9)).toEqual(['card late', 'session late']);
	});

	it('are done by the card of each key worker, and by a first time together', () => {
		const met = session({ child_id: 'kai', state: 'recorded', starts_at: hours(-30) });
		expect(steps(3, { cards: [card('jo')], sessions: [met] })).toEqual(['card done', 'session done']);
		expect(steps(3, { cards: [card('jo')], key_workers: [] })[0]).toBe('card due');
	});

	it('are told for six weeks, and of nobody whose day of arrival is not known', () => {
		expect(steps(43)).toEqual([]);
		expect(rowOf('kai', { items: [wish()] }).steps).toEqual([]);
	});
});

it('is told only where it is known what waits', () => {
	const handover = [line('robin')];
	expect(isCounted(mapleAs('pat', { handover }))).toBe(true);
	expect(isCounted(mapleAs('pat'))).toBe(false); // kept by an app that did not ask for it yet
	expect(isCounted(mapleAs('morgan'))).toBe(true); // whoever is above gets no handover
	const devices = [device("pat's tablet", 'pat', { own: false })];
	expect(isCounted(mapleAs('pat', { handover, devices }))).toBe(false);
});
