import { expect, it } from 'vitest';
import { hours, mapleHouse, NOW } from '../../../../tests/support/maple-house.ts';
import type { Agreement, Session } from '../view.ts';
import { lastTime, newestAgreement, whoSeesOurTime } from './our-time.ts';

it('our time is seen by my key workers, who covers for them now, and the manager', () => {
	expect(whoSeesOurTime(mapleHouse(), NOW)).toEqual(['sam', 'jo', 'pat']);
	const away = [{ id: 'a', worker_id: 'jo', cover_id: 'alex', from_at: hours(-1), until: hours(9), refused_by: [] }];
	expect(whoSeesOurTime(mapleHouse({ away }), NOW)).toEqual(['sam', 'jo', 'alex', 'pat']);
});

it('a cover whom I refused sees nothing of it', () => {
	const away = [
		{ id: 'a', worker_id: 'jo', cover_id: 'alex', from_at: hours(-1), until: hours(9), refused_by: ['robin'] }
	];
	expect(whoSeesOurTime(mapleHouse({ away }), NOW)).not.toContain('alex');
});

it('who is not at work sees nothing of it', () => {
	const people = mapleHouse().people.map((one) => (one.id === 'pat' ? { ...one, at_work: false } : one));
	expect(whoSeesOurTime(mapleHouse({ people }), NOW)).toEqual(['sam', 'jo']);
});

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
	expect(lastTime(mapleHouse({ sessions }))?.id).toBe('last');
	expect(lastTime(mapleHouse())).toBeNull();
});

it('how we meet is the newest version', () => {
	const version = (id: string, made_at: string): Agreement => ({
		id,
		child_id: 'robin',
		made_by: 'sam',
		made_at,
		how_often: '',
		where_we_meet: '',
		how_to_stop: '',
		notes_kept: '',
		agreed: []
	});
	const agreements = [version('new', hours(-1)), version('old', hours(-9))];
	expect(newestAgreement(mapleHouse({ agreements }))?.id).toBe('new');
});
