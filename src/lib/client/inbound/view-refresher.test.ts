import { beforeEach, expect, it } from 'vitest';
import { viewWith } from '../../../../tests/support/drawers.ts';
import type { ShownDrawer, Showing } from '../local/showing.ts';
import { StorageProblem } from '../local/storage.ts';
import { Reading, type DrawerShows } from './view-refresher.ts';

const showing = (synced: number): Showing => ({ view: viewWith([]), waiting: [], unread: 0, synced });
let reads: { end: (read: Showing) => void; fail: (problem: unknown) => void }[];
let told: DrawerShows[];
let shown: ShownDrawer;
beforeEach(() => {
	[reads, told] = [[], []];
	const read = () => new Promise<Showing>((end, fail) => reads.push({ end, fail }));
	shown = { read } as unknown as ShownDrawer;
});
const newReading = (cutOff = false) => new Reading(shown, cutOff, (one) => told.push(one));

it('tells what is there', async () => {
	const ending = newReading().again();
	reads[0]?.end(showing(1));
	await ending;
	expect(told).toMatchObject([{ synced: 1, view: { me: 'ada' }, trouble: null }]);
});

it('tells nothing any more once the drawer is shut, also not what was just being read', async () => {
	const reading = newReading();
	const ending = reading.again();
	reading.end();
	reads[0]?.end(showing(1));
	await ending;
	await reading.again();
	expect(told).toEqual([]);
});

it('never reads twice at a time, so that an older reading cannot come last', async () => {
	const reading = newReading();
	const endings = [reading.again(), reading.again(), reading.again()];
	expect(reads.length).toBe(1);
	reads[0]?.end(showing(1));
	await new Promise((done) => setImmediate(done));
	reads[1]?.end(showing(2));
	await Promise.all(endings);
	expect(reads.length).toBe(2);
	expect(told.map(({ synced }) => synced)).toEqual([1, 2]);
});

it('shows nothing on a device that was cut off', async () => {
	const reading = newReading(true);
	const ending = reading.again();
	reads[0]?.end(showing(1));
	await ending;
	expect(told).toMatchObject([{ view: null, cutOff: true }]);
});

it('says that the storage refused, and denies nothing that it has shown', async () => {
	const reading = newReading();
	const first = reading.again();
	reads[0]?.end(showing(1));
	await first;
	const second = reading.again();
	reads[1]?.fail(new StorageProblem('storage_refused', null));
	await second;
	expect(told[1]).toMatchObject({ synced: 1, view: { me: 'ada' }, trouble: 'storage_refused' });
});
