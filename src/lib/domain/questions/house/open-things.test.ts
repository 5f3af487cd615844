import { expect, it } from 'vitest';
import { hours, mapleAs, NOW, wish } from '../../testing/maple.ts';
import type { OpenThing } from '../../house.ts';
import { lateClock, lateWithoutWords, lotsOf, openThings } from './open-things.ts';

const thing = (more: Partial<OpenThing> = {}): OpenThing => ({
	...{ child_id: 'robin', asked_at: hours(-2), unread_by: hours(22), answer_by: hours(166) },
	...{ with_ids: ['jo'], stays: false },
	...more
});

it('what waits stands in the order in which it was asked, whosever it is', () => {
	const house = [thing(), thing({ asked_at: hours(-9) }), thing({ child_id: 'kai' })];
	expect(openThings(mapleAs('pat', { house })).map(({ child_id, asked_at }) => [child_id, asked_at])).toEqual([
		['robin', hours(-9)],
		['kai', hours(-2)],
		['robin', hours(-2)]
	]);
});

it('what I answered on this device waits no more, before the home knows of it', () => {
	const house = [thing(), thing({ asked_at: hours(-9) })];
	const items = [wish({ asked_at: hours(-2), closed_at: NOW }), wish({ id: 'open', asked_at: hours(-9) })];
	expect(openThings(mapleAs('pat', { house, items })).map(({ asked_at }) => asked_at)).toEqual([hours(-9)]);
});

it('each of its clocks makes it late, whether its words may go on or not', () => {
	expect(lateClock(thing(), NOW)).toBeNull();
	expect(lateClock(thing({ unread_by: hours(-1), stays: true }), NOW)).toBe('unread');
	expect(lateClock(thing({ unread_by: null }), NOW)).toBeNull();
	expect(lateClock(thing({ unread_by: null, answer_by: hours(-1), stays: true }), NOW)).toBe('answer');
});

it('what the same people have stands together; whoever is away is told only where nobody else has it', () => {
	const lots = (...things: Partial<OpenThing>[]) => lotsOf(mapleAs('pat'), things.map(thing), NOW);
	expect(lots({}, { stays: true }, { with_ids: ['jo', 'sam'] }, { with_ids: ['sam'] }, { with_ids: [] })).toEqual([
		{ count: 2, with_ids: ['jo'], stays: false }, // Sam is away
		{ count: 1, with_ids: ['jo'], stays: true },
		{ count: 1, with_ids: ['sam'], stays: false },
		{ count: 1, with_ids: [], stays: false }
	]);
	expect(lots()).toEqual([]);
});

it('what waits with me without words is late by the same clocks, where I may count it', () => {
	const late = (one: OpenThing, house = [one]) => lateWithoutWords(mapleAs('pat', { house }), one, NOW);
	expect(late(thing({ asked_at: hours(-25), unread_by: hours(-1) }))).toEqual({ clock: 'unread', hours: 24 });
	expect(late(thing({ asked_at: hours(-169), answer_by: hours(-1) }))).toEqual({ clock: 'answer', hours: 168 });
	expect(late(thing())).toBeNull();
	expect(late(thing({ asked_at: hours(-169), answer_by: hours(-1) }), [])).toBeNull(); // a worker counts nothing
});
