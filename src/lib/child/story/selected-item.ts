import { app } from '$lib/client/app.svelte.ts';
import type { Item } from '$lib/domain/item.ts';
import { older } from '$lib/shell/older-items.svelte.ts';
import { selected } from '$lib/shell/selected.svelte.ts';

/** What I said and opened, of now or of long ago. Undefined: it is not here. */
export function selectedItem(): Item | undefined {
	const { view } = app;
	return [...(view?.items ?? []), ...older.items].find(
		({ id, author_id }) => id === selected.item && author_id === view?.me
	);
}
