import { app } from '$lib/client/app.svelte.ts';
import type { DraftKey } from '$lib/client/view-state.ts';
import type { Id } from '$lib/domain/item.ts';

/** What of a kept draft can be used, and `empty` for the rest: an older app may have kept it, or a broken one. */
export type Restore<T> = (kept: unknown, empty: T) => T;

/**
 * What somebody has begun on a screen, kept in their drawer with every change: it is there after a lock, a reload or a flat
 * battery. It belongs to the drawer that was open when it was loaded, and to no other.
 */
export class Draft<T extends object> {
	readonly key: DraftKey;
	readonly #empty: () => T;
	readonly #restore: Restore<T>;
	#drawer: Id | null = null;
	#loading: Promise<void> | undefined;
	#answered = $state(false);
	#kept: Promise<void> | undefined;
	now: T;
	/** Why this device could not keep it. */
	problem = $state<string | null>(null);

	/** `empty` is asked each time that it is begun, so that ids in it are new ones. */
	constructor(key: DraftKey, empty: () => T, restore: Restore<T>) {
		this.key = key;
		this.#empty = empty;
		this.#restore = restore;
		this.now = $state(empty());
	}

	/** Whether the open drawer has said what was begun before. */
	get loaded(): boolean {
		return this.#answered && this.isMine;
	}

	/** Whether the drawer that it belongs to is open. */
	get isMine(): boolean {
		return this.#drawer === app.drawer;
	}

	/** Asks the open drawer, once. */
	async load(): Promise<void> {
		if (!this.isMine) this.#loading = this.#load((this.#drawer = app.drawer));
		await this.#loading;
	}

	/** Changes it, and keeps the change. */
	change(change: Partial<T>): void {
		Object.assign(this.now, change);
		this.keep();
	}

	/** Call it on every change that a form makes in `now` itself. */
	keep(): void {
		this.#kept = this.#keep($state.snapshot(this.now));
	}

	/** Until it lies in the drawer, or `problem` says why not. Only then may a page say that it is kept. */
	async kept(): Promise<void> {
		await this.#kept;
	}

	/** Begins anew. The draft of what was sent goes with its call. */
	renew(): void {
		this.now = this.#empty();
	}

	/** What was begun before was found: it stands in `now`. */
	protected found(): void {}

	async #keep(now: unknown): Promise<void> {
		this.problem = this.isMine ? await app.keepDraft(this.key, now) : 'shut';
	}

	async #load(drawer: Id | null): Promise<void> {
		this.#answered = false;
		const kept = await app.draft<unknown>(this.key);
		if (app.drawer !== drawer) return;
		this.renew();
		if (kept !== undefined) {
			this.now = this.#restore(kept, this.now);
			this.found();
		}
		this.#answered = true;
	}
}
