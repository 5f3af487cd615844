import type { Id } from '$lib/domain/item.ts';
import { newId } from '$lib/platform/ids.ts';
import type { AccountRow, DrawerDb, DrawerRow } from './db.ts';
import { makeDeviceKey, makeKeys, openBox, shutBox, takeKeys, type UnlockedDrawer, type Sender } from './keys.ts';
import type { Lock } from './lock.ts';
import type { DoorDrawer, NotOpened, Style } from '../view-state.ts';
import { renewQuick } from './quick.ts';
import { stored, storedMakingRoom } from './storage.ts';
import { restartIfClockSetBack, countAttempt, NO_LOCKOUT, lockoutLeft } from './lockout.ts';

/** What the person chose for their drawer. Staff show nothing on the door and are found by a mark of their e-mail. */
export interface Chosen {
	kind: 'child' | 'staff';
	name: string;
	picture: string | null;
	style: Style;
	lock: Lock;
	secret: string;
	foundBy: string | null;
	demo: string | null;
}

/** A new drawer that is not stored yet, and its keys. */
export interface NewDrawer {
	row: DrawerRow;
	open: UnlockedDrawer;
}

/** Makes a drawer's keys and locks them in. Nothing is stored before `storeDrawer`. */
export async function makeDrawer(chosen: Chosen, how: { made: number; iterations: number }): Promise<NewDrawer> {
	const { secret, foundBy, ...shown } = chosen;
	const [id, device] = [newId(), await makeDeviceKey()];
	const { plain, publicHalf } = await makeKeys();
	const box = await shutBox(plain, { drawer: id, device }, secret, how.iterations);
	const keys = await takeKeys(plain);
	const own = {
		box,
		device,
		public_half: publicHalf,
		found_by: foundBy,
		person: null,
		cut_off: 0,
		made: how.made
	} as const;
	return { row: { id, ...shown, ...own, ...NO_LOCKOUT }, open: { id, kind: chosen.kind, device, publicHalf, keys } };
}

/** Stores a drawer and how it signs in, in the place of what was kept while it joined. */
export function storeDrawer(
	db: DrawerDb,
	{ row, account, joining }: { row: DrawerRow; account: AccountRow; joining: Id | null }
): Promise<void> {
	return stored(() =>
		db.transaction('rw', [db.drawers, db.accounts, db.joining], async () => {
			await db.drawers.put(row);
			await db.accounts.put(account);
			if (joining !== null) await db.joining.delete(joining);
		})
	);
}

/** Opens a drawer. The try is counted before the secret is checked. */
export async function openDrawer(
	db: DrawerDb,
	id: Id,
	secret: string,
	now: number
): Promise<UnlockedDrawer | NotOpened> {
	const counted = await count(db, id, now);
	if (!counted) return 'broken';
	if ('wait' in counted) return counted;
	const { row } = counted;
	try {
		const plain = await openBox(row.box, { drawer: id, device: row.device }, secret);
		if (!plain) return 'wrong';
		if (row.kind === 'staff') await renewQuick(db, id, plain, now);
		const [keys] = await Promise.all([takeKeys(plain), stored(() => db.drawers.update(id, { ...NO_LOCKOUT }))]);
		return { ...senderOf(row), kind: row.kind, keys };
	} catch (problem) {
		if (problem instanceof DOMException) return 'broken';
		throw problem;
	}
}

/** Whether somebody knows the lock of a drawer that is open. Wrong tries count here too. */
export async function proveLock(db: DrawerDb, id: Id, secret: string, now: number): Promise<'open' | NotOpened> {
	const opened = await openDrawer(db, id, secret, now);
	return isOpen(opened) ? 'open' : opened;
}

/** A new lock for a drawer, by who knows the old one. Wrong tries count here too. */
export async function changeLock(
	db: DrawerDb,
	id: Id,
	{ old, lock, secret, now, iterations }: { old: string; lock: Lock; secret: string; now: number; iterations: number }
): Promise<'open' | NotOpened> {
	const counted = await count(db, id, now);
	if (!counted) return 'broken';
	if ('wait' in counted) return counted;
	const { row } = counted;
	const of = { drawer: id, device: row.device };
	const plain = await openBox(row.box, of, old);
	if (!plain) return 'wrong';
	const box = await shutBox(plain, of, secret, iterations);
	plain.fill(0);
	await stored(() => db.drawers.update(id, { box, lock, ...NO_LOCKOUT }));
	return 'open';
}

/** Takes a drawer off this device. Its keys go first: what is left of it on the disk is noise. */
export async function removeDrawer(db: DrawerDb, id: Id): Promise<void> {
	await stored(() =>
		db.transaction('rw', db.drawers, db.accounts, db.quick, async () => {
			await db.drawers.delete(id);
			await db.accounts.delete(id);
			await db.quick.delete(id);
		})
	);
	await stored(() =>
		db.transaction('rw', [db.outbox, db.snapshots, db.views, db.drafts, db.pictures], async () => {
			await db.outbox.where({ drawer: id }).delete();
			await db.snapshots.delete(id);
			await db.views.delete(id);
			await db.drafts.where({ drawer: id }).delete();
			await db.pictures.where({ drawer: id }).delete();
		})
	);
}

/** What the door shows of one drawer from now on. */
export function changeFront(db: DrawerDb, id: Id, front: Pick<DrawerRow, 'name' | 'picture'>): Promise<void> {
	return storedMakingRoom(db.pictures, async () => {
		await db.drawers.update(id, front);
	});
}

/** What the door shows: children's drawers, in the order in which they were made. */
export async function doorDrawers(db: DrawerDb, now: number, serverNow: number): Promise<DoorDrawer[]> {
	const rows = await stored(() => db.drawers.toArray());
	const children = rows.filter((row) => row.kind === 'child').sort((a, b) => a.made - b.made);
	return children.map((row) => {
		const left = lockoutLeft(row, now);
		const { id, name, picture, style, lock, demo, person } = row;
		return { id, name, picture, style, lock, demo, person, waitUntil: left > 0 ? new Date(serverNow + left) : null };
	});
}

/** What sending needs of a drawer that may be shut. */
export const senderOf = (row: DrawerRow): Sender => ({ id: row.id, device: row.device, publicHalf: row.public_half });

/** Whether the lock was opened. */
export const isOpen = <Not>(opened: UnlockedDrawer | Not): opened is UnlockedDrawer =>
	typeof opened === 'object' && opened !== null && 'keys' in opened;

async function count(db: DrawerDb, id: Id, now: number): Promise<{ row: DrawerRow } | { wait: number } | null> {
	return storedMakingRoom(db.pictures, () =>
		db.transaction('rw', db.drawers, async () => {
			const row = await db.drawers.get(id);
			if (!row) return null;
			const tries = restartIfClockSetBack(row, now);
			const wait = lockoutLeft(tries, now);
			await db.drawers.update(id, wait > 0 ? { since: tries.since } : countAttempt(tries, now));
			return wait > 0 ? { wait } : { row };
		})
	);
}
