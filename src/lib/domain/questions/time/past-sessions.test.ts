import { expect, it } from 'vitest';
import { hours, mapleHouse, NOW } from '../../../../../tests/support/maple-house.ts';
import type { Session, SessionEvent } from '../../view.ts';
import { recordedSessions } from './sessions.ts';
import { recordsOf, sessionsAhead, sessionsToRecord, tapsOf, wasUnplanned } from './past-sessions.ts';

it('last time is the last one that was written down, not one that is planned or was called off', () => {
	const session = (id: string, state: Session['state'], starts_at: string): Session => ({
		id,
		child_id: 'robin',
		with_id: 'sam',
		starts_at,
		state,
		events: []
	});
	const sessions = [
		session('old', 'recorded', hours(-300)),
		session('last', 'recorded', hours(-100)),
		session('off', 'cancelled', hours(-50)),
		session('next', 'planned', hours(50))
	];
	expect(recordedSessions(mapleHouse({ sessions })).at(0)?.id).toBe('last');
	expect(recordedSessions(mapleHouse())).toEqual([]);
});

it('what is to be written down are planned times that have begun, the first of them first', () => {
	const session = (id: string, state: Session['state'], starts: number): Session => ({
		...{ id, child_id: 'robin', with_id: 'sam', starts_at: hours(starts), state, events: [] }
	});
	const sessions = [
		...[session('next', 'planned', 1), session('begun', 'planned', -1), session('missed', 'planned', -99)],
		...[session('done', 'recorded', -9), session('done before', 'recorded', -90)]
	];
	const view = mapleHouse({ sessions });
	expect(sessionsToRecord(view, 'robin', NOW).map(({ id }) => id)).toEqual(['missed', 'begun']);
	expect(sessionsToRecord(view, 'kai', NOW)).toEqual([]);
	expect(recordedSessions(view, 'robin').map(({ id }) => id)).toEqual(['done', 'done before']);
});

it('what was written is shown with what was added to it on top; of the taps, the last', () => {
	const at = (id: string) => ({ id, person_id: 'sam', at: NOW });
	const record = (id: string): SessionEvent => ({
		...at(id),
		kind: 'recorded',
		talked: '',
		came: '',
		went: '',
		good: ''
	});
	const tap = (id: string): SessionEvent => ({ ...at(id), kind: 'tapped', mine: 'yes', ended: 'good' });
	const events = [record('first'), tap('one'), record('added'), tap('two')];
	const session: Session = { id: 's', child_id: 'robin', with_id: 'sam', starts_at: NOW, state: 'recorded', events };
	expect(recordsOf(session).map(({ id }) => id)).toEqual(['added', 'first']);
	expect(tapsOf(session)?.id).toBe('two');
	expect(tapsOf({ ...session, events: [] })).toBeUndefined();
});

it('nobody planned what was put down as such', () => {
	const plan = {
		id: 'p',
		person_id: 'jo',
		kind: 'planned',
		starts_at: hours(-2),
		place: 'x',
		how: 'walk',
		purpose: ''
	} as const;
	const of = (events: SessionEvent[]) =>
		wasUnplanned({ id: 's', child_id: 'robin', with_id: 'jo', starts_at: hours(-2), state: 'recorded', events });
	const afterwards = { ...plan, at: hours(-1), unplanned: true };
	expect(of([afterwards])).toBe(true);
	expect(of([{ ...afterwards, unplanned: false }])).toBe(false); // a plan that came late from a device without signal
	expect(of([afterwards, { ...plan, id: 'c', kind: 'changed', at: hours(0) }])).toBe(false);
	expect(of([])).toBe(false); // only when it was is known
});

it('what may have come early is planned for within a day, soonest first', () => {
	const at = (id: string, starts_at: string, state: Session['state'] = 'planned'): Session => ({
		...{ id, child_id: 'robin', with_id: 'jo', starts_at, state, events: [] }
	});
	const sessions = [at('late', hours(23)), at('soon', hours(1)), at('far', hours(25)), at('begun', hours(-1))];
	const view = { ...mapleHouse(), sessions: [...sessions, at('off', hours(2), 'cancelled')] };
	expect(sessionsAhead(view, 'robin', NOW).map(({ id }) => id)).toEqual(['soon', 'late']);
	expect(sessionsAhead(view, 'kai', NOW)).toEqual([]);
});
