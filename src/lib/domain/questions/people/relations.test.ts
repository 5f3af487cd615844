import { expect, it } from 'vitest';
import { hours, mapleAs, NOW } from '../../testing/maple.ts';
import { childrenOf, keyWorkersBefore } from './relations.ts';

it('somebody is the key worker of these children now', () => {
	expect(childrenOf(mapleAs('pat'), 'jo', NOW)).toEqual(['kai', 'robin']);
	expect(childrenOf(mapleAs('pat'), 'jo', hours(-1000))).toEqual([]);
});

it('whoever was a child’s key worker is told each time that they were, the last first', () => {
	const [kai, , sam] = mapleAs('pat').key_workers;
	const was = (id: string, until: number, of = sam!) => ({ ...of, id, until: hours(until) });
	const key_workers = [was('first', -90), sam!, was('then', -9), was('still', 9), was('of kai', -1, kai!)];
	const before = keyWorkersBefore(mapleAs('pat', { key_workers }), 'robin', NOW);
	expect(before.map(({ id }) => id)).toEqual(['then', 'first']);
});
