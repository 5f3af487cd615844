import { expect, it } from 'vitest';
import { apart } from './alike.ts';
import { mapleAs } from '../testing/maple.ts';
import type { Person } from '../view.ts';

const view = mapleAs('pat');
const [someone] = view.people;
const person = (id: string, role: Person['role'], name: string, left_at: string | null = null): Person => ({
	...someone!,
	id,
	role,
	name,
	left_at
});
const people = [
	person('1', 'worker', 'Sam'),
	person('2', 'child', 'sam'),
	person('3', 'child', 'S.am'),
	person('4', 'worker', 'Sam', '2026-01-01T00:00:00Z'),
	person('5', 'worker', 'Jo')
];

it('two who read alike are told apart by what they are, several of a kind by their number, and whoever left by that', () => {
	expect(people.map((one) => apart({ ...view, people }, one))).toEqual([
		{ left: false, number: null },
		{ left: false, number: 1 },
		{ left: false, number: 2 },
		{ left: true },
		null
	]);
});

it('somebody whom this view does not know reads like nobody', () => {
	expect(apart(view, person('9', 'worker', 'Zuleika'))).toBeNull();
});
