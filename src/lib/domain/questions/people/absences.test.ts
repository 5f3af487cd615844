import { describe, expect, it } from 'vitest';
import { hours, mapleAs, NOW, session } from '../../testing/maple.ts';
import { absencesOf, awayDuring, awayNow, coversWith, plannedDuring } from './absences.ts';

describe('whoever says that they are away', () => {
	const during = (from: number, until: number) =>
		awayDuring(mapleAs('jo'), { from_at: hours(from), until: hours(until) }).map(({ id }) => id);

	it('is told of those who are away in that time, too: Sam is, until Thursday', () => {
		expect(during(0, 24)).toEqual(['leave']);
		expect(during(47, 99)).toEqual(['leave']);
		expect(during(-99, 99)).toEqual(['leave']);
	});

	it('but not of those who are back by then, or have not gone yet', () => {
		expect(during(48, 99)).toEqual([]);
		expect(during(-99, -24)).toEqual([]);
	});
});

describe('whoever runs the home, and whoever covers', () => {
	const [leave] = mapleAs('jo').away;

	it('is told who is away now, and of times to come, soonest first', () => {
		const soon = { ...leave!, id: 'soon', from_at: hours(60), until: hours(70) };
		const view = mapleAs('pat', { away: [soon, leave!, { ...leave!, id: 'over', until: hours(-1) }] });
		expect(awayNow(view, 'sam', NOW)?.id).toBe('leave');
		expect(awayNow(view, 'jo', NOW)).toBeUndefined();
		expect(absencesOf(view, ['sam'], NOW).map(({ id }) => id)).toEqual(['leave', 'soon']);
		expect(absencesOf(view, ['jo'], NOW)).toEqual([]);
	});

	it('is told which sessions stand in that time', () => {
		const sessions = [session(), session({ id: 'off', state: 'cancelled' }), session({ id: 'sam', with_id: 'sam' })];
		const during = (from: number) =>
			plannedDuring(mapleAs('jo', { sessions }), 'jo', { from_at: hours(from), until: hours(99) });
		expect(during(0).map(({ id }) => id)).toEqual(['session']);
		expect(during(54)).toEqual([]);
	});

	it('is told for whom they stand in with a child, unless the child said no', () => {
		const covers = (more = {}) => coversWith(mapleAs('jo', { away: [{ ...leave!, ...more }] }), 'robin', NOW);
		expect(covers().map(({ worker_id }) => worker_id)).toEqual(['sam']);
		expect(covers({ refused_by: ['robin'] })).toEqual([]);
		expect(covers({ worker_id: 'lou' })).toEqual([]); // who is not Robin's key worker
		expect(coversWith(mapleAs('jo'), 'kai', NOW)).toEqual([]);
	});
});
