import { describe, expect, it } from 'vitest';
import { whoCanGet, whoCannotGet } from './addressees.ts';
import { hours, mapleAs, NOW } from './testing/maple.ts';
import type { Person, View } from './view.ts';

const ids = (people: Person[]) => people.map(({ id }) => id);
const without = (view: View, id: string, change: Partial<Person>): View => ({
	...view,
	people: view.people.map((one) => (one.id === id ? { ...one, ...change } : one))
});
const lou = without(mapleAs('robin'), 'lou', { at_work: false });

describe('who can get something', () => {
	it('is everybody of the staff who is at work', () => {
		expect(ids(whoCanGet(mapleAs('robin'), { child: 'robin' }, NOW))).toEqual(['jo', 'lou', 'morgan', 'pat', 'sam']);
	});

	it('is a key worker who is not at work, too; of the others only who was picked before', () => {
		const sam = without(mapleAs('robin'), 'sam', { at_work: false });
		expect(ids(whoCanGet(sam, { child: 'robin' }, NOW))).toContain('sam');
		expect(ids(whoCanGet(lou, { child: 'robin' }, NOW))).not.toContain('lou');
		expect(ids(whoCanGet(lou, { child: 'robin', picked: ['lou'] }, NOW))).toContain('lou');
		expect(whoCannotGet(lou, { child: 'robin', picked: ['lou'] })).toEqual([]);
	});

	it('is never whoever it is about, nor the adult who writes it down', () => {
		expect(ids(whoCanGet(mapleAs('robin'), { child: 'robin', about: 'pat' }, NOW))).not.toContain('pat');
		expect(ids(whoCanGet(mapleAs('jo'), { child: 'robin' }, NOW))).not.toContain('jo');
	});

	it('is not who left, and that can be said', () => {
		const gone = without(mapleAs('robin'), 'lou', { left_at: hours(-1) });
		expect(ids(whoCanGet(gone, { child: 'robin', picked: ['lou'] }, NOW))).not.toContain('lou');
		expect(ids(whoCannotGet(gone, { child: 'robin', picked: ['lou', 'sam'] }))).toEqual(['lou']);
		expect(ids(whoCannotGet(gone, { child: 'robin', about: 'sam', picked: ['sam'] }))).toEqual(['sam']);
	});
});
