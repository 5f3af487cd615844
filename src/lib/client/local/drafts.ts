import type { DrawerDb } from './db.ts';
import { nameOf, type UnlockedDrawer } from './keys.ts';
import { open, seal, type Place, type Sealed } from './seal.ts';
import type { DraftKey } from '../view-state.ts';
import { stored, storedMakingRoom, StorageProblem } from './storage.ts';

/** What somebody has begun to write, in one open drawer. What a screen gave last is what it gets back. */
export class Drafts {
	#db: DrawerDb;
	#drawer: UnlockedDrawer;
	#unsaved = new Map<DraftKey, { json: string }>();
	#saving: Promise<void> = Promise.resolve();

	constructor(db: DrawerDb, drawer: UnlockedDrawer) {
		this.#db = db;
		this.#drawer = drawer;
	}

	/** The row's key: it tells neither the screen nor the item. */
	rowKey(key: DraftKey): Promise<string> {
		return nameOf(this.#drawer.keys.names, `draft ${key}`);
	}

	/** Takes it into memory, as JSON: what a screen does with its own copy changes nothing. */
	put(key: DraftKey, value: unknown): void {
		this.#unsaved.set(key, { json: JSON.stringify(value) });
	}

	async get<T>(key: DraftKey): Promise<T | undefined> {
		const unsaved = this.#unsaved.get(key);
		if (unsaved) return JSON.parse(unsaved.json);
		const { id, keys } = this.#drawer;
		const row = await this.rowKey(key);
		const kept = await stored(() => this.#db.drafts.get([id, row]));
		return kept && open<T>(keys.data, this.#place(row), kept.sealed).catch(() => undefined);
	}

	/** Writes what is not on the device yet. One save at a time, so that an older one never comes last. */
	save(): Promise<void> {
		const mine = this.#saving.then(() => this.#saveAll());
		this.#saving = mine.catch(() => undefined);
		return mine;
	}

	/**
	 * Takes what is unsaved out of memory, because its row goes away with a call. No save is under way after it. `back` puts
	 * it in again, where the call could not be kept.
	 */
	async take(key: DraftKey): Promise<{ row: string; back: () => void }> {
		const one = this.#unsaved.get(key);
		this.#unsaved.delete(key);
		await this.#saving;
		const back = () => {
			if (one && !this.#unsaved.has(key)) this.#unsaved.set(key, one);
		};
		return { row: await this.rowKey(key), back };
	}

	async drop(key: DraftKey): Promise<void> {
		const { row } = await this.take(key);
		await stored(() => this.#db.drafts.delete([this.#drawer.id, row]));
	}

	async #saveAll(): Promise<void> {
		for (const [key, one] of [...this.#unsaved]) {
			const row = await this.rowKey(key);
			const sealed = await seal(this.#drawer.keys.data, this.#place(row), JSON.parse(one.json));
			await this.#write(row, sealed);
			if (this.#unsaved.get(key) === one) this.#unsaved.delete(key);
		}
	}

	#write(key: string, sealed: Sealed): Promise<void> {
		const drawer = this.#drawer.id;
		return storedMakingRoom(this.#db.pictures, () =>
			this.#db.transaction('rw', this.#db.drawers, this.#db.drafts, async () => {
				if (!(await this.#db.drawers.get(drawer))) throw new StorageProblem('storage_refused', 'removed');
				await this.#db.drafts.put({ drawer, key, sealed });
			})
		);
	}

	#place(id: string): Place {
		return { table: 'drafts', drawer: this.#drawer.id, id };
	}
}
