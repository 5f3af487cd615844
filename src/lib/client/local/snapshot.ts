import type { Id } from '$lib/domain/item.ts';
import type { View } from '$lib/domain/view.ts';
import { sealingOf, type DrawerDb } from './db.ts';
import type { UnlockedDrawer } from './keys.ts';
import { isPacked, pack, unpack } from './packed.ts';
import { open, openBytes, seal, sealBytes, type Place, type Sealed } from './seal.ts';
import { StorageProblem, stored, storedMakingRoom } from './storage.ts';

/** What the server said last: everything that this person may see. */
export interface Snapshot {
	version: string;
	view: View;
}

const placeOf = (drawer: Id, id: 'view' | 'version'): Place => ({ table: 'snapshots', drawer, id });

/** Null where what is there does not open: then the server is asked for all of it. */
export async function openView(drawer: UnlockedDrawer, sealed: Sealed): Promise<View | null> {
	const [key, place] = [drawer.keys.data, placeOf(drawer.id, 'view')];
	try {
		const bytes = await openBytes(key, place, sealed);
		return isPacked(bytes) ? await unpack<View>(bytes) : (await open<{ view: View }>(key, place, sealed)).view;
	} catch {
		return null;
	}
}

/** What to ask the server with: in which turn it is asked, and which version is stored. Null: none, or nobody can tell. */
export async function readKnown(
	db: DrawerDb,
	drawer: UnlockedDrawer
): Promise<{ turn: number; version: string | null }> {
	const row = await stored(() => db.snapshots.get(drawer.id));
	if (!row) return { turn: 0, version: null };
	const version = open<string>(drawer.keys.data, placeOf(drawer.id, 'version'), row.sealed).catch(() => null);
	return { turn: row.turn, version: await version };
}

/**
 * Stores what the server answered. False: another answer was stored or a call was done since this one was asked for (`turn`),
 * so that it may be older than what is here. `now` is the server's.
 */
export async function storeSnapshot(
	db: DrawerDb,
	drawer: UnlockedDrawer,
	{ version, view }: Snapshot,
	{ turn, now }: { turn: number; now: number }
): Promise<boolean> {
	const { data } = drawer.keys;
	const { epoch, last_call } = view;
	const its = { turn: turn + 1, stored: turn + 1, checked: now, epoch, last_call };
	const row = { drawer: drawer.id, ...its, sealed: await seal(data, placeOf(drawer.id, 'version'), version) };
	const sealed = await sealBytes(data, placeOf(drawer.id, 'view'), await pack(view));
	return storedMakingRoom(db.pictures, () =>
		db.transaction('rw', db.drawers, db.snapshots, db.views, async () => {
			if (!(await db.drawers.get(drawer.id))) throw new StorageProblem('storage_refused', 'the drawer was removed');
			if (((await db.snapshots.get(drawer.id))?.turn ?? 0) !== turn) return false;
			await db.snapshots.put(row);
			await db.views.put({ drawer: drawer.id, of: sealingOf(row), sealed });
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
