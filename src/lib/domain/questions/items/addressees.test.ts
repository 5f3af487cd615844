import { describe, expect, it } from 'vitest';
import { mapleHouse } from '../../../../../tests/support/maple-house.ts';
import {
	inHomeOrder,
	whoCanBeAsked,
	whoCanGet,
	whoCannotGet,
	whoCouldGetIt,
	whoDealsWith,
	whoDecides,
	whoItCanBeAbout
} from './addressees.ts';
import { hours, mapleAs, NOW, person } from '../../testing/maple.ts';
import type { Person, View } from '../../view.ts';

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
		expect(whoCannotGet(gone, { child: 'robin', picked: ['stranger'] })).toEqual([]); // of whom nothing can be said
		expect(whoCannotGet(gone, { child: 'robin' })).toEqual([]);
	});
});

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

it('names stand in the order of the home, whoever left at the end', () => {
	expect(inHomeOrder(changed('sam', { left_at: NOW }), ['sam', 'pat', 'jo'], NOW)).toEqual(['jo', 'pat', 'sam']);
});

it('the manager is proposed, and everybody can be asked but the key worker it is about', () => {
	const view = mapleAs('robin');
	expect(whoDecides(view, 'sam', NOW)?.id).toBe('pat');
	expect(whoCanBeAsked(view, 'sam', NOW).map(({ id }) => id)).toEqual(['jo', 'lou', 'pat', 'morgan']);
});

it('where the key worker is the manager, whoever is above them is proposed', () => {
	expect(whoDecides(mapleAs('robin'), 'pat', NOW)?.id).toBe('morgan');
	const people = [person('pat', 'manager'), person('sam', 'worker'), person('robin', 'child')];
	expect(whoDecides(mapleAs('robin', { people }), 'pat', NOW)).toBeNull();
});

describe('a complaint', () => {
	const robin = mapleAs('robin');

	it('can be about every adult, also one who left, and never about another child', () => {
		const gone = without(robin, 'lou', { left_at: hours(-1) });
		expect(whoItCanBeAbout(gone, NOW)).toEqual([...whoItCanBeAbout(robin, NOW).filter((id) => id !== 'lou'), 'lou']);
		expect([...whoItCanBeAbout(robin, NOW)].sort()).toEqual(['jo', 'lou', 'morgan', 'pat', 'sam']);
	});

	it('is dealt with by the manager; where it is about the manager, too, by whoever is above them', () => {
		expect(whoDealsWith(robin, [], NOW)?.id).toBe('pat');
		expect(whoDealsWith(robin, ['sam', 'jo'], NOW)?.id).toBe('pat');
		expect(whoDealsWith(robin, ['pat'], NOW)?.id).toBe('morgan');
		expect(whoDealsWith(robin, ['sam', 'pat'], NOW)?.id).toBe('morgan');
		expect(whoDealsWith(robin, ['pat', 'morgan'], NOW)).toBeNull();
	});
});
