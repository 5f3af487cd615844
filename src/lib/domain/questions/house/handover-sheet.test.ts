import { expect, it } from 'vitest';
import { hours, mapleAs, NOW } from '../../testing/maple.ts';
import type { HandoverLine } from '../../house.ts';
import { adultsOfSheet, sheetCounts, sheetLines } from './handover-sheet.ts';

const line = (child_id: string, more: Partial<HandoverLine> = {}): HandoverLine => ({
	...{ child_id, came_at: hours(-999), since: null, late_from: null, with_ids: [] },
	...{ last_at: null, next_at: null, next_with: null, promises: [] },
	...more
});
const handover = [
	line('robin', {
		...{ since: hours(-200), late_from: hours(-32), with_ids: ['jo'], next_at: hours(50), next_with: 'sam' },
		promises: [
			{ owner_id: 'jo', due: '2026-11-30' },
			{ owner_id: 'jo', due: '2026-12-01' },
			{ owner_id: 'sam', due: '2026-12-04' }
		]
	}),
	line('kai', { since: hours(-2), late_from: hours(22) }),
	line('nobody')
];

it('the sheet has a line for each child, by name, and is the same for everybody', () => {
	const [kai, robin, ...others] = sheetLines(mapleAs('lou', { handover }), NOW);
	expect(others).toEqual([]);
	expect([kai?.child.id, kai?.days, kai?.late]).toEqual(['kai', 0, false]);
	expect([robin?.child.id, robin?.days, robin?.late]).toEqual(['robin', 8, true]);
	expect(robin?.promisesLate).toEqual([{ owner_id: 'jo', due: '2026-11-30' }]);
	expect(robin?.promisesDue).toEqual([{ owner_id: 'jo', due: '2026-12-01' }]);
	expect(robin?.workers.map(({ id, is, cover }) => [id, is, cover])).toEqual([
		['sam', 'away', 'jo'],
		['jo', 'here', null]
	]);
	const [first] = sheetLines(mapleAs('pat', { handover: [line('kai')] }), NOW);
	expect([first?.days, first?.late]).toEqual([null, false]);
});

it('it counts children and promises, never what waits', () => {
	expect(sheetCounts(sheetLines(mapleAs('pat', { handover }), NOW))).toEqual({
		...{ late: 1, noNext: 1, promisesLate: 1, promisesDue: 1 }
	});
});

it('it tells which adults of the home are there and which are away; whoever stands above is no part of a shift', () => {
	const { here, away } = adultsOfSheet(mapleAs('jo'), NOW);
	expect(here.map(({ id }) => id)).toEqual(['jo', 'lou', 'pat']);
	expect(away.map(({ worker_id, cover_id }) => [worker_id, cover_id])).toEqual([['sam', 'jo']]);
});
