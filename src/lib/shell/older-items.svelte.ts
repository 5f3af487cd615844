import type { Problem } from '$lib/client/result.ts';
import { app } from '$lib/client/app.svelte.ts';
import type { Aside, Id, Item, Time } from '$lib/domain/item.ts';
import type { ItemKind } from '$lib/domain/vocabulary/items.ts';

/** Closed things from long ago, which the snapshot no longer holds. In memory only, and gone with the drawer. */
class Older {
	readonly #kind: ItemKind | undefined;
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

	constructor(kind?: ItemKind) {
		this.#kind = kind;
	}

	/** The next page before what is here. A problem's code, or null. */
	async fetch(before: Time): Promise<Problem | null> {
		const drawer = app.drawer;
		const found = await app.fetch((api) => api.older(before, this.#kind));
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
/** For the register: complaints only. */
export const olderComplaints = new Older('complaint');
