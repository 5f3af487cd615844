import type { Id } from '$lib/domain/item.ts';
import { forgetCovered } from '../local/covered.ts';
import type { DrawerDb, OutboxRow } from '../local/db.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { newRow, openEntry } from '../local/outbox.ts';
import { stored } from '../local/storage.ts';

const MOST_NAMED = 50;

/**
 * What the server did last of what it said is done, as ids of calls: where it still has that, it still has what it did before,
 * since it does nothing more for a device that names something it lacks. What was done through another login has the number 0
 * and no place in that order, so it is named besides.
 */
export async function doneLast(db: DrawerDb, drawer: Id): Promise<Id[]> {
	const done = await stored(() => db.outbox.where({ drawer, state: 'done' }).toArray());
	const sure = done.filter(({ epoch }) => epoch !== null).sort((a, b) => (b.number ?? 0) - (a.number ?? 0));
	return sure
		.filter(({ number }, i) => i === 0 || number === 0)
		.map(({ id }) => id)
		.slice(0, MOST_NAMED);
}

/** The server was set back to an earlier day, or knows this device no more: of nothing that was done is it sure that it has it. */
export function markDoubtful(db: DrawerDb, drawer: Id): Promise<unknown> {
	return stored(() => db.outbox.where({ drawer, state: 'done' }).modify({ epoch: null }));
}

/** Whether something that was done is in doubt, and could not be sent again yet. */
export async function isInDoubt(db: DrawerDb, drawer: Id): Promise<boolean> {
	return (
		(await stored(() => db.transaction('r', db.outbox, db.snapshots, () => elsewhere(db, drawer)))).rows.length > 0
	);
}

/**
 * What was done in another life of the database (a backup was restored), or is in doubt, is sent once more: the server may not
 * have it. Whether there was any.
 */
export async function resendDoubtful(db: DrawerDb, drawer: UnlockedDrawer): Promise<boolean> {
	const { rows, epoch, checked } = await stored(() =>
		db.transaction('r', db.outbox, db.snapshots, () => elsewhere(db, drawer.id))
	);
	if (rows.length === 0) return false;
	const fresh = await Promise.all(rows.map(async (row) => newRow(drawer, (await openEntry(drawer, row)).call)));
	await stored(() =>
		db.transaction('rw', db.outbox, async () => {
			for (const [i, row] of rows.entries()) {
				const now = await db.outbox.get(row.seq);
				const again = fresh[i];
				if (again && now?.state === 'done' && now.epoch !== epoch)
					await db.outbox.put({ ...now, ...again, state: 'frozen', version: now.version + 1, again: checked });
			}
		})
	);
	return true;
}

/** What a new snapshot means for what was sent: some of it goes once more, some need not be kept. Whether any goes again. */
export async function reconcileOutbox(db: DrawerDb, drawer: UnlockedDrawer): Promise<boolean> {
	const goesAgain = await resendDoubtful(db, drawer);
	await forgetCovered(db, drawer.id);
	return goesAgain;
}

async function elsewhere(db: DrawerDb, drawer: Id): Promise<Elsewhere> {
	const snapshot = await db.snapshots.get(drawer);
	if (!snapshot) return { rows: [], epoch: null, checked: 0 };
	const done = await db.outbox.where({ drawer, state: 'done' }).toArray();
	return { ...snapshot, rows: done.filter((row) => row.epoch !== snapshot.epoch) };
}

interface Elsewhere {
	rows: OutboxRow[];
	epoch: Id | null;
	checked: number;
}
