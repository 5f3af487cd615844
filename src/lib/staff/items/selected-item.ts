import type { Item } from '$lib/domain/item.ts';
import { itemOf } from '$lib/domain/me.ts';
import type { View } from '$lib/domain/view.ts';
import { olderComplaints } from '$lib/shell/older-items.svelte.ts';
import { selected } from '$lib/shell/selected.svelte.ts';

/** What was opened, of now or (from the register) of long ago. Undefined: it is not here. */
export function selectedItem(view: View): Item | undefined {
	const { item } = selected;
	return item === null ? undefined : (itemOf(view, item) ?? olderComplaints.items.find(({ id }) => id === item));
}
