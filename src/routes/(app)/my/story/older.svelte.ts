import { app } from '$lib/app.svelte';
import type { Id, Item, Time } from '$lib/domain/view';

const PAGE = 50;

/** Closed things from long ago, which the snapshot no longer holds. In memory only, and gone with the drawer. */
class Older {
	#items = $state.raw<Item[]>([]);
	#drawer = $state<Id | null>(null);
	/** Whether there may be more. */
	#more = $state(true);

	get items(): Item[] {
		return this.#drawer === app.drawer ? this.#items : [];
	}
	get more(): boolean {
		return this.#drawer !== app.drawer || this.#more;
	}

	/** The next page before what is here. A problem's code, or null. */
	async fetch(before: Time): Promise<string | null> {
		const drawer = app.drawer;
		const found = await app.older(before);
		if (app.drawer !== drawer) return null;
		if (!Array.isArray(found)) return found.problem;
		this.#items = [...this.items, ...found];
		this.#drawer = drawer;
		this.#more = found.length === PAGE;
		return null;
	}
}

export const older = new Older();
