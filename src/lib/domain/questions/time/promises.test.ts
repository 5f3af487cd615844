import { expect, it } from 'vitest';
import { mapleAs, NOW } from '../../testing/maple.ts';
import type { Pledge } from '../../view.ts';
import { isOverdue, openPromises, promisesMadeIn } from './promises.ts';

it('is late once its day has gone by in the home', () => {
	expect(['2026-11-30', '2026-12-01'].map((due) => isOverdue({ due }, '2026-12-01'))).toEqual([true, false]);
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
