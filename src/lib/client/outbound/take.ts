import type { Call } from '$lib/domain/calls.ts';
import type { Id } from '$lib/domain/item.ts';
import type { DrawerDb, OutboxRow } from '../local/db.ts';
import type { Sender } from '../local/keys.ts';
import { isHeld, openEntry, type Sent } from '../local/outbox.ts';
import { stored } from '../local/storage.ts';

export interface BatchLimit {
	calls: number;
	bytes: number;
}

/** How much at once, by which clock, and what stays where it is. */
export interface Taking {
	most: BatchLimit;
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

const isToSend = (row: OutboxRow): boolean => row.state === 'waiting' || row.state === 'frozen';

function firstOf(rows: OutboxRow[], most: BatchLimit): OutboxRow[] {
	let bytes = 0;
	const fits = rows.slice(0, most.calls).findIndex((row) => (bytes += row.bytes) > most.bytes);
	return rows.slice(0, fits === -1 ? most.calls : Math.max(1, fits));
}

/** A row that does not open any more must not stop the others. */
async function callOrNull(drawer: Sender, row: OutboxRow): Promise<Call | null> {
	try {
		return (await openEntry(drawer, row)).call;
	} catch {
		return null;
	}
}
