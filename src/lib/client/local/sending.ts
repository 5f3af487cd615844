import type { Call } from '$lib/domain/calls.ts';
import { DAY } from '$lib/domain/time/instants.ts';
import type { Id } from '$lib/domain/view.ts';
import type { DrawerDb, OutboxRow, SnapshotRow } from './db.ts';
import type { OpenDrawer, Sender } from './keys.ts';
import { isHeld, newRow, openLetter, type Sent } from './outbox.ts';
import { stored } from './storage.ts';

const KEEP_DONE = 30 * DAY; // as long as a backup may be old that is restored
const MOST_NAMED = 50;

export interface Most {
	calls: number;
	bytes: number;
}

/** How much at once, by which clock, and what stays where it is. */
export interface Taking {
	most: Most;
	not: Set<number>;
	now: number;
}

/**
 * The next calls to send, in order, frozen: from here on their words may be on the server. One that can still be undone
 * holds up those behind it, so that all arrive in the order in which they were made.
 */
export async function takeToSend(db: DrawerDb, drawer: Sender, taking: Taking): Promise<Sent[]> {
	const { most, not, now: clock } = taking;
	const rows = (await unsent(db, drawer.id)).filter((row) => !not.has(row.seq));
	const held = rows.findIndex((row) => isHeld(row, clock));
	const next = firstOf(held === -1 ? rows : rows.slice(0, held), most);
	const opened = await Promise.all(next.map(async (row) => ({ row, call: await callOrNull(drawer, row) })));
	const readable = opened.flatMap(({ row, call }) => (call ? [{ row, call }] : []));
	for (const { row, call } of opened) if (!call) not.add(row.seq);
	if (readable.length === 0 && opened.length > 0) return takeToSend(db, drawer, taking);
	return stored(() =>
		db.transaction('rw', db.outbox, db.snapshots, async () => {
			const epoch = (await db.snapshots.get(drawer.id))?.epoch ?? null;
			const taken: Sent[] = [];
			for (const { row, call } of readable) {
				const now = await db.outbox.get(row.seq);
				if (!now || !isToSend(now) || now.version !== row.version) continue;
				if (now.state === 'waiting') await db.outbox.put({ ...now, state: 'frozen', held: null });
				taken.push({ seq: now.seq, version: now.version, call, bytes: now.bytes, epoch, again: now.again });
			}
			return taken;
		})
	);
}

/**
 * What the server did last of what it said is done, as ids of calls: where it still has that, it still has what it did before,
 * since it does nothing more for a device that names something it lacks. What was done through another login has the number 0
 * and no place in that order, so it is named besides.
 */
export async function doneLast(db: DrawerDb, drawer: Id): Promise<Id[]> {
	const done = await stored(() => db.outbox.where({ drawer, state: 'done' }).toArray());
	const sure = done.filter(({ epoch }) => epoch !== null).sort((a, b) => (b.number ?? 0) - (a.number ?? 0));
	return sure
		.filter(({ number }, i) => i === 0 || number === 0)
		.map(({ id }) => id)
		.slice(0, MOST_NAMED);
}

/** The server was set back to an earlier day, or knows this device no more: of nothing that was done is it sure that it has it. */
export function doubt(db: DrawerDb, drawer: Id): Promise<unknown> {
	return stored(() => db.outbox.where({ drawer, state: 'done' }).modify({ epoch: null }));
}

/** Whether something that was done is in doubt, and could not be sent again yet. */
export async function isInDoubt(db: DrawerDb, drawer: Id): Promise<boolean> {
	return (
		(await stored(() => db.transaction('r', db.outbox, db.snapshots, () => elsewhere(db, drawer)))).rows.length > 0
	);
}

/**
 * What was done in another life of the database (a backup was restored), or is in doubt, is sent once more: the server may not
 * have it. Whether there was any.
 */
export async function sendAgain(db: DrawerDb, drawer: OpenDrawer): Promise<boolean> {
	const { rows, epoch, checked } = await stored(() =>
		db.transaction('r', db.outbox, db.snapshots, () => elsewhere(db, drawer.id))
	);
	if (rows.length === 0) return false;
	const fresh = await Promise.all(rows.map(async (row) => newRow(drawer, (await openLetter(drawer, row)).call)));
	await stored(() =>
		db.transaction('rw', db.outbox, async () => {
			for (const [i, row] of rows.entries()) {
				const now = await db.outbox.get(row.seq);
				const again = fresh[i];
				if (again && now?.state === 'done' && now.epoch !== epoch)
					await db.outbox.put({ ...now, ...again, state: 'frozen', version: now.version + 1, again: checked });
			}
		})
	);
	return true;
}

/** Notes which calls the stored snapshot holds, and lets go of those that it has held for 30 days. Server time only. */
export function letGo(db: DrawerDb, drawer: Id): Promise<void> {
	return stored(() =>
		db.transaction('rw', db.outbox, db.snapshots, async () => {
			const snapshot = await db.snapshots.get(drawer);
			if (!snapshot) return;
			for (const row of await db.outbox.where({ drawer, state: 'done' }).toArray()) {
				if (!isCovered(row, snapshot)) continue;
				if (row.covered === null) await db.outbox.update(row.seq, { covered: snapshot.checked });
				else if (snapshot.checked - row.covered > KEEP_DONE) await db.outbox.delete(row.seq);
			}
		})
	);
}

/** How long until something can go that can still be undone. Null: nothing waits for that. */
export async function heldFor(db: DrawerDb, drawer: Id, now: number): Promise<number | null> {
	const held = (await unsent(db, drawer)).find((row) => isHeld(row, now));
	return held ? (held.held ?? now) - now : null;
}

async function unsent(db: DrawerDb, drawer: Id): Promise<OutboxRow[]> {
	return (await stored(() => db.outbox.where({ drawer }).sortBy('seq'))).filter(isToSend);
}

/** Whether there is anything to send. */
export async function hasUnsent(db: DrawerDb, drawer: Id): Promise<boolean> {
	return (await stored(() => db.outbox.where({ drawer }).filter(isToSend).count())) > 0;
}

/** Whether a snapshot already shows what a call did: it was asked for later, and counts that far in the same life. */
export function isCovered(row: OutboxRow, snapshot: Pick<SnapshotRow, 'epoch' | 'last_call' | 'stored'>): boolean {
	if (row.state !== 'done' || row.epoch !== snapshot.epoch) return false;
	return (row.number ?? Infinity) <= snapshot.last_call && (row.turn ?? 0) < snapshot.stored;
}

const isToSend = (row: OutboxRow): boolean => row.state === 'waiting' || row.state === 'frozen';

function firstOf(rows: OutboxRow[], most: Most): OutboxRow[] {
	let bytes = 0;
	const fits = rows.slice(0, most.calls).findIndex((row) => (bytes += row.bytes) > most.bytes);
	return rows.slice(0, fits === -1 ? most.calls : Math.max(1, fits));
}

async function elsewhere(db: DrawerDb, drawer: Id): Promise<Elsewhere> {
	const snapshot = await db.snapshots.get(drawer);
	if (!snapshot) return { rows: [], epoch: null, checked: 0 };
	const done = await db.outbox.where({ drawer, state: 'done' }).toArray();
	return { ...snapshot, rows: done.filter((row) => row.epoch !== snapshot.epoch) };
}

interface Elsewhere {
	rows: OutboxRow[];
	epoch: Id | null;
	checked: number;
}

/** A row that does not open any more must not stop the others. */
async function callOrNull(drawer: Sender, row: OutboxRow): Promise<Call | null> {
	try {
		return (await openLetter(drawer, row)).call;
	} catch {
		return null;
	}
}
