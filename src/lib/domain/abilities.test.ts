import { describe, expect, it } from 'vitest';
import { ABILITIES, can, isWorker, leadsHome, MANAGES, manages, may, mayChange, type Ability } from './abilities.ts';
import { mapleAs, NOW } from './testing/maple.ts';
import { ROLES } from './vocabulary/roles.ts';

const forRobin = { child: 'robin', now: NOW };
const who = (ability: Ability, about?: typeof forRobin) =>
	['robin', 'kai', 'sam', 'lou', 'pat', 'morgan'].filter((me) => may(mapleAs(me), ability, about));

describe('who may', () => {
	it('say something is a child, and for themselves', () => {
		expect(who('speak')).toEqual(['robin', 'kai']);
		expect(who('speak', forRobin)).toEqual(['robin']);
	});

	it('hear it is every adult of the home', () => {
		expect(who('listen')).toEqual(['sam', 'lou', 'pat', 'morgan']);
		expect(who('listen', forRobin)).toEqual(['sam', 'lou', 'pat', 'morgan']);
	});

	it('plan time with a child is whoever works with that child', () => {
		expect(who('plan_session')).toEqual(['sam', 'lou', 'pat']);
		expect(who('plan_session', forRobin)).toEqual(['sam']);
		const [first] = mapleAs('pat').key_workers;
		const key_workers = [{ ...first!, child_id: 'robin', worker_id: 'pat' }];
		expect(may(mapleAs('pat', { key_workers }), 'plan_session', forRobin)).toBe(true);
		expect(
			may(mapleAs('morgan', { key_workers: [{ ...key_workers[0]!, worker_id: 'morgan' }] }), 'plan_session', forRobin)
		).toBe(false);
	});

	it('see a session is the child, who works with them, and the manager', () => {
		expect(who('see_sessions', forRobin)).toEqual(['robin', 'sam', 'pat']);
	});

	it('run the home is its manager', () => {
		expect([who('run_home'), who('oversee')]).toEqual([['pat'], ['morgan']]);
		expect(ROLES.filter(leadsHome)).toEqual(['manager', 'responsible_individual']);
		expect(ROLES.filter(isWorker)).toEqual(['worker']);
	});

	it('do anything is nobody whom this device does not know', () => {
		expect(may(mapleAs('stranger'), 'listen')).toBe(false);
		expect([can(undefined, 'listen'), manages(undefined, 'child')]).toEqual([false, false]);
	});
});

describe('who may change people', () => {
	it('is the manager, but nobody changes themselves, and not whoever is above them', () => {
		expect(mayChange(mapleAs('pat'), 'sam', 'worker')).toBe(true);
		expect(mayChange(mapleAs('pat'), 'pat', 'manager')).toBe(false);
		expect(mayChange(mapleAs('pat'), 'morgan', 'responsible_individual')).toBe(false);
	});

	it('is the responsible individual for managers and their like', () => {
		expect(mayChange(mapleAs('morgan'), 'pat', 'manager')).toBe(true);
		expect(mayChange(mapleAs('morgan'), 'other', 'responsible_individual')).toBe(true);
		expect(mayChange(mapleAs('morgan'), 'sam', 'worker')).toBe(false);
	});

	it('is no worker', () => {
		expect(mayChange(mapleAs('sam'), 'jo', 'worker')).toBe(false);
	});
});

it('every role that stands in the tables is one', () => {
	const named = [...Object.values(ABILITIES), MANAGES].flatMap((one) => Object.keys(one));
	expect(named.filter((role) => !ROLES.some((one) => one === role))).toEqual([]);
});
