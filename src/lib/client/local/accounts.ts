import { DAY } from '$lib/domain/time/instants.ts';
import type { Id } from '$lib/domain/item.ts';
import { newId } from '$lib/platform/ids.ts';
import type { AccountRow, DrawerDb, JoiningRow } from './db.ts';
import { makeDeviceKey, type UnlockedDrawer, type Sender } from './keys.ts';
import { open, seal, type Place } from './seal.ts';
import { stored } from './storage.ts';

/** How a device signs in: for a child made by the device, for staff typed by them and never stored. */
export interface Credential {
	email: string;
	password: string;
}

export interface SignInTokens {
	access_token: string;
	refresh_token: string;
	/** What this device shows when it signs in again: the server knows it, and no wrong password from elsewhere holds it up. */
	device?: string;
}

/** What a device that is about to join must not forget. Staff type their password again. */
export interface Joining {
	code: string;
	email: string;
	password: string | null;
}

const accountPlace = (drawer: Id, id: 'credential' | 'session'): Place => ({ table: 'accounts', drawer, id });
const joiningPlace = (id: Id): Place => ({ table: 'joining', drawer: id, id });

/** A child's session is sealed by the device, so that wishes leave a shut drawer; that of staff by their open drawer. */
const sessionKey = (drawer: Sender | UnlockedDrawer): CryptoKey =>
	'keys' in drawer && drawer.kind === 'staff' ? drawer.keys.data : drawer.device;

/** A new drawer's way to be signed in, sealed. It is not stored yet. */
export async function newAccount(
	drawer: UnlockedDrawer,
	credential: Credential | null,
	session: SignInTokens
): Promise<AccountRow> {
	return {
		drawer: drawer.id,
		credential: credential && (await seal(drawer.device, accountPlace(drawer.id, 'credential'), credential)),
		session: await seal(sessionKey(drawer), accountPlace(drawer.id, 'session'), session)
	};
}

async function readCredential(db: DrawerDb, drawer: Sender): Promise<Credential | null> {
	const row = await stored(() => db.accounts.get(drawer.id));
	return row?.credential
		? open<Credential>(drawer.device, accountPlace(drawer.id, 'credential'), row.credential)
		: null;
}

/** Null also where a session does not open (staff whose drawer is shut): then it is as if there were none. @internal */
export async function readSession(db: DrawerDb, drawer: Sender | UnlockedDrawer): Promise<SignInTokens | null> {
	const row = await stored(() => db.accounts.get(drawer.id));
	if (!row?.session) return null;
	return open<SignInTokens>(sessionKey(drawer), accountPlace(drawer.id, 'session'), row.session).catch(() => null);
}

async function keepSession(db: DrawerDb, drawer: Sender | UnlockedDrawer, session: SignInTokens): Promise<void> {
	const sealed = await seal(sessionKey(drawer), accountPlace(drawer.id, 'session'), session);
	await stored(() => db.accounts.update(drawer.id, { session: sealed }));
}

/** A drawer's way to be signed in, as it is kept here. */
export const accountOf = (db: DrawerDb, drawer: Sender | UnlockedDrawer) => ({
	name: drawer.id,
	credential: () => readCredential(db, drawer),
	session: () => readSession(db, drawer),
	keep: (session: SignInTokens) => keepSession(db, drawer, session)
});

/** Writes down how this device will sign in, before it signs up with it. */
export async function beginJoining(db: DrawerDb, joining: Joining, now: number): Promise<JoiningRow> {
	const [id, device] = [newId(), await makeDeviceKey()];
	const row = { id, device, sealed: await seal(device, joiningPlace(id), joining), made: now };
	await stored(() => db.joining.add(row));
	return row;
}

/** A code lasts a day; a clock may be a little wrong. */
export const isExpired = (made: number, now: number): boolean => Math.abs(now - made) > 30 * DAY;

/** Lets go of what was begun with a code so long ago that nobody comes back for it. */
export async function forgetOldJoinings(db: DrawerDb, now: number): Promise<void> {
	await stored(() => db.joining.filter(({ made }) => isExpired(made, now)).delete());
}

/** What this device began with a code and did not hear the end of. */
export async function findJoining(db: DrawerDb, code: string): Promise<{ row: JoiningRow; joining: Joining } | null> {
	for (const row of await stored(() => db.joining.toArray())) {
		const joining = await open<Joining>(row.device, joiningPlace(row.id), row.sealed).catch(() => null);
		if (joining?.code === code) return { row, joining };
	}
	return null;
}
