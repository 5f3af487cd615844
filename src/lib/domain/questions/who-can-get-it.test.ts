import { describe, expect, it } from 'vitest';
import { mapleHouse, NOW } from '../../../../tests/support/maple-house.ts';
import type { Person } from '../view.ts';
import { inHomeOrder, myKeyWorkers, whoCouldGetIt } from './who-can-get-it.ts';

const changed = (name: string, change: Partial<Person>) =>
	mapleHouse({ people: mapleHouse().people.map((one) => (one.id === name ? { ...one, ...change } : one)) });
const could = (view = mapleHouse()) => whoCouldGetIt(view, NOW).map(({ id }) => id);

describe('whom a child may tell something', () => {
	it('is everybody who works here, my key workers first, the manager and who is above last', () => {
		expect(could()).toEqual(['sam', 'jo', 'alex', 'pat', 'morgan']);
	});
	it('is nobody who left', () => {
		expect(could(changed('alex', { left_at: NOW }))).not.toContain('alex');
	});
	it('shows who is not at work only where it is my key worker, so that nobody vanishes in silence', () => {
		expect(could(changed('alex', { at_work: false }))).not.toContain('alex');
		expect(could(changed('sam', { at_work: false }))).toContain('sam');
	});
	it('is no other child', () => {
		expect(could(changed('alex', { role: 'child' }))).not.toContain('alex');
	});
});

it('my key workers are those of now', () => {
	const [first, second] = mapleHouse().key_workers;
	const view = mapleHouse({
		key_workers: [
			{ ...second!, place: 1 },
			{ ...first!, until: NOW }
		]
	});
	expect(myKeyWorkers(view, NOW)).toEqual(['jo']);
});

it('names stand in the order of the home, whoever left at the end', () => {
	expect(inHomeOrder(changed('sam', { left_at: NOW }), ['sam', 'pat', 'jo'], NOW)).toEqual(['jo', 'pat', 'sam']);
});
