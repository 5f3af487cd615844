import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import { after, hours, mapleAs, NOW, person, refusal, wish } from '../testing/maple.ts';

const withoutMorgan = (me: string) => mapleAs(me, { people: mapleAs(me).people.filter(({ id }) => id !== 'morgan') });

describe('a new person', () => {
	const add = { id: 'max', role: 'worker' as const, name: ' Max ' };

	it('is added by the manager, and has not joined yet', () => {
		const { people } = after(mapleAs('pat'), 'add_person', add);
		expect(people.map(({ id }) => id)).toEqual(['jo', 'kai', 'lou', 'max', 'morgan', 'pat', 'robin', 'sam']);
		expect(people[3]).toEqual(person('max', 'worker', { name: 'Max', joined: false }));
	});

	it('is added by nobody else, but a manager by who is above them', () => {
		expect(refusal(mapleAs('sam'), 'add_person', add)).toBe('not_yours');
		expect(refusal(mapleAs('morgan'), 'add_person', add)).toBe('not_yours');
		expect(refusal(mapleAs('morgan'), 'add_person', { ...add, role: 'manager' })).toBeNull();
	});

	it('who is above the manager is never named in the app: set-up does', () => {
		const above = { ...add, role: 'responsible_individual' as const };
		expect(refusal(mapleAs('pat'), 'add_person', above)).toBe('not_yours');
		expect(refusal(withoutMorgan('pat'), 'add_person', above)).toBe('not_yours');
		expect(refusal(mapleAs('morgan'), 'add_person', above)).toBe('not_yours');
		expect(refusal(withoutMorgan('sam'), 'add_person', above)).toBe('not_yours');
	});

	it('has a name of their own', () => {
		expect(refusal(mapleAs('pat'), 'add_person', { ...add, name: '' })).toBe('bad_name');
		expect(refusal(mapleAs('pat'), 'add_person', { ...add, name: 'SAM' })).toBe('name_taken');
		expect(refusal(mapleAs('pat'), 'add_person', { ...add, name: 'Sam', role: 'child' })).toBeNull();
		expect(refusal(mapleAs('pat'), 'add_person', { ...add, id: 'sam' })).toBe('already_there');
	});
});

describe('somebody who is not at work, or has left', () => {
	const read = { person_id: 'sam', why: 'picked' as const, words: true, from_at: hours(-1), until: null };
	const pat = mapleAs('pat', { items: [wish({ readers: [read, { ...read, person_id: 'pat' }] })] });

	it('reads nothing from then on', () => {
		const off = after(pat, 'set_at_work', { person: 'sam', at_work: false });
		expect(off.people.find(({ id }) => id === 'sam')?.at_work).toBe(false);
		expect(off.items[0]?.readers.map(({ person_id }) => person_id)).toEqual(['pat']);
	});

	it('and comes back is at work again', () => {
		const off = after(pat, 'set_at_work', { person: 'sam', at_work: false });
		const back = after(off, 'set_at_work', { person: 'sam', at_work: true });
		expect(back.people).toEqual(pat.people);
	});

	it('and has left is nobody’s key worker', () => {
		const gone = after(pat, 'person_left', { person: 'sam' });
		expect(gone.people.find(({ id }) => id === 'sam')?.left_at).toBe(NOW);
		expect(gone.key_workers.map(({ worker_id, until }) => [worker_id, until])).toEqual([
			...[
				['jo', null],
				['jo', null],
				['sam', NOW]
			]
		]);
		expect(gone.items[0]?.readers).toHaveLength(1);
	});

	it('and was a child has no key worker', () => {
		const past = { ...pat.key_workers[0]!, id: 'past', until: hours(-5) };
		const gone = after({ ...pat, key_workers: [...pat.key_workers, past] }, 'person_left', { person: 'kai' });
		expect(gone.key_workers.map(({ until }) => until)).toEqual([NOW, null, null, hours(-5)]);
	});

	it('is changed by the manager, never by themselves, and only if something changes', () => {
		const off = (person_: string, me = 'pat', at_work = false) =>
			refusal(mapleAs(me), 'set_at_work', { person: person_, at_work } satisfies CallArgs['set_at_work']);
		expect([off('sam'), off('sam', 'jo'), off('pat'), off('robin'), off('stranger'), off('sam', 'pat', true)]).toEqual([
			...[null, ...Array.from({ length: 5 }, () => 'person_not_changed')]
		]);
		const left = mapleAs('pat', { people: [person('pat', 'manager'), person('sam', 'worker', { left_at: NOW })] });
		expect(refusal(left, 'set_at_work', { person: 'sam', at_work: false })).toBe('person_not_changed');
		expect(refusal(left, 'add_person', { id: 'new', role: 'worker', name: 'Sam' })).toBe('name_taken'); // stands in old stories
		expect(refusal(left, 'person_left', { person: 'sam' })).toBe('person_not_changed');
		expect(refusal(left, 'person_left', { person: 'stranger' })).toBe('person_not_changed');
		expect(refusal(mapleAs('sam'), 'person_left', { person: 'jo' })).toBe('person_not_changed');
	});
});
