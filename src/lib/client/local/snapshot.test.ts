import { beforeEach, expect, it } from 'vitest';
import { applyTopic, newDb, newDrawer, topic, viewWith } from '../../../../tests/support/drawers.ts';
import type { DrawerDb } from './db.ts';
import type { UnlockedDrawer } from './keys.ts';
import { keep, newRow, settle } from './outbox.ts';
import { Projection } from '../inbound/projection.ts';
import { markDoubtful } from '../outbound/resend.ts';
import { takeToSend } from '../outbound/take.ts';
import { noteUnchanged, openView, readKnown, storeSnapshot } from './snapshot.ts';

const WHOLE_BATCH = { calls: 50, bytes: 200_000 };
const NOW = Date.parse('2026-11-22T12:00:00Z');
let db: DrawerDb;
let ada: UnlockedDrawer;
beforeEach(async () => {
	db = newDb();
	ada = await newDrawer(db);
});

const store = (version: string, turn: number, view = viewWith([])) =>
	storeSnapshot(db, ada, { version, view }, { turn, now: NOW });
const turnNow = async () => (await readKnown(db, ada)).turn;
const shown = async () => {
	const { view, waiting } = await new Projection(db, ada, { apply: applyTopic, sieve: (view) => view }).read(
		new Set(),
		'offline'
	);
	return {
		items: view?.items.map(({ words }) => words),
		waiting: waiting.map(({ state, code }) => `${state} ${code}`)
	};
};
async function send(end: 'done' | 'refused', seq: number): Promise<void> {
	const sent = await takeToSend(db, ada, { most: WHOLE_BATCH, not: new Set(), now: 0 });
	const outcome = (id: string) =>
		end === 'done' ? ({ id, end, seq } as const) : ({ id, end, code: 'nothing_said' } as const);
	await settle(
		db,
		ada,
		sent.map((one) => ({ sent: one, outcome: outcome(one.call.id) }))
	);
}

it('the answer that was asked for last wins, whichever comes last', async () => {
	const [older, newer] = [await turnNow(), await turnNow()];
	expect(await store('newer', newer)).toBe(true);
	expect(await store('older', older)).toBe(false);
	expect((await readKnown(db, ada)).version).toBe('newer');
});

it('an answer that was asked for before something was done is stale: it may lack it', async () => {
	await store('1', 0);
	await keep(db, ada, [topic('x')]);
	const asked = await turnNow();
	await send('done', 1);
	expect(await store('2', asked)).toBe(false);
	expect(await noteUnchanged(db, ada.id, { turn: asked, now: NOW })).toBe(false);
	expect(await store('2', await turnNow())).toBe(true);
});

it('is read by the open drawer only, and a broken one is as good as none', async () => {
	await store('1', 0, viewWith([{ id: 'item', words: 'see my brother' }]));
	const [view] = await db.views.toArray();
	expect(Buffer.from(view!.sealed.text).toString('latin1')).not.toContain('brother');
	expect(await openView(ada, view!.sealed)).toMatchObject({ items: [{ words: 'see my brother' }] });
	expect(await openView(ada, { ...view!.sealed, iv: new Uint8Array(12) })).toBeNull();
	const [row] = await db.snapshots.toArray();
	await db.snapshots.put({ ...row!, sealed: { ...row!.sealed, text: new ArrayBuffer(0) } });
	expect(await readKnown(db, ada)).toEqual({ turn: 1, version: null });
});

it('nothing is stored for a drawer that another tab took away', async () => {
	await db.drawers.delete(ada.id);
	await expect(store('1', 0)).rejects.toMatchObject({ code: 'storage_refused' });
});

it('a wish stays in sight from the moment it is kept until a snapshot holds it, and is never there twice', async () => {
	await store('1', 0);
	await keep(db, ada, [topic('x', 'item')]);
	expect(await shown()).toEqual({ items: ['x'], waiting: ['waiting offline'] });
	await send('done', 1);
	expect(await shown()).toEqual({ items: ['x'], waiting: [] });
	await store('2', await turnNow(), viewWith([{ id: 'item', words: 'x' }], { last_call: 1 }));
	expect(await shown()).toEqual({ items: ['x'], waiting: [] });
});

it('a wish stays in sight when it got a number that an older life of the database had given before', async () => {
	await store('1', 0, viewWith([], { last_call: 5 }));
	await keep(db, ada, [topic('x', 'item')]);
	await send('done', 4); // the backup was restored, and this device does not know it yet
	expect((await shown()).items).toEqual(['x']);
});

it('a wish stays in sight when a backup was restored that never had it', async () => {
	await store('1', 0);
	await keep(db, ada, [topic('x', 'item')]);
	await send('done', 1);
	await store('2', await turnNow(), viewWith([], { last_call: 9, epoch: 'epoch 2' }));
	expect((await shown()).items).toEqual(['x']);
});

it('what was refused is shown as refused, and not as if it had been said', async () => {
	await store('1', 0);
	await keep(db, ada, [topic('x')]);
	await send('refused', 0);
	expect(await shown()).toEqual({ items: [], waiting: ['refused nothing_said'] });
});

it('before the first snapshot there is no view, and what waits is in sight all the same', async () => {
	await keep(db, ada, [topic('x')]);
	expect(await shown()).toEqual({ items: undefined, waiting: ['waiting offline'] });
});

it('a call that makes no sense beside a newer snapshot spoils nothing', async () => {
	await store('1', 0, viewWith([{ id: 'item', words: 'seen' }]));
	await keep(db, ada, [topic('x')]);
	const reading = new Projection(db, ada, {
		sieve: (view) => view,
		apply: () => {
			throw new Error('no such item');
		}
	});
	expect((await reading.read(new Set(), null)).view?.items.map(({ words }) => words)).toEqual(['seen']);
});

it('what is on its way is shown so', async () => {
	const call = topic('x');
	await keep(db, ada, [call]);
	const { waiting } = await new Projection(db, ada, { apply: applyTopic, sieve: (view) => view }).read(
		new Set([call.id]),
		'offline'
	);
	expect(waiting).toEqual([{ call, state: 'sending', code: null }]);
});

it('what cannot be read any more is counted, so that the person is told, and only until it is known to have gone', async () => {
	const [lost, gone] = [topic('lost'), topic('gone')];
	await keep(db, ada, [lost, gone]);
	const rows = await db.outbox.toArray();
	const other = await newDrawer(db, { name: 'Ben' });
	const sealed = (await newRow(other, topic('of another key'))).sealed;
	for (const row of rows) await db.outbox.put({ ...row, sealed });
	const unread = async () =>
		(await new Projection(db, ada, { apply: applyTopic, sieve: (view) => view }).read(new Set(), null)).unread;
	expect(await unread()).toBe(2);
	await db.outbox.put({ ...rows[1]!, sealed, state: 'done' });
	expect(await unread()).toBe(1);
});

it('shows nothing as sent of which the server may not have it any more', async () => {
	await store('1', 0);
	await keep(db, ada, [topic('see my brother')]);
	await send('done', 1);
	expect(await shown()).toEqual({ items: ['see my brother'], waiting: [] });
	await markDoubtful(db, ada.id);
	expect(await shown()).toEqual({ items: ['see my brother'], waiting: ['waiting offline'] });
});
