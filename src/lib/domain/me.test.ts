import { describe, expect, it } from 'vitest';
import { isChildHere, isStaffAtWork, isStaffHere, iWorkWith, wasStaffHere } from './me.ts';
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

it('whoever is not at work now is of the staff all the same', () => {
	const view = mapleAs('pat', { people: [person('sam', 'worker'), person('lou', 'worker', { at_work: false })] });
	expect([isStaffAtWork(view, 'sam'), isStaffAtWork(view, 'lou'), isStaffHere(view, 'lou')]).toEqual([
		true,
		false,
		true
	]);
	expect(isStaffAtWork(view, null)).toBe(false);
});
