import type { Id, View } from '$lib/domain/view.ts';
import type { DrawerDb, SnapshotRow } from './db.ts';
import type { OpenDrawer } from './keys.ts';
import { open, seal, type Place } from './sealing.ts';
import { StorageProblem, stored, storedFirst } from './storage.ts';

/** What the server said last: everything that this person may see. */
export interface Snapshot {
	version: string;
	view: View;
}

const placeOf = (drawer: Id): Place => ({ table: 'snapshots', drawer, id: 'view' });

/** Null where there is none yet, or where what is there does not open: then the server is asked for all of it. */
export async function readSnapshot(db: DrawerDb, drawer: OpenDrawer): Promise<Snapshot | null> {
	const row = await stored(() => db.snapshots.get(drawer.id));
	return row ? openSnapshot(drawer, row) : null;
}

/** The same, of a row that was read already. */
export const openSnapshot = (drawer: OpenDrawer, row: SnapshotRow): Promise<Snapshot | null> =>
	open<Snapshot>(drawer.keys.data, placeOf(drawer.id), row.sealed).catch(() => null);

/** Which turn it is: to be asked before the server is. */
export async function turnOf(db: DrawerDb, drawer: Id): Promise<number> {
	return (await stored(() => db.snapshots.get(drawer)))?.turn ?? 0;
}

/**
 * Stores what the server answered. False: another answer was stored or a call was done since this one was asked for (`turn`),
 * so that it may be older than what is here. `now` is the server's.
 */
export async function storeSnapshot(
	db: DrawerDb,
	drawer: OpenDrawer,
	answer: Snapshot,
	{ turn, now }: { turn: number; now: number }
): Promise<boolean> {
	const sealed = await seal(drawer.keys.data, placeOf(drawer.id), answer);
	const { epoch, last_call } = answer.view;
	const next = turn + 1;
	return storedFirst(db.pictures, () =>
		db.transaction('rw', db.drawers, db.snapshots, async () => {
			if (!(await db.drawers.get(drawer.id))) throw new StorageProblem('storage_refused', 'the drawer was removed');
			if (((await db.snapshots.get(drawer.id))?.turn ?? 0) !== turn) return false;
			await db.snapshots.put({ drawer: drawer.id, turn: next, stored: next, checked: now, epoch, last_call, sealed });
			return true;
		})
	);
}

/** The server says that nothing has changed since the stored one. False: something was stored or done meanwhile. */
export function noteUnchanged(
	db: DrawerDb,
	drawer: Id,
	{ turn, now }: { turn: number; now: number }
): Promise<boolean> {
	return stored(() =>
		db.transaction('rw', db.snapshots, async () => {
			const row = await db.snapshots.get(drawer);
			if (row?.turn !== turn) return false;
			await db.snapshots.put({ ...row, turn: turn + 1, stored: turn + 1, checked: now });
			return true;
		})
	);
}
