import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { applyTopic, newDrawer, topic, viewWith } from '../../../../tests/support/drawers.ts';
import { Projection } from '../inbound/projection.ts';
import { DrawerDb } from './db.ts';
import type { UnlockedDrawer } from './keys.ts';
import { keep } from './outbox.ts';
import { seal } from './seal.ts';
import { readKnown, storeSnapshot } from './snapshot.ts';

/** As the first released version kept things. Never edited. */
const VERSION_1 = {
	device: 'id',
	drawers: 'id',
	accounts: 'drawer',
	joining: 'id',
	outbox: '++seq, drawer, &[drawer+id], [drawer+state]',
	snapshots: 'drawer',
	drafts: '[drawer+key], drawer',
	pictures: '[drawer+key], drawer'
};
let count = 0;
let ada: UnlockedDrawer;
let db: DrawerDb;
beforeEach(async () => {
	const name = `old ${++count}`;
	const old = new Dexie(name);
	old.version(1).stores(VERSION_1);
	const asKept = old as unknown as DrawerDb; // Dexie gives it the tables that it declares
	ada = await newDrawer(asKept);
	const place = { table: 'snapshots', drawer: ada.id, id: 'view' };
	const view = viewWith([{ id: 'seen', words: 'see my brother' }], { last_call: 7 });
	const sealed = await seal(ada.keys.data, place, { version: '7', view });
	const numbers = { turn: 4, stored: 3, checked: 1000, epoch: view.epoch, last_call: 7 };
	await old.table('snapshots').put({ drawer: ada.id, ...numbers, sealed });
	await keep(asKept, ada, [topic('not sent yet', 'waits')]);
	old.close();
	db = new DrawerDb(name);
});

const read = () => new Projection(db, ada, { apply: applyTopic, sieve: (view) => view }).read(new Set(), null);

it('what a drawer of the version before showed and kept is there in this one', async () => {
	const { view, waiting, last_synced } = await read();
	expect(view?.items.map(({ words }) => words)).toEqual(['see my brother', 'not sent yet']);
	expect(waiting.map(({ state }) => state)).toEqual(['waiting']);
	expect(last_synced).toEqual(new Date(1000));
});

it('its turn goes on, and the server is asked for all of it once', async () => {
	expect(await readKnown(db, ada)).toEqual({ turn: 4, version: null });
	const view = viewWith([{ id: 'seen', words: 'see my sister' }]);
	expect(await storeSnapshot(db, ada, { version: '8', view }, { turn: 4, now: 2000 })).toBe(true);
	expect(await readKnown(db, ada)).toEqual({ turn: 5, version: '8' });
	expect((await read()).view?.items[0]?.words).toBe('see my sister');
});

it('a view that is not of its snapshot row counts for nothing: an older app wrote one of them', async () => {
	const [row] = await db.snapshots.toArray();
	await db.snapshots.put({ ...row!, sealed: { ...row!.sealed, iv: new Uint8Array(12) } });
	expect((await read()).view).toBeNull();
});
