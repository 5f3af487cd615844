import { app } from '$lib/client/app.svelte.ts';
import type { DraftKey } from '$lib/client/view-state.ts';

/** What somebody has begun on a screen, kept in their drawer with every change: there after a lock, a reload, a flat battery. */
export class Begun<T extends object> {
	readonly key: DraftKey;
	#empty: () => T;
	now: T;
	/** Whether the drawer was asked for what was begun before. */
	loaded = $state(false);
	/** Why this device could not keep it. */
	problem = $state<string | null>(null);

	/** `empty` is made anew each time, so that ids in it are new ones. */
	constructor(key: DraftKey, empty: () => T) {
		this.key = key;
		this.#empty = empty;
		this.now = $state(empty());
	}

	async load(): Promise<void> {
		const kept = await app.draft<Partial<T>>(this.key);
		if (kept) this.now = { ...this.#empty(), ...kept };
		this.loaded = true;
	}

	/** Call it on every change. */
	keep(): void {
		void app.keepDraft(this.key, $state.snapshot(this.now)).then((problem) => (this.problem = problem));
	}

	/** Begins anew. The draft of what was sent goes with its call. */
	renew(): void {
		this.now = this.#empty();
	}

	async throwAway(): Promise<void> {
		this.renew();
		this.problem = await app.dropDraft(this.key);
	}
}
