import type { Id, View } from '$lib/domain/view.ts';
import type { DrawerDb } from './db.ts';
import type { OpenDrawer } from './keys.ts';
import { open, seal, type Place } from './sealing.ts';
import { StorageProblem, stored } from './storage.ts';

/** What the server said last: everything that this person may see. */
export interface Snapshot {
	version: string;
	view: View;
}

/** A snapshot as it was read, and which one it was. */
export interface Stored extends Snapshot {
	count: number;
	checked: number;
}

const placeOf = (drawer: Id): Place => ({ table: 'snapshots', drawer, id: 'view' });

/** Null where there is none yet, or where what is there does not open: then the server is asked for all of it. */
export async function readSnapshot(db: DrawerDb, drawer: OpenDrawer): Promise<Stored | null> {
	const row = await stored(() => db.snapshots.get(drawer.id));
	if (!row) return null;
	try {
		const { version, view } = await open<Snapshot>(drawer.keys.data, placeOf(drawer.id), row.sealed);
		return { version, view, count: row.count, checked: row.checked };
	} catch {
		return null;
	}
}

/** How many were stored so far. */
export async function countStored(db: DrawerDb, drawer: Id): Promise<number> {
	return (await stored(() => db.snapshots.get(drawer)))?.count ?? 0;
}

/**
 * Stores what the server answered. False: another answer was stored since this one was asked for (`count`), so this one
 * may be the older of the two. `now` is the server's.
 */
export async function storeSnapshot(
	db: DrawerDb,
	drawer: OpenDrawer,
	answer: Snapshot,
	{ count, now }: { count: number; now: number }
): Promise<boolean> {
	const sealed = await seal(drawer.keys.data, placeOf(drawer.id), answer);
	const { epoch, last_call } = answer.view;
	return stored(() =>
		db.transaction('rw', db.drawers, db.snapshots, async () => {
			if (!(await db.drawers.get(drawer.id))) throw new StorageProblem('storage_refused', 'the drawer was removed');
			if (((await db.snapshots.get(drawer.id))?.count ?? 0) !== count) return false;
			await db.snapshots.put({ drawer: drawer.id, count: count + 1, checked: now, epoch, last_call, sealed });
			return true;
		})
	);
}

/** The server says that nothing has changed since the stored one. */
export function noteUnchanged(db: DrawerDb, drawer: Id, { count, now }: { count: number; now: number }): Promise<void> {
	return stored(() =>
		db.transaction('rw', db.snapshots, async () => {
			const row = await db.snapshots.get(drawer);
			if (row?.count === count) await db.snapshots.put({ ...row, checked: now });
		})
	);
}
