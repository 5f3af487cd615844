import { describe, expect, it } from 'vitest';
import { facesToShow, nobodyToday } from './faces.ts';
import { hours, mapleAs, NOW } from '../testing/maple.ts';
import type { Person, View } from '../view.ts';
import type { Reader } from '../item.ts';

const reader = (person_id: string, more: Partial<Reader> = {}): Reader => ({
	...{ person_id, why: 'picked', words: true, from_at: NOW, until: null },
	...more
});
const withSam = (more: Partial<Person>, view: View = mapleAs('robin', { away: [] })): View => ({
	...view,
	people: view.people.map((one) => (one.id === 'sam' ? { ...one, ...more } : one))
});

describe('the faces before sending', () => {
	it('are everybody who can read it, now or later, with words or without, each once', () => {
		const draft = { kind: 'wish' as const, readers: ['sam', 'jo'], left_out: [], may_move: false, about: null };
		expect(facesToShow(mapleAs('robin'), draft, NOW)).toEqual(['jo', 'sam', 'pat', 'morgan']);
	});
});

describe('before a child sends', () => {
	it('nothing needs to be said when somebody reads it today', () => {
		expect(nobodyToday(withSam({}), [reader('sam')], NOW)).toBeNull();
	});

	it('they hear that nobody is here before Thursday', () => {
		expect(nobodyToday(mapleAs('robin'), [reader('sam')], NOW)).toEqual({ back: hours(48) });
	});

	it('they hear who is back first, also after two absences in a row', () => {
		const next = { id: 'next', worker_id: 'sam', cover_id: null, from_at: hours(47), until: hours(90), refused_by: [] };
		const away = [...mapleAs('robin').away, next];
		expect(nobodyToday(mapleAs('robin', { away }), [reader('sam')], NOW)).toEqual({ back: hours(90) });
	});

	it('whoever covers is somebody who reads it today', () => {
		const cover = reader('jo', { why: 'cover', until: hours(48) });
		expect(nobodyToday(mapleAs('robin'), [reader('sam'), cover], NOW)).toBeNull();
		expect(nobodyToday(mapleAs('robin'), [reader('sam'), { ...cover, words: false }], NOW)).toEqual({
			back: hours(48)
		});
	});

	it('whoever comes back this afternoon is here today', () => {
		const away = [{ ...mapleAs('robin').away[0]!, until: hours(5) }];
		expect(nobodyToday(mapleAs('robin', { away }), [reader('sam')], NOW)).toBeNull();
	});

	it('whoever is not at work, has not joined or has left is not counted on', () => {
		for (const more of [{ at_work: false }, { joined: false }, { left_at: NOW }])
			expect(nobodyToday(withSam(more), [reader('sam')], NOW)).toEqual({ back: null });
		expect(nobodyToday(mapleAs('robin'), [reader('stranger')], NOW)).toEqual({ back: null });
		expect(nobodyToday(mapleAs('robin'), [], NOW)).toEqual({ back: null });
	});

	it('whoever reads it no more when they are back does not count', () => {
		expect(nobodyToday(mapleAs('robin'), [reader('sam', { until: hours(40) })], NOW)).toEqual({ back: null });
	});
});
