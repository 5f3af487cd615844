import { app } from '$lib/app.svelte';
import type { Id } from '$lib/domain/view';
import type { DraftKey } from '$lib/drawer/shown';

/** What a person is done with on this device. Nobody else is told: it lies sealed in the drawer. */
class Done {
	readonly #key: DraftKey;
	#ids = $state.raw<ReadonlySet<string>>(new Set());
	#drawer = $state<Id | null>(null);

	constructor(key: DraftKey) {
		this.#key = key;
	}

	/** Asks the open drawer, once. */
	async load(): Promise<void> {
		const { drawer } = app;
		if (drawer === null || drawer === this.#drawer) return;
		const kept = await app.draft<string[]>(this.#key);
		if (app.drawer !== drawer) return;
		this.#ids = new Set(kept ?? []);
		this.#drawer = drawer;
	}

	/** Until the drawer has been asked, nothing is shown: it is as if all were done. */
	has(what: string): boolean {
		return this.#drawer !== app.drawer || this.#ids.has(what);
	}

	async add(what: string): Promise<void> {
		this.#ids = new Set([...this.#ids, what]);
		await app.keepDraft(this.#key, [...this.#ids]);
	}
}

/** Questions that a child said no to. Saying no changes nothing. */
export const putOff = new Done('asks/no');
/** Changes of key workers that a child has read about. */
export const toldOf = new Done('changes/read');
