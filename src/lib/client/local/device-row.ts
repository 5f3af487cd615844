import type { DrawerDb } from './db.ts';
import { makeNameKey, nameOf } from './keys.ts';
import { stored } from './storage.ts';

/** The device's own key for names, made once. It cannot be read out. */
async function nameKey(db: DrawerDb): Promise<CryptoKey> {
	const fresh = await makeNameKey();
	return stored(() =>
		db.transaction('rw', db.device, async () => {
			const row = await db.device.get('names');
			if (row?.id === 'names') return row.key;
			await db.device.put({ id: 'names', key: fresh });
			return fresh;
		})
	);
}

/** Stands for an e-mail address on this device, and tells nothing of it. */
export async function markOfEmail(db: DrawerDb, email: string): Promise<string> {
	return nameOf(await nameKey(db), `email ${email.normalize('NFKC').trim().toLowerCase()}`);
}

/** Stands for a person on this device, likewise. */
export async function markOfPerson(db: DrawerDb, person: string): Promise<string> {
	return nameOf(await nameKey(db), `person ${person}`);
}

/** By how many milliseconds the server's clock is ahead of this device's, as last seen. */
export async function readClockOffset(db: DrawerDb): Promise<number> {
	const row = await stored(() => db.device.get('clock'));
	return row?.id === 'clock' ? row.ahead : 0;
}

/** Remembers it for the next start. */
export async function storeClockOffset(db: DrawerDb, ahead: number): Promise<void> {
	await stored(() => db.device.put({ id: 'clock', ahead }));
}
