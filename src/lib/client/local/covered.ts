import { DAY } from '$lib/domain/time/instants.ts';
import type { Id } from '$lib/domain/item.ts';
import type { DrawerDb, OutboxRow, SnapshotRow } from './db.ts';
import { stored } from './storage.ts';

const KEEP_DONE = 30 * DAY; // as long as a backup may be old that is restored

/** Whether a snapshot already shows what a call did: it was asked for later, and counts that far in the same life. */
export function isCovered(row: OutboxRow, snapshot: Pick<SnapshotRow, 'epoch' | 'last_call' | 'stored'>): boolean {
	if (row.state !== 'done' || row.epoch !== snapshot.epoch) return false;
	return (row.number ?? Infinity) <= snapshot.last_call && (row.turn ?? 0) < snapshot.stored;
}

/** Notes which calls the stored snapshot holds, and lets go of those that it has held for 30 days. Server time only. */
export function forgetCovered(db: DrawerDb, drawer: Id): Promise<void> {
	return stored(() =>
		db.transaction('rw', db.outbox, db.snapshots, async () => {
			const snapshot = await db.snapshots.get(drawer);
			if (!snapshot) return;
			for (const row of await db.outbox.where({ drawer, state: 'done' }).toArray()) {
				if (!isCovered(row, snapshot)) continue;
				if (row.covered === null) await db.outbox.update(row.seq, { covered: snapshot.checked });
				else if (snapshot.checked - row.covered > KEEP_DONE) await db.outbox.delete(row.seq);
			}
		})
	);
}
