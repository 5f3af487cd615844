import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import type { Aside, Id, Item, Time } from '$lib/domain/item.ts';

/** Closed things from long ago, which the snapshot no longer holds. In memory only, and gone with the drawer. */
class Older {
	#items = $state.raw<Item[]>([]);
	#aside = $state.raw<Aside[]>([]);
	#drawer = $state<Id | null>(null);
	/** Whether there may be more. */
	#more = $state(true);

	get items(): Item[] {
		return this.#drawer === app.drawer ? this.#items : [];
	}
	/** What of it cannot be drawn. */
	get aside(): Aside[] {
		return this.#drawer === app.drawer ? this.#aside : [];
	}
	get more(): boolean {
		return this.#drawer !== app.drawer || this.#more;
	}

	/** The next page before what is here. A problem's code, or null. */
	async fetch(before: Time): Promise<Problem | null> {
		const drawer = app.drawer;
		const found = await app.older(before);
		if (app.drawer !== drawer) return null;
		if ('problem' in found) return found.problem;
		this.#aside = [...this.aside, ...found.aside];
		this.#items = [...this.items, ...found.items];
		this.#drawer = drawer;
		this.#more = found.more;
		return null;
	}
}

export const older = new Older();
