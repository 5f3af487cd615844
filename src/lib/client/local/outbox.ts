import type { Call, Outcome } from '$lib/domain/calls.ts';
import { UNDO } from '$lib/domain/undo.ts';
import type { Id } from '$lib/domain/item.ts';
import { sizeOf } from './make-call.ts';
import type { DrawerDb, KeptRow, OutboxRow } from './db.ts';
import type { UnlockedDrawer, Sender } from './keys.ts';
import { idsMadeBy, dependsOn } from './call-ids.ts';
import { open, openPosted, post, seal, type Place, type Posted, type Sealed } from './seal.ts';
import { StorageProblem, stored, storedMakingRoom } from './storage.ts';

/** What goes into the same transaction as a call. */
export interface KeptWith {
	draft?: string; // the key of the row to take away
	held?: number; // until when it can be undone, by this device's clock
	pictures?: KeptRow[];
}

/** A call as it was handed to the network. */
export interface Sent {
	seq: number;
	version: number;
	call: Call;
	bytes: number;
	epoch: Id | null; // the life of the database that this device knew then
	again: number | null;
}

const placeOf = (drawer: Id, id: Id): Place => ({ table: 'outbox', drawer, id });

/** Keeps calls, in order: all of them with all that belongs to them, or nothing. */
export async function keep(db: DrawerDb, drawer: UnlockedDrawer, calls: Call[], also: KeptWith = {}): Promise<void> {
	const held = also.held ?? null;
	const rows = await Promise.all(calls.map(async (call) => ({ ...(await newRow(drawer, call)), held })));
	await storedMakingRoom(db.pictures, () =>
		db.transaction('rw', [db.drawers, db.outbox, db.drafts, db.pictures], async () => {
			const there = await db.drawers.get(drawer.id);
			if (!there) throw new StorageProblem('storage_refused', 'the drawer was removed from this device');
			for (const row of rows) await db.outbox.add({ ...row }); // adding numbers what it is given
			for (const picture of also.pictures ?? []) await db.pictures.put(picture);
			if (also.draft !== undefined) await db.drafts.delete([drawer.id, also.draft]);
		})
	);
}

/** What an outbox row holds sealed: the call, and why it was refused. */
export interface OutboxEntry {
	call: Call;
	code: string | null;
}

/** Opens an outbox row. What is done opens only with the drawer's own keys: nobody has to send it any more. */
export function openEntry(
	drawer: Sender | UnlockedDrawer,
	row: { id: Id; sealed: Sealed | Posted }
): Promise<OutboxEntry> {
	const place = placeOf(drawer.id, row.id);
	if (!('from' in row.sealed)) return open<OutboxEntry>(drawer.device, place, row.sealed);
	if (!('keys' in drawer)) throw new Error('a shut drawer reads nothing that was posted to it');
	return openPosted<OutboxEntry>(drawer.keys.privateHalf, place, row.sealed);
}

/**
 * Writes down how calls ended. An answer to a version that was mended since, or that has ended, changes nothing. A view that
 * was asked for before something was done may lack it, whatever it says: a new turn begins.
 */
export async function settle(db: DrawerDb, drawer: Sender, ended: { sent: Sent; outcome: Outcome }[]): Promise<void> {
	const ends = await Promise.all(ended.map(async (one) => ({ ...one, change: await changeOf(drawer, one) })));
	await storedMakingRoom(db.pictures, () =>
		db.transaction('rw', db.outbox, db.snapshots, async () => {
			const snapshot = await db.snapshots.get(drawer.id);
			const turn = 1 + (snapshot?.turn ?? -1);
			for (const { sent, change } of ends) {
				const row = await db.outbox.get(sent.seq);
				if (change && row?.state === 'frozen' && row.version === sent.version)
					await db.outbox.put({ ...row, ...change, turn });
			}
			if (snapshot) await db.snapshots.put({ ...snapshot, turn });
		})
	);
}

/**
 * Changes a call that was refused, or that never left, under its id. What was refused for want of it goes again too.
 * False: it has left meanwhile, and can no longer change.
 */
export async function editAndResend(db: DrawerDb, drawer: UnlockedDrawer, call: Call): Promise<boolean> {
	const rows = await stored(() => db.outbox.where({ drawer: drawer.id }).toArray());
	const fresh = await newRow(drawer, call);
	const others = rows.filter((row) => row.state === 'refused' && row.id !== call.id);
	const woken = (await Promise.all(others.map((row) => wakeFor(drawer, row, call)))).filter((row) => row !== null);
	return storedMakingRoom(db.pictures, () =>
		db.transaction('rw', db.outbox, async () => {
			const row = await db.outbox.where({ drawer: drawer.id, id: call.id }).first();
			if (row?.state !== 'refused' && row?.state !== 'waiting') return false;
			await db.outbox.put({ ...row, ...fresh, version: row.version + 1 });
			for (const other of woken) {
				const now = await db.outbox.get(other.seq);
				if (now?.state === 'refused') await db.outbox.put({ ...other, version: now.version + 1 });
			}
			return true;
		})
	);
}

/** Takes a refused call away. False: it is not refused (any more). */
export function drop(db: DrawerDb, drawer: Id, id: Id): Promise<boolean> {
	return stored(() =>
		db.transaction('rw', db.outbox, async () => {
			const row = await db.outbox.where({ drawer, id }).first();
			if (row?.state !== 'refused') return false;
			await db.outbox.delete(row.seq);
			return true;
		})
	);
}

/** Undoes a call that has not left: it never was. False: it has left, or its time is over. */
export function undo(db: DrawerDb, drawer: Id, { id, now }: { id: Id; now: number }): Promise<boolean> {
	return stored(() =>
		db.transaction('rw', db.outbox, async () => {
			const row = await db.outbox.where({ drawer, id }).first();
			if (!row || !isHeld(row, now)) return false;
			await db.outbox.delete(row.seq);
			return true;
		})
	);
}

/** Whether it can still be undone. A clock that was set back holds nothing for longer. */
export const isHeld = ({ state, held }: OutboxRow, now: number): boolean =>
	state === 'waiting' && (held ?? 0) > now && (held ?? 0) - now <= UNDO;

/** Calls of a drawer that the server does not have: what would be lost with it. */
export function countUnsent(db: DrawerDb, drawer: Id): Promise<number> {
	return stored(() =>
		db.outbox
			.where({ drawer })
			.filter((row) => row.state !== 'done')
			.count()
	);
}

/** By the device's key: it is to be sent, or may be. */
export const sealEntry = (drawer: Sender, entry: OutboxEntry): Promise<Sealed> =>
	seal(drawer.device, placeOf(drawer.id, entry.call.id), entry);

/** A call that was refused for want of another one, as it goes again when that one is mended. */
async function wakeFor(drawer: UnlockedDrawer, row: OutboxRow, mended: Call): Promise<OutboxRow | null> {
	const entry = await openEntry(drawer, row).catch(() => null);
	return entry && dependsOn(entry.call, idsMadeBy(mended)) ? { ...row, ...(await newRow(drawer, entry.call)) } : null;
}

/** A call as it waits from now on, whatever became of it before. */
export async function newRow(drawer: Sender, call: Call): Promise<Omit<OutboxRow, 'seq'>> {
	const sealed = await sealEntry(drawer, { call, code: null });
	const open = { number: null, epoch: null, turn: null, covered: null, held: null, again: null };
	return { drawer: drawer.id, id: call.id, bytes: sizeOf(call), state: 'waiting', version: 0, sealed, ...open };
}

/** What is done can only be read by the open drawer from here on. What was refused may still have to be sent. */
async function changeOf(drawer: Sender, { sent, outcome }: { sent: Sent; outcome: Outcome }) {
	if (outcome.end === 'later') return null;
	const { call } = sent;
	const place = placeOf(drawer.id, call.id);
	if (outcome.end === 'refused')
		return { state: 'refused', sealed: await sealEntry(drawer, { call, code: outcome.code }) } as const;
	const entry: OutboxEntry = { call, code: null };
	const sealed = await post(drawer.publicHalf, place, entry);
	return { state: 'done', sealed, number: outcome.seq, epoch: sent.epoch, again: null } as const;
}
