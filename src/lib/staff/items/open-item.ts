import { app } from '$lib/client/app.svelte.ts';
import { iOpened } from '$lib/domain/questions/items/why-i-read.ts';
import type { Item } from '$lib/domain/item.ts';
import { newId } from '$lib/platform/ids.ts';

/** The child will see that I opened it, and when. Once, and never for what I wrote or what was taken back. */
export function openItem(item: Item): void {
	const { view } = app;
	if (!view || item.author_id === view.me || item.taken_back_at !== null || iOpened(view, item)) return;
	void app.call('open_item', { id: newId(), item: item.id });
}
