import type { Call } from '$lib/domain/calls.ts';
import type { Id, Time, View } from '$lib/domain/view.ts';
import type { DrawerDb, OutboxRow, SnapshotRow } from './db.ts';
import type { OpenDrawer } from './keys.ts';
import { openLetter, type Letter } from './outbox.ts';
import type { WaitingCall } from './shown.ts';
import { openSnapshot } from './snapshot.ts';
import { isCovered } from './sending.ts';
import { stored } from './storage.ts';

/** A stored view as it can be drawn, whichever app or database made it. Null: it cannot be at all. */
export type Sieve = (view: View) => View | null;

/** What a call does to what a person sees. */
export type Apply = (view: View, call: Call, context: { now: Time }) => View;

export interface Showing {
	view: View | null;
	waiting: WaitingCall[];
	unread: number; // calls that were never sent, and that this device cannot read any more
	synced: number | null; // when the server last said that the snapshot is all, by its clock
}

/** What an open drawer shows: the last snapshot with every call applied that it does not hold yet. */
export class ShownDrawer {
	#db: DrawerDb;
	#drawer: OpenDrawer;
	#apply: Apply;
	#sieve: Sieve;
	#snapshot: View | null = null;
	#sealedBy = ''; // which sealing it was read from
	#letters = new Map<string, Letter>(); // opened before

	constructor(db: DrawerDb, drawer: OpenDrawer, { apply, sieve }: { apply: Apply; sieve: Sieve }) {
		this.#db = db;
		this.#drawer = drawer;
		this.#apply = apply;
		this.#sieve = sieve;
	}

	/** `sending` are the calls that are on their way at this moment; `code` is why the others wait. */
	async read(sending: ReadonlySet<Id>, code: string | null): Promise<Showing> {
		const { row, rows } = await this.#rows();
		await this.#readSnapshot(row);
		const shown = rows.filter((one) => !row || !isCovered(one, row));
		const opened = await this.#open(shown);
		const seen = new Set(opened.map((one) => one.row.seq));
		return {
			view: this.#snapshot && this.#withCalls(this.#snapshot, opened),
			waiting: opened.flatMap((one) => waitingCall(one, sending, { code, epoch: row?.epoch ?? null })),
			unread: shown.filter(({ seq, state }) => state !== 'done' && !seen.has(seq)).length,
			synced: row?.checked ?? null
		};
	}

	/** Opening it takes a moment: only where it is another one. */
	async #readSnapshot(row: SnapshotRow | undefined): Promise<void> {
		const sealedBy = row?.sealed.iv.join() ?? '';
		if (sealedBy === this.#sealedBy) return;
		const kept = row && (await openSnapshot(this.#drawer, row));
		this.#snapshot = kept ? this.#sieve(kept.view) : null;
		this.#sealedBy = sealedBy;
	}

	#withCalls(snapshot: View, opened: OpenedRow[]): View {
		return opened
			.filter(({ row }) => row.state !== 'refused')
			.reduce((view, { letter }) => this.#applied(view, letter.call), snapshot);
	}

	/** What a call does may make no sense any more beside a newer snapshot: it then shows nothing, and still is sent. */
	#applied(view: View, call: Call): View {
		try {
			return this.#apply(view, call, { now: call.at });
		} catch {
			return view;
		}
	}

	/** Both in one transaction: else a call could be in neither for a moment. */
	#rows(): Promise<{ row: SnapshotRow | undefined; rows: OutboxRow[] }> {
		const drawer = this.#drawer.id;
		return stored(() =>
			this.#db.transaction('r', this.#db.snapshots, this.#db.outbox, async () => ({
				row: await this.#db.snapshots.get(drawer),
				rows: await this.#db.outbox.where({ drawer }).sortBy('seq')
			}))
		);
	}

	async #open(rows: OutboxRow[]): Promise<OpenedRow[]> {
		const letters = new Map<string, Letter>();
		const opened = await Promise.all(
			rows.map(async (row) => {
				const key = `${row.id} ${row.version} ${row.state}`;
				const letter = this.#letters.get(key) ?? (await openLetter(this.#drawer, row).catch(() => null));
				if (letter) letters.set(key, letter);
				return letter ? [{ row, letter }] : [];
			})
		);
		this.#letters = letters;
		return opened.flat();
	}
}

interface OpenedRow {
	row: OutboxRow;
	letter: Letter;
}

/** What was done in another life of the database than the snapshot's is not known to be there: it is about to be sent again. */
function waitingCall({ row, letter }: OpenedRow, sending: ReadonlySet<Id>, now: Now): WaitingCall[] {
	const { call, code } = letter;
	if (row.state === 'done' && (now.epoch === null || row.epoch === now.epoch)) return [];
	if (row.state === 'refused') return [{ call, state: 'refused', code }];
	const isAgain = row.state === 'done' || (row.again ?? null) !== null;
	const why = isAgain ? 'checking' : null;
	if (sending.has(row.id)) return [{ call, state: 'sending', code: why }];
	const held = row.state === 'waiting' ? (row.held ?? null) : null;
	return [{ call, state: 'waiting', code: now.code ?? why, held }];
}

interface Now {
	code: string | null; // why things wait
	epoch: Id | null; // of the snapshot
}
