import { describe, expect, it } from 'vitest';
import { iPlanFor, isChildHere, isStaffHere, iWorkWith, mayChange, myChildren, wasStaffHere } from './me.ts';
import { hours, mapleAs, NOW, person } from './testing/maple.ts';

const left = (id: string, role: 'worker' | 'child') => person(id, role, { left_at: hours(-1) });

describe('whom I work with', () => {
	it('are the children whose key worker I am', () => {
		expect(iWorkWith(mapleAs('sam'), NOW)).toEqual(['robin']);
		expect(iWorkWith(mapleAs('lou'), NOW)).toEqual([]);
	});

	it('and those whose key worker I cover for, while they are away', () => {
		const away = [{ id: 'a', worker_id: 'sam', cover_id: 'lou', from_at: hours(-1), until: hours(1), refused_by: [] }];
		expect(iWorkWith(mapleAs('lou', { away }), NOW)).toEqual(['robin']);
		expect(iWorkWith(mapleAs('lou', { away }), hours(2))).toEqual([]);
	});

	it('but not a child who said no to me', () => {
		const away = [
			{ id: 'a', worker_id: 'sam', cover_id: 'lou', from_at: hours(-1), until: hours(1), refused_by: ['robin'] }
		];
		expect(iWorkWith(mapleAs('lou', { away }), NOW)).toEqual([]);
	});

	it('is each child once, although I am its key worker and cover for the other', () => {
		expect(iWorkWith(mapleAs('jo'), NOW)).toEqual(['kai', 'robin']);
	});
});

describe('whose time together I see', () => {
	it('is my own as a child, my children’s as a worker, everybody’s as the manager', () => {
		expect(myChildren(mapleAs('robin'), NOW)).toEqual(['robin']);
		expect(myChildren(mapleAs('sam'), NOW)).toEqual(['robin']);
		expect(myChildren(mapleAs('pat'), NOW)).toEqual(['kai', 'robin']);
		expect(myChildren(mapleAs('morgan'), NOW)).toEqual([]);
	});

	it('is planned only by whoever works with that child', () => {
		expect(iPlanFor(mapleAs('sam'), 'robin', NOW)).toBe(true);
		expect(iPlanFor(mapleAs('pat'), 'robin', NOW)).toBe(false);
	});
});

describe('who is here', () => {
	it('is staff or a child, and has not left', () => {
		const view = mapleAs('pat', {
			people: [person('sam', 'worker'), left('max', 'worker'), left('ali', 'child'), person('kai', 'child')]
		});
		expect([
			isStaffHere(view, 'sam'),
			isStaffHere(view, 'max'),
			isStaffHere(view, 'kai'),
			isStaffHere(view, null)
		]).toEqual([...[true, false, false, false]]);
		expect([
			isChildHere(view, 'kai'),
			isChildHere(view, 'ali'),
			isChildHere(view, 'sam'),
			isChildHere(view, 'x')
		]).toEqual([...[true, false, false, false]]);
		expect([wasStaffHere(view, 'max'), wasStaffHere(view, 'ali'), wasStaffHere(view, 'x')]).toEqual([
			true,
			false,
			false
		]);
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
