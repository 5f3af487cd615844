import type { DrawerDb, DrawerRow, OutboxRow } from './db.ts';
import { removeDrawer, senderOf } from './drawers.ts';
import type { OpenDrawer } from './keys.ts';
import { newRow, openLetter, sealLetter } from './outbox.ts';
import { stored } from './storage.ts';

/**
 * Moves what was not sent from a drawer whose lock is lost to another of the same account, and takes the old one away. Only
 * for staff whom the server has just let in: a child's unsent words leave by themselves, and nobody else may read them.
 */
export async function moveCalls(db: DrawerDb, old: DrawerRow, drawer: OpenDrawer): Promise<void> {
	const from = senderOf(old);
	const rows = await stored(() => db.outbox.where({ drawer: old.id }).sortBy('seq'));
	const moved = await Promise.all(
		rows
			.filter(({ state }) => state !== 'done')
			.map(async (row) => ({ row, fresh: await sealedFor(drawer, row, from) }))
	);
	await stored(() =>
		db.transaction('rw', db.outbox, async () => {
			for (const { row, fresh } of moved) if (fresh) await db.outbox.put({ ...row, ...fresh });
		})
	);
	await removeDrawer(db, old.id);
}

async function sealedFor(drawer: OpenDrawer, row: OutboxRow, from: ReturnType<typeof senderOf>) {
	const letter = await openLetter(from, row).catch(() => null);
	if (!letter) return null;
	const fresh = await newRow(drawer, letter.call);
	return { ...fresh, state: row.state, version: row.version + 1, sealed: await sealLetter(drawer, letter) };
}
