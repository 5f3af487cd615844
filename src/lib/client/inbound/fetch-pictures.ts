import type { DrawerDb } from '../local/db.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { missingPictures, sealPicture, storePictures } from '../local/pictures.ts';
import type { SignedInApi } from '../outbound/signed-in.ts';

const AT_ONCE = 10; // pictures in one request: at most 60 kB each, a recording 120

/** Fetches the named pictures that are not here, also those that did not come last time. What is not its hash is not kept. How many came. */
export async function fetchPictures(
	db: DrawerDb,
	drawer: UnlockedDrawer,
	named: Set<string>,
	api: SignedInApi
): Promise<number> {
	const missing = await missingPictures(db, drawer, named);
	let came = 0;
	for (let i = 0; i < missing.length; i += AT_ONCE) {
		const reply = await api.pictures(missing.slice(i, i + AT_ONCE));
		if (!reply.ok) break;
		const wanted = reply.value.filter(({ hash }) => named.has(hash));
		const rows = (await Promise.all(wanted.map((one) => sealPicture(drawer, one)))).filter((row) => row !== null);
		await storePictures(db, drawer, rows);
		came += rows.length;
	}
	return came;
}
