import { expect, it } from 'vitest';
import { hours, mapleAs, person } from '../../testing/maple.ts';
import { adultsAtWork, childrenHere, whoRunsHome } from './people.ts';

const gone = { left_at: hours(-1) };
const people = [
	...[
		person('zoe', 'manager'),
		person('al', 'responsible_individual'),
		person('jo', 'worker'),
		person('bea', 'worker')
	],
	...[person('left', 'worker', gone), person('ill', 'worker', { at_work: false }), person('max', 'manager', gone)],
	...[person('robin', 'child', { picture: 'bird' }), person('kai', 'child'), person('moved', 'child', gone)]
];
const view = mapleAs('robin', { people });
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

it('adults at work are those who are here now, workers first and whoever is above last', () => {
	expect(ids(adultsAtWork(view))).toEqual(['bea', 'jo', 'zoe', 'al']);
});

it('children here are those who have not moved', () => {
	expect(ids(childrenHere(view))).toEqual(['kai', 'robin']);
});

it('managers run the home, also one who is not at work now', () => {
	const away = people.map((one) => (one.id === 'zoe' ? { ...one, at_work: false } : one));
	expect(ids(whoRunsHome(mapleAs('robin', { people: away })))).toEqual(['zoe']);
});
