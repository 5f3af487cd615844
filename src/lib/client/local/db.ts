import { Dexie, type DexieOptions, type Table, type Transaction } from 'dexie';
import type { Id } from '$lib/domain/item.ts';
import type { Bytes } from '$lib/platform/ids.ts';
import type { KeyBox } from './keys.ts';
import type { Lock } from './lock.ts';
import { abortOnLeave } from './abort-on-leave.ts';
import type { Posted, Sealed } from './seal.ts';
import type { QuickEnd, Style } from '../view-state.ts';
import type { QuickTime } from './quick-time.ts';
import type { Lockout } from './lockout.ts';

/** Unsealed are only what the door shows, what opening needs, random ids and numbers. */
export interface DrawerRow extends Lockout {
	id: Id;
	kind: 'child' | 'staff';
	name: string; // what the child chose to show on the door; '' for staff
	picture: string | null;
	style: Style;
	lock: Lock;
	box: KeyBox;
	device: CryptoKey;
	public_half: Bytes;
	found_by: string | null; // staff: stands for the e-mail, and tells nothing to who does not know the device's key
	person: string | null; // stands for the person likewise, so that a new drawer finds the old one whose lock was forgotten
	cut_off: 0 | 1;
	made: number; // the order on the door
	demo: string | null; // the made-up person's key
}

/** How the device signs in for a drawer, and the session that it got. */
export interface AccountRow {
	drawer: Id;
	credential: Sealed | null; // by the device's key; null for staff, whose password is nowhere
	session: Sealed | null;
}

/** Signing up is under way: the secret is here before the server knows it, so that a lost answer loses no code. */
export interface JoiningRow {
	id: Id;
	device: CryptoKey;
	sealed: Sealed;
	made: number;
}

export interface OutboxRow {
	seq: number;
	drawer: Id;
	id: Id;
	bytes: number; // of the call as JSON in UTF-8
	/** frozen: handed to the network at least once, so its words may be on the server: it can no longer change. */
	state: 'waiting' | 'frozen' | 'done' | 'refused';
	version: number; // how often it was mended: an answer to an older version says nothing about this one
	sealed: Sealed | Posted; // by the device's key until it is done, afterwards posted to the drawer
	number: number | null; // done: its number on the server
	epoch: Id | null; // done: the life of the database that it was sent to, as far as this device knew; null: in doubt
	turn: number | null; // done: the turn of the snapshot at that time
	held: number | null; // waiting: until then it can be undone, and is not sent
	covered: number | null; // when a snapshot first held it, by the server's clock
	/** It was done, and is sent once more since then, by the server's clock: the database was set back to an earlier day. */
	again: number | null;
}

/** What is known of the stored view without opening it. */
export interface SnapshotRow {
	drawer: Id;
	turn: number; // goes up when one is stored and when a call is done: an answer that was asked for in an older turn is stale
	stored: number; // the turn in which this one was stored
	checked: number; // when the server last said that this is all, by its clock
	epoch: Id;
	last_call: number;
	sealed: Sealed; // its version. Where it does not open, the server is asked for all of it
}

/** The stored view itself. It is large, and read only where it is another one. */
export interface ViewRow {
	drawer: Id;
	of: string; // the sealing of its snapshot row: beside another one it counts for nothing
	sealed: Sealed;
}

/** Names one sealing of a row: no two have the same. */
export const sealingOf = ({ sealed }: { sealed: Sealed }): string => sealed.iv.join();

/** Until version 2 the view lay in its snapshot row. What moves stays sealed: the version in it is read when the server is asked anew. */
async function moveViews(old: Transaction): Promise<void> {
	for (const row of await old.table<SnapshotRow>('snapshots').toArray()) {
		await old.table<ViewRow>('views').put({ drawer: row.drawer, of: sealingOf(row), sealed: row.sealed });
		await old.table('snapshots').put({ ...row, sealed: { ...row.sealed, text: new ArrayBuffer(0) } });
	}
}

/** Drafts and pictures: a name that tells nothing, and something sealed by the drawer's data key. */
export interface KeptRow {
	drawer: Id;
	key: string;
	sealed: Sealed;
}

/** The numbers of somebody: they open the private half of a pair of keys, and nothing else. */
interface Latch {
	device: CryptoKey;
	box: KeyBox;
	publicHalf: Bytes;
}

/** Staff may open their drawer here by numbers, for a while. Unsealed are times, and what the staff's door shows. */
export interface QuickRow extends QuickTime {
	drawer: Id;
	name: string;
	picture: string | null;
	latch: Latch | null; // null: new numbers must be chosen
	keys: Posted | null; // the drawer's keys, posted to the latch; null: the password is asked for
	tries: number; // since it last opened
	why: QuickEnd | null; // why the password is asked for
}

type DeviceRow = { id: 'names'; key: CryptoKey } | { id: 'clock'; ahead: number };

/** What this device keeps. A version that was released is never edited: a change is a new one below it. */
export class DrawerDb extends Dexie {
	/** The page goes, and a browser keeps it as it is: nothing of it may hold up the page after it. */
	readonly leave = abortOnLeave(this);

	constructor(name = 'sayso', options: DexieOptions = {}) {
		super(name, options);
		this.version(1).stores({
			device: 'id',
			drawers: 'id',
			accounts: 'drawer',
			joining: 'id',
			outbox: '++seq, drawer, &[drawer+id], [drawer+state]',
			snapshots: 'drawer',
			drafts: '[drawer+key], drawer',
			pictures: '[drawer+key], drawer'
		});
		this.version(2).stores({ views: 'drawer' }).upgrade(moveViews);
		this.version(3).stores({ quick: 'drawer' });
	}

	get device() {
		return this.table<DeviceRow, string>('device');
	}
	get drawers() {
		return this.table<DrawerRow, Id>('drawers');
	}
	get accounts() {
		return this.table<AccountRow, Id>('accounts');
	}
	get quick() {
		return this.table<QuickRow, Id>('quick');
	}
	get joining() {
		return this.table<JoiningRow, Id>('joining');
	}
	get outbox(): Table<OutboxRow, number, Omit<OutboxRow, 'seq'>> {
		return this.table('outbox');
	}
	get snapshots() {
		return this.table<SnapshotRow, Id>('snapshots');
	}
	get views() {
		return this.table<ViewRow, Id>('views');
	}
	get drafts() {
		return this.table<KeptRow, [Id, string]>('drafts');
	}
	get pictures() {
		return this.table<KeptRow, [Id, string]>('pictures');
	}
}
