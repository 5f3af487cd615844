import type { Call } from '$lib/domain/calls.ts';
import type { View } from '$lib/domain/view.ts';
import { fromBase64 } from '$lib/platform/base64.ts';
import { hashOf } from '$lib/platform/ids.ts';
import { typeOf } from '$lib/platform/media-type.ts';
import type { DrawerDb, KeptRow } from './db.ts';
import { nameOf, type UnlockedDrawer } from './keys.ts';
import { openBytes, sealBytes, type Place } from './seal.ts';
import { stored } from './storage.ts';

const placeOf = (drawer: string, key: string): Place => ({ table: 'pictures', drawer, id: key });
const keyOf = (drawer: UnlockedDrawer, hash: string): Promise<string> => nameOf(drawer.keys.names, `picture ${hash}`);

/** Every picture and recording that a view names, by its content's hash. */
export function picturesIn(view: View): Set<string> {
	const named = [...view.cards, ...view.items].map((one) => one.picture);
	const aloud = view.items.map(({ recording = null }) => recording);
	return new Set([...named, ...aloud].filter((hash) => hash !== null));
}

/** The pictures that a call speaks of: while it waits, nothing else may name them. */
export function picturesOf({ args }: Call): string[] {
	if ('hash' in args) return [args.hash];
	const aloud = 'recording' in args ? (args.recording ?? null) : null;
	const drawn = 'picture' in args ? args.picture : null;
	return [drawn, aloud].filter((hash) => hash !== null);
}

/** Seals a picture. Null where it is not what its hash says. */
export async function sealPicture(
	drawer: UnlockedDrawer,
	picture: { hash: string; data: string }
): Promise<KeptRow | null> {
	const bytes = fromBase64(picture.data);
	if (!bytes || (await hashOf(bytes)) !== picture.hash) return null;
	const key = await keyOf(drawer, picture.hash);
	const sealed = await sealBytes(drawer.keys.data, placeOf(drawer.id, key), bytes);
	return { drawer: drawer.id, key, sealed };
}

/** A picture as the browser shows it, or null where it is not here. */
export async function readPicture(db: DrawerDb, drawer: UnlockedDrawer, hash: string): Promise<Blob | null> {
	const key = await keyOf(drawer, hash);
	const row = await stored(() => db.pictures.get([drawer.id, key]));
	if (!row) return null;
	const bytes = await openBytes(drawer.keys.data, placeOf(drawer.id, key), row.sealed).catch(() => null);
	return bytes && new Blob([bytes], { type: typeOf(bytes) });
}

/** Which of these hashes are not here yet. */
export async function missingPictures(db: DrawerDb, drawer: UnlockedDrawer, hashes: Set<string>): Promise<string[]> {
	const here = new Set(await keysHere(db, drawer));
	const keyed = await Promise.all([...hashes].map(async (hash) => ({ hash, key: await keyOf(drawer, hash) })));
	return keyed.filter(({ key }) => !here.has(key)).map(({ hash }) => hash);
}

/** Where the drawer was removed meanwhile, nothing is kept. */
export async function storePictures(db: DrawerDb, drawer: UnlockedDrawer, rows: KeptRow[]): Promise<void> {
	await stored(() =>
		db.transaction('rw', db.drawers, db.pictures, async () => {
			if (await db.drawers.get(drawer.id)) for (const row of rows) await db.pictures.put(row);
		})
	);
}

/** Lets go of the pictures that nothing names any more. */
export async function dropPictures(db: DrawerDb, drawer: UnlockedDrawer, named: Set<string>): Promise<void> {
	const keep = new Set(await Promise.all([...named].map((hash) => keyOf(drawer, hash))));
	const gone = (await keysHere(db, drawer)).filter((key) => !keep.has(key));
	await stored(() => db.pictures.bulkDelete(gone.map((key) => [drawer.id, key])));
}

async function keysHere(db: DrawerDb, drawer: UnlockedDrawer): Promise<string[]> {
	const keys = await stored(() => db.pictures.where({ drawer: drawer.id }).primaryKeys());
	return keys.map(([, key]) => key);
}
