import { expect, it } from 'vitest';
import { hours, mapleAs, NOW } from '../../testing/maple.ts';
import type { Card } from '../../view.ts';
import { coverFor } from './cover.ts';
import { cardsFor, childrenOf, keyWorkersBefore, keyWorkersOf, myKeyWorkers } from './key-workers.ts';

const card = (person_id: string): Card => ({
	...{ person_id, job: 'Key worker', things: [], reach: 'Ring', here: 'Days', picture: null, at: NOW }
});

it('stand in their places, with card, absence and cover', () => {
	const [sam, jo] = cardsFor(mapleAs('robin', { cards: [card('jo')] }), 'robin', NOW);
	expect(sam).toMatchObject({ place: 1, card: null, away_until: hours(48), cover: { id: 'jo' } });
	expect(jo).toMatchObject({ place: 2, card: { job: 'Key worker' }, away_until: null, cover: null });
});

it('have nobody here for them while who covers is away, too', () => {
	const [leave] = mapleAs('robin').away;
	const away = [leave!, { ...leave!, id: 'ill', worker_id: 'jo', cover_id: 'sam' }];
	const covers = cardsFor(mapleAs('robin', { away }), 'robin', NOW).map(({ cover }) => cover);
	expect(covers).toEqual([null, null]);
	expect(coverFor(mapleAs('robin', { away }), 'sam', NOW)?.id).toBe('jo'); // and can read it all the same
});

it('are those of now, whom this device knows', () => {
	const [first] = mapleAs('robin').key_workers;
	const key_workers = [
		{ ...first!, child_id: 'robin', worker_id: 'lou', until: hours(-1) },
		{ ...first!, child_id: 'robin', worker_id: 'stranger' }
	];
	expect(cardsFor(mapleAs('robin', { key_workers }), 'robin', NOW)).toEqual([]);
});

it('a child’s key workers are those of now, the first place first', () => {
	expect(keyWorkersOf(mapleAs('pat'), 'robin', NOW).map(({ worker_id }) => worker_id)).toEqual(['sam', 'jo']);
	expect(myKeyWorkers(mapleAs('robin'), NOW)).toEqual(['sam', 'jo']);
});

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
