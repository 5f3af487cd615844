import { beforeEach, expect, it } from 'vitest';
import { viewWith } from '../../../../tests/support/drawers.ts';
import type { Projected, Projection } from './projection.ts';
import { StorageProblem } from '../local/storage.ts';
import { ViewRefresher, type DrawerState } from './view-refresher.ts';

const projected = (at: number): Projected => ({
	view: viewWith([]),
	waiting: [],
	unread: 0,
	last_synced: new Date(at)
});
let reads: { end: (read: Projected) => void; fail: (problem: unknown) => void }[];
let told: DrawerState[];
let shown: Projection;
beforeEach(() => {
	[reads, told] = [[], []];
	const read = () => new Promise<Projected>((end, fail) => reads.push({ end, fail }));
	shown = { read } as unknown as Projection;
});
const newRefresher = (state: DrawerState['state'] = 'open') =>
	new ViewRefresher(shown, { drawer: 'drawer', state }, (one) => told.push(one));

it('tells what is there', async () => {
	const ending = newRefresher().refresh();
	reads[0]?.end(projected(1));
	await ending;
	expect(told).toMatchObject([{ last_synced: new Date(1), view: { me: 'ada' }, trouble: null }]);
});

it('tells nothing any more once the drawer is shut, also not what was just being read', async () => {
	const refresher = newRefresher();
	const ending = refresher.refresh();
	refresher.end();
	reads[0]?.end(projected(1));
	await ending;
	await refresher.refresh();
	expect(told).toEqual([]);
});

it('never reads twice at a time, so that an older reading cannot come last', async () => {
	const refresher = newRefresher();
	const endings = [refresher.refresh(), refresher.refresh(), refresher.refresh()];
	expect(reads.length).toBe(1);
	reads[0]?.end(projected(1));
	await new Promise((done) => setImmediate(done));
	reads[1]?.end(projected(2));
	await Promise.all(endings);
	expect(reads.length).toBe(2);
	expect(told.map(({ last_synced }) => last_synced?.getTime())).toEqual([1, 2]);
});

it('shows nothing on a device that was cut off', async () => {
	const refresher = newRefresher('cut_off');
	const ending = refresher.refresh();
	reads[0]?.end(projected(1));
	await ending;
	expect(told).toMatchObject([{ view: null, state: 'cut_off' }]);
});

it('says that the storage refused, and denies nothing that it has shown', async () => {
	const refresher = newRefresher();
	const first = refresher.refresh();
	reads[0]?.end(projected(1));
	await first;
	const second = refresher.refresh();
	reads[1]?.fail(new StorageProblem('storage_refused', null));
	await second;
	expect(told[1]).toMatchObject({ last_synced: new Date(1), view: { me: 'ada' }, trouble: 'storage_refused' });
});
