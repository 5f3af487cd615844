import { app } from '$lib/client/app.svelte.ts';
import type { DraftKey } from '$lib/client/local/shown.ts';
import { UNDO } from '$lib/domain/undo.ts';
import type { Id } from '$lib/domain/view.ts';

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
	#loading = Promise.resolve();
	#answered = $state(false);
	#kept = Promise.resolve();
	now: T;
	/** Something was begun before it was loaded: on another day, or before a lock. */
	cameBack = $state(false);
	/** What was thrown away a moment ago, and until when it can come back. It is kept nowhere but on this page. */
	thrown = $state.raw<{ was: T; until: number } | null>(null);
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
		return this.#answered && this.#isMine;
	}

	/** Asks the open drawer, once. */
	load(): Promise<void> {
		if (!this.#isMine) this.#loading = this.#load((this.#drawer = app.drawer));
		return this.#loading;
	}

	/** Changes it, and keeps the change. */
	change(change: Partial<T>): void {
		Object.assign(this.now, change);
		this.keep();
	}

	/** Call it on every change that a form makes in `now` itself. */
	keep(): void {
		const keeping = this.#isMine ? app.keepDraft(this.key, $state.snapshot(this.now)) : Promise.resolve('shut');
		this.#kept = keeping.then((problem) => void (this.problem = problem));
	}

	/** Until it lies in the drawer, or `problem` says why not. Only then may a page say that it is kept. */
	kept(): Promise<void> {
		return this.#kept;
	}

	/** Begins anew. The draft of what was sent goes with its call. */
	renew(): void {
		this.now = this.#empty();
		this.cameBack = false;
	}

	async throwAway(): Promise<void> {
		this.thrown = { was: this.now, until: Date.now() + UNDO };
		this.renew();
		if (this.#isMine) this.problem = await app.dropDraft(this.key);
	}

	bringBack(): void {
		if (this.thrown === null) return;
		this.now = this.thrown.was;
		this.thrown = null;
		this.cameBack = true;
		this.keep();
	}

	get #isMine(): boolean {
		return this.#drawer === app.drawer;
	}

	async #load(drawer: Id | null): Promise<void> {
		this.#answered = false;
		const kept = await app.draft<unknown>(this.key);
		if (app.drawer !== drawer) return;
		this.renew();
		this.cameBack = kept !== undefined;
		if (kept !== undefined) this.now = this.#restore(kept, this.now);
		this.#answered = true;
	}
}
