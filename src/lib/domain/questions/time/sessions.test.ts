import { describe, expect, it } from 'vitest';
import { asksOf, currentPlan, mayMiss, nextSession } from './sessions.ts';
import { hours, mapleAs, NOW, person, session } from '../../testing/maple.ts';
import type { Away, Session, SessionEvent, View } from '../../view.ts';

const by = (id: string, person_id: string) => ({ id, person_id, at: NOW });
const changed: SessionEvent = {
	...by('c', 'jo'),
	...{ kind: 'changed', starts_at: hours(60), place: 'In the car', how: 'drive', purpose: 'To see the sea' }
};
const picked: SessionEvent = { ...by('h', 'robin'), kind: 'how_picked', how: 'walk' };
const planOf = (...more: SessionEvent[]) => currentPlan(session({ events: [...session().events, ...more] }));

describe('my next session', () => {
	const sessions: Session[] = [
		...[
			session({ id: 'later', starts_at: hours(99) }),
			session(),
			session({ id: 'k', child_id: 'kai', starts_at: hours(1) })
		],
		...[session({ id: 'off', starts_at: hours(2), state: 'cancelled' }), session({ id: 'old', starts_at: hours(-24) })]
	];

	it('is the soonest that is planned with me', () => {
		expect(nextSession(mapleAs('robin', { sessions }), NOW)?.id).toBe('session');
		expect(nextSession(mapleAs('jo', { sessions }), NOW, 'kai')?.id).toBe('k');
		expect(nextSession(mapleAs('robin'), NOW)).toBeNull();
	});

	it('is still the one that began today', () => {
		const today = [...sessions, session({ id: 'now', starts_at: hours(-3) })];
		expect(nextSession(mapleAs('robin', { sessions: today }), NOW)?.id).toBe('now');
	});
});

describe('a session’s plan', () => {
	it('is what was last said', () => {
		expect(planOf()).toMatchObject({ place: 'In the garden', how: 'talk', changed_at: null, not_today: false });
		expect(planOf(changed)).toMatchObject({ place: 'In the car', how: 'drive', changed_at: NOW });
	});

	it('has the child’s pick of how, until it changes again', () => {
		expect(planOf(picked)).toMatchObject({ how: 'walk', how_picked_at: NOW });
		expect(planOf(picked, changed)).toMatchObject({ how: 'drive', how_picked_at: null });
	});

	it('shows that the child asked for another time, or not today', () => {
		const asked: SessionEvent = { ...by('o', 'robin'), kind: 'other_time_asked', words: 'After school' };
		expect(planOf(asked, { ...by('n', 'robin'), kind: 'not_today' })).toMatchObject({
			...{ other_time: { words: 'After school', day: null, part: null }, not_today: true }
		});
	});

	it('stays with what happened afterwards, and is unknown where only the time is', () => {
		expect(planOf({ ...by('t', 'robin'), kind: 'tapped', mine: 'yes', ended: 'good' })).toEqual(planOf());
		expect(currentPlan(session({ events: [] }))).toBeNull();
	});
});

describe('a time that is planned', () => {
	const thursday = session(); // with Jo, who is in
	const change = (more: Partial<Away>): Partial<View> => ({
		away: [
			{ id: 'ill', worker_id: 'jo', cover_id: 'lou', from_at: hours(40), until: hours(60), refused_by: [], ...more }
		]
	});
	const misses = (more: Partial<View>) => mayMiss(mapleAs('robin', more), thursday);

	it('stands, while whoever it is with works here and is not away then', () => {
		expect(misses({})).toBe(false);
		expect(misses(change({ until: hours(53) }))).toBe(false);
		expect(misses(change({ worker_id: 'sam' }))).toBe(false);
	});

	it('may fail where they are away then, not at work now, or have left', () => {
		expect(misses(change({}))).toBe(true);
		for (const more of [{ at_work: false }, { left_at: NOW }])
			expect(misses({ people: [person('robin', 'child'), person('jo', 'worker', more)] })).toBe(true);
	});

	it('may fail where they are not this child’s key worker by then, unless they cover', () => {
		const ended = mapleAs('robin').key_workers.map((one) => ({ ...one, until: hours(24) }));
		expect(misses({ key_workers: ended })).toBe(true);
		expect(misses({ key_workers: ended, ...change({ worker_id: 'sam', cover_id: 'jo' }) })).toBe(false);
		expect(misses({ key_workers: ended.filter(({ worker_id }) => worker_id !== 'jo') })).toBe(false); // covered once
	});
});

it('what the child asked for is told until the plan changes', () => {
	const of = (...more: SessionEvent[]) => asksOf(session({ events: [...session().events, ...more] }));
	const asked: SessionEvent = { ...by('a', 'robin'), kind: 'other_time_asked', words: 'After tea' };
	expect(of()).toBeNull();
	expect(of(asked)?.other_time).toMatchObject({ words: 'After tea' });
	const onSaturday: SessionEvent = { ...asked, words: '', day: '2026-12-05', part: 'midday' };
	expect(of(onSaturday)?.other_time).toEqual({ words: '', day: '2026-12-05', part: 'midday' });
	expect(of({ ...by('n', 'robin'), kind: 'not_today' })?.not_today).toBe(true);
	expect(of(asked, changed)).toBeNull();
	expect(asksOf(session({ events: [] }))).toBeNull();
});

it('what to do together is a picture, words, both or neither', () => {
	const picked = { ...by('h', 'robin'), kind: 'how_picked', how: 'activity' } as const;
	const does = (more: object) =>
		currentPlan(session({ events: [...session().events, { ...picked, ...more }] }))?.activity;
	expect(does({})).toBeNull();
	expect(does({ symbol: null, words: 'Bake' })).toEqual({ symbol: null, words: 'Bake' });
	expect(does({ symbol: 'food' })).toEqual({ symbol: 'food', words: null });
});
