import { app } from '$lib/app.svelte';
import type { Id } from '$lib/domain/view';

const KEY = 'asks/no';

/** Questions that a child said no to. Saying no changes nothing, so nobody is told: it lies sealed in the drawer. */
class PutOff {
	#ids = $state.raw<ReadonlySet<string>>(new Set());
	#drawer = $state<Id | null>(null);

	/** Asks the open drawer, once. */
	async load(): Promise<void> {
		const { drawer } = app;
		if (drawer === null || drawer === this.#drawer) return;
		const kept = await app.draft<string[]>(KEY);
		if (app.drawer !== drawer) return;
		this.#ids = new Set(kept ?? []);
		this.#drawer = drawer;
	}

	/** Until the drawer has been asked, no question is shown. */
	has(question: string): boolean {
		return this.#drawer !== app.drawer || this.#ids.has(question);
	}

	async add(question: string): Promise<void> {
		this.#ids = new Set([...this.#ids, question]);
		await app.keepDraft(KEY, [...this.#ids]);
	}
}

export const putOff = new PutOff();
