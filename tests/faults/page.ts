import { Dexie, type DBCore, type DBCoreTable, type DBCoreTransaction } from 'dexie';
import { DrawerDb } from '../../src/lib/client/local/db.ts';
import type { ViewState } from '../../src/lib/client/view-state.ts';
import type { World } from '../../src/lib/platform/world.ts';
import { Device } from '../../src/lib/client/device/device.ts';
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import type { Network } from './network.ts';
import { applyInModel } from './server.ts';

/** A version of what a device keeps that no app has yet. */
const STILL_TO_COME = 99;
const never = new Promise<never>(() => undefined);

/** One tablet: what its tabs share. */
export class Tablet {
	name: string;
	skew = 0; // its clock may be wrong by years
	full = false;
	/** The newest version of the app that was opened here: it keeps things in another way. */
	version = 1;
	pages = new Set<Page>();
	clock: Clock;
	chance: Chance;
	network: Network;
	#turns = new Map<string, { page: Page; go: () => void }[]>();

	constructor(name: string, parts: { clock: Clock; chance: Chance; network: Network }) {
		this.name = name;
		this.clock = parts.clock;
		this.chance = parts.chance;
		this.network = parts.network;
	}

	/** A lock over all tabs. A tab that dies lets it go. */
	async withLock<T>(page: Page, name: string, work: () => Promise<T>): Promise<T> {
		if (page.dead) await never;
		const queue = this.#turns.get(name) ?? [];
		this.#turns.set(name, queue);
		await new Promise<void>((go) => {
			queue.push({ page, go });
			if (queue.length === 1) go();
		});
		try {
			return await work();
		} finally {
			if (!page.dead) this.#next(name, page);
		}
	}

	releaseLocks(page: Page): void {
		for (const [name, queue] of this.#turns) {
			const holds = queue[0]?.page === page;
			this.#turns.set(
				name,
				queue.filter((one) => one.page !== page || (holds && one === queue[0]))
			);
			if (holds) this.#next(name, page);
		}
	}

	#next(name: string, page: Page): void {
		const queue = this.#turns.get(name)!;
		if (queue[0]?.page === page) queue.shift();
		queue[0]?.go();
	}
}

/** One tab of it, with the app in it. It can die at any await. */
export class Page {
	dead = false;
	shown: Partial<ViewState> = {};
	/** Whose drawer a person opened here last; '' while it must be shut. */
	person = '';
	db: DrawerDb;
	device: Device;
	visible = true;
	/** Dies after so many more steps. */
	diesIn = Infinity;
	readonly tablet: Tablet;
	#timers = new Set<() => void>();
	#online = new Set<() => void>();
	#hears = new Set<(what: string) => void>();
	#transactions = new Set<DBCoreTransaction>();
	#connections = new Set<IDBDatabase>();

	constructor(tablet: Tablet, onShow: (page: Page) => void = () => undefined) {
		this.tablet = tablet;
		tablet.pages.add(this);
		this.db = new DrawerDb(tablet.name, { indexedDB: this.#factory(Dexie.dependencies.indexedDB) });
		if (tablet.version === 2) this.db.version(STILL_TO_COME).stores({ drawers: 'id, made' });
		this.db.on('versionchange', () => (this.kill(), false)); // as a page that is loaded anew
		this.db.use({ stack: 'dbcore', name: 'faults', create: (core) => this.#watch(core) });
		const remote = tablet.network.remote(() => this.step());
		const deps = {
			db: this.db,
			world: this.#world(),
			remoteFor: () => remote,
			demoCode: async () => null,
			iterations: 1
		};
		this.device = new Device({ ...deps, apply: applyInModel, check: () => null, sieve: (view) => view }, (shown) => {
			if (this.dead) return;
			Object.assign(this.shown, shown);
			onShow(this);
		});
		void this.device.start();
	}

	/** Everything that waits goes through here: what is dead never goes on. */
	async step(): Promise<void> {
		if (this.dead || --this.diesIn <= 0) {
			this.kill();
			await never;
		}
	}

	/** As when the power goes: nothing is told, written or ended any more. What was being written is undone. */
	kill(): void {
		if (this.dead) return;
		this.dead = true;
		for (const cancel of this.#timers) cancel();
		for (const transaction of this.#transactions) abort(transaction);
		this.tablet.pages.delete(this);
		this.tablet.releaseLocks(this);
		this.db.close();
		for (const connection of this.#connections) connection.close();
	}

	/** The network is back, as the browser tells it. */
	hearOnline(): void {
		for (const listen of this.#online) listen();
	}

	/** A page that dies while its database opens holds nothing open: the browser closes what it had. */
	#factory(factory: IDBFactory): IDBFactory {
		const open = (name: string, version?: number) => {
			const request = factory.open(name, version);
			const connected = () => {
				this.#connections.add(request.result);
				if (this.dead) request.result.close();
			};
			request.addEventListener('upgradeneeded', connected);
			request.addEventListener('success', connected);
			return request;
		};
		return Object.assign(Object.create(factory), { open, deleteDatabase: factory.deleteDatabase.bind(factory) });
	}

	#world(): World {
		const tablet = this.tablet;
		return {
			now: () => tablet.clock.now + tablet.skew,
			steady: () => tablet.clock.now,
			after: (milliseconds, run) => {
				const cancel = tablet.clock.after(milliseconds, () => {
					this.#timers.delete(cancel);
					if (!this.dead) run();
				});
				this.#timers.add(cancel);
				return cancel;
			},
			chance: () => tablet.chance.next(),
			online: () => tablet.network.on,
			onOnline: (listen) => listenIn(this.#online, listen),
			visible: () => this.visible,
			withLock: (name, work) => tablet.withLock(this, name, work),
			tabs: {
				tell: (what) => {
					for (const page of tablet.pages) if (page !== this) page.#hear(what);
				},
				hear: (listen) => listenIn(this.#hears, listen)
			}
		};
	}

	#hear(what: string): void {
		this.tablet.clock.after(1, () => {
			if (!this.dead) for (const listen of this.#hears) listen(what);
		});
	}

	#watch(core: DBCore): DBCore {
		return {
			...core,
			transaction: (stores, mode, options) => {
				const transaction = core.transaction(stores, mode, options);
				this.#transactions.add(transaction);
				return transaction;
			},
			table: (name) => this.#watchTable(core.table(name))
		};
	}

	#watchTable(table: DBCoreTable): DBCoreTable {
		const watched = <A, R>(work: (asked: A) => Promise<R>) => {
			return async (asked: A): Promise<R> => {
				this.#stepNow();
				if (this.dead) return never;
				const answer = await work(asked);
				return this.dead ? never : answer;
			};
		};
		return {
			...table,
			mutate: watched((asked) => {
				if (this.tablet.full && asked.type !== 'delete' && asked.type !== 'deleteRange')
					return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
				return table.mutate(asked);
			}),
			get: watched((asked) => table.get(asked)),
			getMany: watched((asked) => table.getMany(asked)),
			query: watched((asked) => table.query(asked)),
			count: watched((asked) => table.count(asked)),
			openCursor: watched((asked) => table.openCursor(asked))
		};
	}

	/** Inside a transaction nothing may be waited for: it is dead at once, or not at all. */
	#stepNow(): void {
		if (--this.diesIn <= 0) this.kill();
	}
}

function listenIn<T>(listeners: Set<T>, listen: T): () => void {
	listeners.add(listen);
	return () => listeners.delete(listen);
}

function abort(transaction: DBCoreTransaction): void {
	try {
		transaction.abort();
	} catch {
		// it had ended already: what it wrote is written
	}
}
