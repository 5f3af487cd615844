import { Dexie, type DexieOptions } from 'dexie';
import type { HomeGuide } from '$lib/domain/questions/devices/tablets.ts';
import { isExpired, type Credential, type SignInTokens } from './accounts.ts';
import { makeDeviceKey } from './keys.ts';
import { abortOnLeave } from './abort-on-leave.ts';
import { open, seal, type Place, type Sealed } from './seal.ts';
import { stored } from './storage.ts';

/** How this device signs in as a tablet of the home. It opens no drawer, and lies apart from those that do. */
interface AccountRow {
	device: CryptoKey;
	credential: Sealed;
	session: Sealed | null;
}

/** Pairing is under way: the secret is here before the server knows it, so that a lost answer loses no code. */
interface PairingRow extends AccountRow {
	id: 'pairing';
	code: Sealed;
	made: number;
}

/** What the home wrote is for any child who picks this tablet up, so it is not sealed. Null: not fetched yet. */
interface PairedRow extends AccountRow {
	id: 'paired';
	version: string | null;
	guide: HomeGuide | null;
}

/** It was a tablet of a home once. */
interface EndedRow {
	id: 'cut_off';
}

/** What this device keeps as a tablet of the home. A version that was released is never edited. */
export class TabletDb extends Dexie {
	/** As with the drawers: a page that is kept holds up no other. */
	readonly leave = abortOnLeave(this);

	constructor(name = 'sayso-tablet', options: DexieOptions = {}) {
		super(name, options);
		this.version(1).stores({ pairing: 'id', paired: 'id', ended: 'id' });
	}

	get pairing() {
		return this.table<PairingRow, 'pairing'>('pairing');
	}
	get paired() {
		return this.table<PairedRow, 'paired'>('paired');
	}
	get ended() {
		return this.table<EndedRow, 'cut_off'>('ended');
	}
}

/** paired: it shows the guide. cut_off: it did, until the home ended it. */
export interface TabletShown {
	state: 'none' | 'paired' | 'cut_off';
	version: string | null;
	guide: HomeGuide | null;
}

const NOTHING_READ = { version: null, guide: null };
const place = (id: string): Place => ({ table: 'tablet', drawer: 'tablet', id });

/** What this device is as a tablet, and what it last read. */
export async function readTablet(db: TabletDb): Promise<TabletShown> {
	const paired = await stored(() => db.paired.get('paired'));
	if (paired) return { state: 'paired', version: paired.version, guide: paired.guide };
	return { state: (await stored(() => db.ended.count())) > 0 ? 'cut_off' : 'none', ...NOTHING_READ };
}

/** What this device began with a code and did not hear the end of. */
export async function findPairing(db: TabletDb, code: string): Promise<Credential | null> {
	const row = await stored(() => db.pairing.get('pairing'));
	const begunWith = row && (await open<string>(row.device, place('code'), row.code).catch(() => null));
	return row && begunWith === code ? open<Credential>(row.device, place('credential'), row.credential) : null;
}

/** Writes down how this tablet will sign in, before it signs up with it. */
export async function beginPairing(db: TabletDb, code: string, who: Credential, made: number): Promise<void> {
	const device = await makeDeviceKey();
	const sealed = { code: await seal(device, place('code'), code), session: null };
	const credential = await seal(device, place('credential'), who);
	await stored(() => db.pairing.put({ id: 'pairing', device, credential, made, ...sealed }));
}

/** Lets go of what was begun, where the home said no to it. */
export const dropPairing = (db: TabletDb): Promise<void> => stored(() => db.pairing.clear());

/** And of what was begun so long ago that nobody comes back for it. */
export async function forgetOldPairing(db: TabletDb, now: number): Promise<void> {
	await stored(() => db.pairing.filter(({ made }) => isExpired(made, now)).delete());
}

/** The server knows this tablet now. What it showed for another home goes. */
export async function endPairing(db: TabletDb, session: SignInTokens): Promise<void> {
	const row = await stored(() => db.pairing.get('pairing'));
	if (!row) return;
	const { device, credential } = row;
	const sealed = await seal(device, place('session'), session);
	await stored(() =>
		db.transaction('rw', [db.pairing, db.paired, db.ended], async () => {
			await db.paired.put({ id: 'paired', device, credential, session: sealed, ...NOTHING_READ });
			await Promise.all([db.pairing.clear(), db.ended.clear()]);
		})
	);
}

/** What the home wrote, as it was read last: shown also with no signal. */
export async function keepGuide(db: TabletDb, version: string, guide: HomeGuide): Promise<void> {
	await stored(() => db.paired.update('paired', { version, guide }));
}

/** Nothing of the home stays, nor a way to ask for it again. */
export async function forgetHome(db: TabletDb): Promise<void> {
	await stored(() =>
		db.transaction('rw', [db.paired, db.ended], async () => {
			await db.paired.clear();
			await db.ended.put({ id: 'cut_off' });
		})
	);
}

/** Where the tablet's way to be signed in is kept. */
export function tabletAccount(db: TabletDb) {
	const paired = () => stored(() => db.paired.get('paired'));
	return {
		name: 'tablet',
		async credential(): Promise<Credential | null> {
			const row = await paired();
			return row ? open<Credential>(row.device, place('credential'), row.credential) : null;
		},
		async session(): Promise<SignInTokens | null> {
			const row = await paired();
			return row?.session ? open<SignInTokens>(row.device, place('session'), row.session).catch(() => null) : null;
		},
		async keep(session: SignInTokens): Promise<void> {
			const row = await paired();
			if (!row) return;
			const sealed = await seal(row.device, place('session'), session);
			await stored(() => db.paired.update('paired', { session: sealed }));
		}
	};
}
