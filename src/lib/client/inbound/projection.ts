import type { Call } from '$lib/domain/calls.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import type { View } from '$lib/domain/view.ts';
import { sealingOf, type DrawerDb, type OutboxRow, type SnapshotRow, type ViewRow } from '../local/db.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { openEntry, type OutboxEntry } from '../local/outbox.ts';
import type { ViewState, WaitingCall } from '../view-state.ts';
import { isCovered } from '../local/covered.ts';
import { openView } from '../local/snapshot.ts';
import { stored } from '../local/storage.ts';

/** A stored view as it can be drawn, whichever app or database made it. Null: it cannot be at all. */
export type Sieve = (view: View) => View | null;

/** What a call does to what a person sees. */
export type Apply = (view: View, call: Call, context: { now: Time }) => View;

/** What is read of an open drawer. */
export type Projected = Pick<ViewState, 'view' | 'waiting' | 'unread' | 'last_synced'>;

/** What an open drawer shows: the last snapshot with every call applied that it does not hold yet. */
export class Projection {
	#db: DrawerDb;
	#drawer: UnlockedDrawer;
	#apply: Apply;
	#sieve: Sieve;
	#snapshot: View | null = null;
	#sealing = ''; // which one it was read from
	#entries = new Map<string, OutboxEntry>(); // opened before

	constructor(db: DrawerDb, drawer: UnlockedDrawer, { apply, sieve }: { apply: Apply; sieve: Sieve }) {
		this.#db = db;
		this.#drawer = drawer;
		this.#apply = apply;
		this.#sieve = sieve;
	}

	/** `sending` are the calls that are on their way at this moment; `code` is why the others wait. */
	async read(sending: ReadonlySet<Id>, code: string | null): Promise<Projected> {
		const { row, view, rows } = await this.#rows();
		if (view !== 'as before') await this.#openView(row, view);
		const shown = rows.filter((one) => !row || !isCovered(one, row));
		const opened = await this.#open(shown);
		const seen = new Set(opened.map((one) => one.row.seq));
		return {
			view: this.#snapshot && this.#withCalls(this.#snapshot, opened),
			waiting: opened.flatMap((one) => waitingCall(one, sending, { code, epoch: row?.epoch ?? null })),
			unread: shown.filter(({ seq, state }) => state !== 'done' && !seen.has(seq)).length,
			last_synced: row ? new Date(row.checked) : null
		};
	}

	async #openView(row: SnapshotRow | undefined, view: ViewRow | undefined): Promise<void> {
		const sealing = row ? sealingOf(row) : '';
		const opened = view?.of === sealing ? await openView(this.#drawer, view.sealed) : null;
		this.#snapshot = opened && this.#sieve(opened);
		this.#sealing = sealing;
	}

	#withCalls(snapshot: View, opened: OpenedRow[]): View {
		return opened
			.filter(({ row }) => row.state !== 'refused')
			.reduce((view, { entry }) => this.#applied(view, entry.call), snapshot);
	}

	/** What a call does may make no sense any more beside a newer snapshot: it then shows nothing, and still is sent. */
	#applied(view: View, call: Call): View {
		try {
			return this.#apply(view, call, { now: call.at });
		} catch {
			return view;
		}
	}

	/** All in one transaction: else a call could be in neither for a moment. The view only where it is another one. */
	#rows() {
		const { snapshots, views, outbox } = this.#db;
		const drawer = this.#drawer.id;
		return stored(() =>
			this.#db.transaction('r', snapshots, views, outbox, async () => {
				const row = await snapshots.get(drawer);
				const isSame = (row ? sealingOf(row) : '') === this.#sealing;
				const view = isSame ? ('as before' as const) : await views.get(drawer);
				return { row, view, rows: await outbox.where({ drawer }).sortBy('seq') };
			})
		);
	}

	async #open(rows: OutboxRow[]): Promise<OpenedRow[]> {
		const entries = new Map<string, OutboxEntry>();
		const opened = await Promise.all(
			rows.map(async (row) => {
				const key = `${row.id} ${row.version} ${row.state}`;
				const entry = this.#entries.get(key) ?? (await openEntry(this.#drawer, row).catch(() => null));
				if (entry) entries.set(key, entry);
				return entry ? [{ row, entry }] : [];
			})
		);
		this.#entries = entries;
		return opened.flat();
	}
}

interface OpenedRow {
	row: OutboxRow;
	entry: OutboxEntry;
}

/** What was done in another life of the database than the snapshot's is not known to be there: it is about to be sent again. */
function waitingCall({ row, entry }: OpenedRow, sending: ReadonlySet<Id>, now: Now): WaitingCall[] {
	const { call, code } = entry;
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
