import { expect, it } from 'vitest';
import { hours, mapleHouse, NOW } from '../../../../../tests/support/maple-house.ts';
import { whoSeesSessions } from './who-sees-sessions.ts';

it('our time is seen by my key workers, who covers for them now, and the manager', () => {
	expect(whoSeesSessions(mapleHouse(), NOW)).toEqual(['sam', 'jo', 'pat']);
	const away = [{ id: 'a', worker_id: 'jo', cover_id: 'alex', from_at: hours(-1), until: hours(9), refused_by: [] }];
	expect(whoSeesSessions(mapleHouse({ away }), NOW)).toEqual(['sam', 'jo', 'alex', 'pat']);
});

it('a cover whom I refused sees nothing of it', () => {
	const away = [
		{ id: 'a', worker_id: 'jo', cover_id: 'alex', from_at: hours(-1), until: hours(9), refused_by: ['robin'] }
	];
	expect(whoSeesSessions(mapleHouse({ away }), NOW)).not.toContain('alex');
});

it('who is not at work sees nothing of it', () => {
	const people = mapleHouse().people.map((one) => (one.id === 'pat' ? { ...one, at_work: false } : one));
	expect(whoSeesSessions(mapleHouse({ people }), NOW)).toEqual(['sam', 'jo']);
});
