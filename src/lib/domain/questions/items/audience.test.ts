import { describe, expect, it } from 'vitest';
import { hours, mapleHouse, NOW, THURSDAY } from '../../../../../tests/support/maple-house.ts';
import { facesToShow } from '../../reading/faces.ts';
import type { Draft } from '../../reading/facts.ts';
import type { View } from '../../view.ts';
import { audienceOf, inOrder, withFaces } from './audience.ts';

const to = (readers: string[], change: Partial<Draft> = {}): Draft => ({
	kind: 'wish',
	readers,
	left_out: [],
	may_move: false,
	about: null,
	shown: [],
	...change
});
const audience = (view: View, draft: Draft) =>
	audienceOf(view, { ...draft, shown: facesToShow(view, draft, NOW) }, NOW);
const names = (readers: { person_id: string }[]) => readers.map(({ person_id }) => person_id).sort();

describe('before a child sends', () => {
	it('those who were picked can open it at once, and who covers for them, each shown once', () => {
		expect(names(audience(mapleHouse(), to(['sam', 'jo'])).now)).toEqual(['jo', 'sam']);
		const alone = audience(mapleHouse(), to(['sam'])).now;
		expect(names(alone)).toEqual(['jo', 'sam']);
		expect(alone.find(({ person_id }) => person_id === 'jo')?.why).toBe('cover');
	});

	it('whoever is left out covers for nobody', () => {
		expect(names(audience(mapleHouse(), to(['sam'], { left_out: ['jo'] })).now)).toEqual(['sam']);
	});

	it('who covers later is told with the day, and not as one who can open it now', () => {
		const away = [
			{ id: 'a2', worker_id: 'jo', cover_id: 'alex', from_at: hours(20), until: hours(90), refused_by: [] }
		];
		const { now, covering } = audience(mapleHouse({ away }), to(['jo']));
		expect(names(now)).toEqual(['jo']);
		expect(covering).toMatchObject([{ person_id: 'alex', from_at: hours(20) }]);
	});

	it('what nobody opens goes to the manager after the home’s hours, then to whoever is above', () => {
		const { next } = audience(mapleHouse(), to(['sam', 'jo']));
		expect(next).toEqual([
			{ ids: ['pat'], at: hours(24) },
			{ ids: ['morgan'], at: hours(48) }
		]);
	});

	it('what was sent to one key worker goes to the other and the manager first', () => {
		const { next } = audience(mapleHouse({ away: [] }), to(['sam']));
		expect(next.map(({ ids }) => ids)).toEqual([['jo', 'pat'], ['morgan']]);
	});

	it('whoever is left out is never next', () => {
		const { next } = audience(mapleHouse(), to(['sam', 'jo'], { left_out: ['pat'] }));
		expect(next).toEqual([{ ids: ['morgan'], at: hours(24) }]);
	});

	it('a topic goes to nobody else', () => {
		expect(audience(mapleHouse(), to(['sam', 'jo'], { kind: 'topic' })).next).toEqual([]);
	});

	it('everybody who is told of here is among the faces that travel with it', () => {
		const draft = to(['sam'], { may_move: true });
		const { now, covering, next } = audience(mapleHouse(), draft);
		const told = [...names([...now, ...covering]), ...next.flatMap(({ ids }) => ids)];
		expect([...new Set(told)].sort()).toEqual(facesToShow(mapleHouse(), draft, NOW).sort());
	});
});

it('faces stand in the order in which they were picked, who covers comes last', () => {
	const reader = (person_id: string) => ({
		person_id,
		why: 'picked' as const,
		words: true,
		from_at: THURSDAY,
		until: null
	});
	expect(inOrder(['alex', 'jo', 'sam'].map(reader), ['sam', 'jo']).map(({ person_id }) => person_id)).toEqual([
		'sam',
		'jo',
		'alex'
	]);
});

it('what goes names the faces that were shown; before a view is here there are none', () => {
	const draft = to(['sam']);
	expect(withFaces(mapleHouse(), draft, NOW).shown).toEqual(facesToShow(mapleHouse(), draft, NOW));
	expect(withFaces(null, draft, NOW).shown).toEqual([]);
});

it('whoever covers for two of them is shown once', () => {
	const [leave] = mapleHouse().away;
	const away = ['sam', 'alex'].map((worker_id) => ({ ...leave!, id: worker_id, worker_id, cover_id: 'jo' }));
	const seen = audience(mapleHouse({ away }), to(['sam', 'alex']));
	expect(names(seen.now)).toEqual(['alex', 'jo', 'sam']);
});
