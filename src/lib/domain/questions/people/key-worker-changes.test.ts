import { expect, it } from 'vitest';
import { keyWorkerChanges } from './key-worker-changes.ts';
import { hours, mapleAs } from '../../testing/maple.ts';
import type { KeyWorker } from '../../view.ts';

const relation = (worker_id: string, from: number, until: number | null, more: Partial<KeyWorker> = {}): KeyWorker => ({
	...{ id: `${worker_id} from ${from}`, child_id: 'robin', worker_id, place: 1 as const, because: null },
	...{ from_at: hours(from), until: until === null ? null : hours(until) },
	...more
});
const told = (...key_workers: KeyWorker[]) =>
	keyWorkerChanges(mapleAs('robin', { key_workers }), 'robin').map(({ was, before, after }) => [
		...[before.id, after?.id ?? null, was.because]
	]);

it('a child is told who was the key worker before, who came after, and why', () => {
	const because = 'Sam is leaving.';
	expect(told(relation('sam', -99, -2, { because }), relation('lou', -2, null))).toEqual([['sam', 'lou', because]]);
});

it('and that nobody came after yet', () => {
	expect(told(relation('sam', -99, -2), relation('jo', -50, null, { place: 2 }))).toEqual([['sam', null, null]]);
});

it('with the newest change first, each with the next one in that place', () => {
	const all = [relation('sam', -99, -9), relation('lou', -9, -2), relation('jo', -2, null)];
	expect(told(...all)).toEqual([
		['lou', 'jo', null],
		['sam', 'lou', null]
	]);
});

it('of whoever came back nothing is told, nor of another child, nor of whom this device does not know', () => {
	expect(told(relation('sam', -99, -9), relation('lou', -9, -5), relation('sam', -5, null))).toEqual([
		['lou', 'sam', null]
	]);
	expect(told(relation('sam', -99, -9, { child_id: 'kai' }), relation('stranger', -99, -9))).toEqual([]);
});
