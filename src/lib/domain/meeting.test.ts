import { describe, expect, it } from 'vitest';
import { currentPlan, nextSession } from './meeting.ts';
import { hours, mapleAs, NOW, session } from './testing/maple.ts';
import type { Session, SessionEvent } from './view.ts';

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
			...{ other_time: 'After school', not_today: true }
		});
	});

	it('stays with what happened afterwards, and is unknown where only the time is', () => {
		expect(planOf({ ...by('t', 'robin'), kind: 'tapped', mine: 'yes', ended: 'good' })).toEqual(planOf());
		expect(currentPlan(session({ events: [] }))).toBeNull();
	});
});
