import { app } from '$lib/client/app.svelte.ts';
import type { Id } from '$lib/domain/view.ts';
import type { DraftKey } from '$lib/client/view-state.ts';

/** What a person is done with on this device. It lies sealed in the drawer and is never sent: nobody else is told. */
export class Done {
	readonly #key: DraftKey;
	#done = $state.raw<readonly string[]>([]);
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
		this.#done = kept ?? [];
		this.#drawer = drawer;
	}

	/** Until the drawer has been asked, nothing is shown: it is as if all were done. */
	has(what: string): boolean {
		return this.#drawer !== app.drawer || this.#done.includes(what);
	}

	async add(what: string): Promise<void> {
		this.#done = [...this.#done.filter((one) => one !== what), what];
		await app.keepDraft(this.#key, this.#done);
	}
}

/** Questions that a child said no to. Saying no changes nothing. */
export const putOff = new Done('asks/no');
/** Changes of key workers that a child has read about. */
export const toldOf = new Done('changes/read');
