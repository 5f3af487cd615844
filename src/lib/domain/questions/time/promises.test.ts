import { expect, it } from 'vitest';
import { mapleAs, NOW } from '../../testing/maple.ts';
import type { Pledge } from '../../view.ts';
import { openPromises, promisesDue, promisesMadeIn } from './promises.ts';

it('is which promises are open, and which of them are late in the home’s own days', () => {
	const pledge = (id: string, due: string, kept: boolean | null = null): Pledge => ({
		...{ id, due, kept, child_id: 'robin', session_id: null, owner_id: 'sam', made_by: 'sam', words: 'I ring.' },
		...{ made_at: NOW, ended_at: null, because: null }
	});
	const promises = [pledge('b', '2026-12-02'), pledge('a', '2026-11-30'), pledge('kept', '2026-11-01', true)];
	expect(promisesDue(mapleAs('sam', { promises }), NOW).map(({ promise, late }) => [promise.id, late])).toEqual([
		['a', true],
		['b', false]
	]);
	expect(promisesDue(mapleAs('sam', { promises }), '2026-12-03T00:00:00Z').every(({ late }) => late)).toBe(true);
});

it('is which promises a child was made in a session, and which are still open, soonest first', () => {
	const pledge = (id: string, due: string, more: Partial<Pledge> = {}): Pledge => ({
		...{ id, due, kept: null, child_id: 'robin', session_id: null, owner_id: 'sam', made_by: 'sam', words: 'I ring.' },
		...{ made_at: NOW, ended_at: null, because: null },
		...more
	});
	const promises = [
		...[pledge('later', '2026-12-09'), pledge('soon', '2026-12-02', { session_id: 'session' })],
		...[pledge('kai', '2026-12-01', { child_id: 'kai' }), pledge('over', '2026-12-01', { ended_at: NOW, kept: true })]
	];
	const view = mapleAs('sam', { promises });
	expect(openPromises(view, 'robin').map(({ id }) => id)).toEqual(['soon', 'later']);
	expect(promisesMadeIn(view, 'session').map(({ id }) => id)).toEqual(['soon']);
});
