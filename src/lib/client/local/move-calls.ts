import type { DrawerDb, DrawerRow, OutboxRow } from './db.ts';
import { Drafts } from './drafts.ts';
import { removeDrawer, senderOf } from './drawers.ts';
import type { UnlockedDrawer } from './keys.ts';
import { newRow, openEntry, sealEntry } from './outbox.ts';
import { sealPicture } from './pictures.ts';
import type { DraftKey } from '../view-state.ts';
import { stored, storedMakingRoom } from './storage.ts';

/**
 * Moves what was not sent from a drawer whose lock is lost to another of the same account, and takes the old one away. Only
 * for staff whom the server has just let in: a child's unsent words leave by themselves, and nobody else may read them.
 */
export async function moveCalls(db: DrawerDb, old: DrawerRow, drawer: UnlockedDrawer): Promise<void> {
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

async function sealedFor(drawer: UnlockedDrawer, row: OutboxRow, from: ReturnType<typeof senderOf>) {
	const entry = await openEntry(from, row).catch(() => null);
	if (!entry) return null;
	const fresh = await newRow(drawer, entry.call);
	return { ...fresh, state: row.state, version: row.version + 1, sealed: await sealEntry(drawer, entry) };
}

/** Drafts that stand for themselves, and not beside something that only the old drawer shows. */
const BEGUN: readonly DraftKey[] = ['wish/new', 'topic/new', 'complaint/new'];

/**
 * Moves what waits in a drawer that was cut off to the newer one of the same person: calls under their own ids, so that
 * nothing doubles, their pictures, and what was begun. Both locks were opened: an adult who joined as the child holds only
 * one of them. The old drawer goes, unless something begun stands in both.
 */
export async function moveAll(db: DrawerDb, old: UnlockedDrawer, drawer: UnlockedDrawer): Promise<void> {
	const rows = (await stored(() => db.outbox.where({ drawer: old.id }).sortBy('seq'))).filter(
		({ state }) => state !== 'done'
	);
	const opened = await Promise.all(rows.map(async (row) => ({ row, entry: await entryOrNull(old, row) })));
	const readable = opened.flatMap(({ row, entry }) => (entry ? [{ row, entry }] : []));
	const fresh = await Promise.all(
		readable.map(async ({ row, entry }) => ({
			...row,
			...(await newRow(drawer, entry.call)),
			...{ state: row.state, version: row.version + 1, sealed: await sealEntry(drawer, entry) }
		}))
	);
	const drawn = readable.flatMap(({ entry: { call } }) => (call.name === 'put_picture' ? [call.args] : []));
	const pictures = await Promise.all(drawn.map((picture) => sealPicture(drawer, picture)));
	const stays = await moveDrafts(db, old, drawer);
	await storedMakingRoom(db.pictures, () =>
		db.transaction('rw', db.outbox, db.pictures, async () => {
			for (const row of fresh) await db.outbox.put(row);
			for (const picture of pictures) if (picture) await db.pictures.put(picture);
		})
	);
	if (!stays) await removeDrawer(db, old.id);
}

/** Whether something begun stays behind, since the newer drawer has begun one of that kind, too. */
async function moveDrafts(db: DrawerDb, old: UnlockedDrawer, drawer: UnlockedDrawer): Promise<boolean> {
	const [from, to] = [new Drafts(db, old), new Drafts(db, drawer)];
	let stays = false;
	for (const key of BEGUN) {
		const begun = await from.get(key);
		if (begun === undefined) continue;
		if ((await to.get(key)) !== undefined) stays = true;
		else {
			to.put(key, begun);
			await to.save();
			await from.drop(key);
		}
	}
	return stays;
}

const entryOrNull = (drawer: UnlockedDrawer, row: OutboxRow) => openEntry(drawer, row).catch(() => null);
