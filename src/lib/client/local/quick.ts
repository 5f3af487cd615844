import { DAY } from '$lib/domain/time/instants.ts';
import type { Id } from '$lib/domain/item.ts';
import type { Bytes } from '$lib/platform/ids.ts';
import type { QuickEnd, QuickFace } from '../view-state.ts';
import type { DrawerDb, QuickRow } from './db.ts';
import { makeDeviceKey, openBox, shutBox, takeKeys, type UnlockedDrawer } from './keys.ts';
import { isOver, noteOpening, noteTime, startTime } from './quick-time.ts';
import { CURVE, openPostedBytes, postBytes, type Place } from './seal.ts';
import { stored } from './storage.ts';

/** How opening by numbers ended: `left` tries, or the password must be typed. */
export type QuickOpened = UnlockedDrawer | 'ended' | 'broken' | { left: number };

const MOST_TRIES = 5;
const SHOWN_FOR = 30 * DAY;
const placeOf = (drawer: Id): Place => ({ table: 'quick', drawer, id: 'keys' });

/** Numbers for a drawer that is open. They open nothing before its password was typed once more: `renewQuick`. */
export async function putQuick(
	db: DrawerDb,
	drawer: Id,
	its: Pick<QuickRow, 'name' | 'picture' | 'own'> & { pin: string; now: number; iterations: number }
): Promise<void> {
	const { name, picture, own, pin, now, iterations } = its;
	const [device, pair] = await Promise.all([makeDeviceKey(), crypto.subtle.generateKey(CURVE, true, ['deriveBits'])]);
	const half = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
	const publicHalf = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
	const latch = { device, box: await shutBox(half, { drawer, device }, pin, iterations), publicHalf };
	half.fill(0);
	const row: QuickRow = { ...startTime(own, now), drawer, name, picture, latch, keys: null, tries: 0, why: null };
	await stored(() => db.quick.put(row));
}

/** The password opened the drawer: its numbers open it again, for as long as they do. `plain` is left to whoever gave it. */
export async function renewQuick(db: DrawerDb, drawer: Id, plain: Bytes, now: number): Promise<void> {
	const row = await stored(() => db.quick.get(drawer));
	if (!row?.latch) return;
	const keys = await postBytes(row.latch.publicHalf, placeOf(drawer), plain);
	await stored(() => db.quick.update(drawer, { ...startTime(row.own, now), keys, tries: 0, why: null }));
}

/** Opens a drawer by its numbers. The try is counted before they are checked; after the last one they are gone. */
export async function openQuick(db: DrawerDb, drawer: Id, pin: string, now: number): Promise<QuickOpened> {
	const row = await countTry(db, drawer, now);
	const kept = await stored(() => db.drawers.get(drawer));
	if (!row?.latch || !row.keys || !kept) return 'ended';
	const { latch, tries } = row;
	try {
		const half = await openBox(latch.box, { drawer, device: latch.device }, pin);
		if (!half && tries < MOST_TRIES) return { left: MOST_TRIES - tries };
		if (!half) return await endQuick(db, drawer, 'tries').then(() => 'ended');
		const key = await crypto.subtle.importKey('pkcs8', half, CURVE, false, ['deriveBits']);
		half.fill(0);
		const keys = await takeKeys(await openPostedBytes(key, placeOf(drawer), row.keys));
		const { seen, used } = noteOpening(row, now);
		await stored(() => db.quick.update(drawer, { seen, used, tries: 0 }));
		return { id: drawer, device: kept.device, publicHalf: kept.public_half, kind: kept.kind, keys };
	} catch (problem) {
		if (problem instanceof DOMException) return 'broken';
		throw problem;
	}
}

/** The password must be typed again. Where only the time is over, the same numbers open afterwards; else new ones are chosen. */
export function endQuick(db: DrawerDb, drawer: Id, why: QuickEnd): Promise<unknown> {
	return stored(() => db.quick.update(drawer, { keys: null, why, ...(why !== 'time' && { latch: null }) }));
}

/** What an open drawer heard of the time. */
export function noteQuick(db: DrawerDb, drawer: Id, heard: Parameters<typeof noteTime>[1]): Promise<void> {
	return stored(() =>
		db.transaction('rw', db.quick, async () => {
			const row = await db.quick.get(drawer);
			if (!row?.keys) return;
			const noted = { ...row, ...noteTime(row, heard) };
			await db.quick.put(isOver(noted, heard.now) ? { ...noted, keys: null, why: 'time' } : noted);
		})
	);
}

/** Whom the staff's door shows. What ended since somebody last looked is taken off the disk. */
export function quickFaces(db: DrawerDb, now: number): Promise<QuickFace[]> {
	return stored(() =>
		db.transaction('rw', db.quick, async () => {
			const rows = await db.quick.toArray();
			const over = rows.filter((row) => row.keys !== null && isOver(row, now));
			for (const row of over) await db.quick.update(row.drawer, { keys: null, why: 'time' });
			const gone = rows.filter(({ since }) => Math.abs(now - since) > SHOWN_FOR);
			await db.quick.bulkDelete(gone.map(({ drawer }) => drawer));
			return rows
				.filter((row) => !gone.includes(row))
				.map((row) => faceOf(over.includes(row) ? { ...row, keys: null, why: 'time' } : row))
				.sort((a, b) => a.name.localeCompare(b.name));
		})
	);
}

function faceOf({ drawer, name, picture, own, keys, why, tries }: QuickRow): QuickFace {
	return { id: drawer, name, picture, own, opens: keys !== null, why, left: MOST_TRIES - tries };
}

/** Null where the password is asked for. Whoever kills the page while it is checked has used up the try. */
function countTry(db: DrawerDb, drawer: Id, now: number): Promise<QuickRow | null> {
	return stored(() =>
		db.transaction('rw', db.quick, async () => {
			const row = await db.quick.get(drawer);
			if (!row?.keys) return null;
			const why = isOver(row, now) ? 'time' : row.tries >= MOST_TRIES ? 'tries' : null;
			if (why !== null) {
				await db.quick.put({ ...row, keys: null, why, ...(why === 'tries' && { latch: null }) });
				return null;
			}
			const counted = { ...row, tries: row.tries + 1 };
			await db.quick.put(counted);
			return counted;
		})
	);
}
