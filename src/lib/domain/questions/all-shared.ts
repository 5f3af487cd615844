import { compare, instant } from '../instants.ts';
import type { Item, Time, View } from '../view.ts';

/** What is mine of the snapshot and of what was fetched since, each once: newest first. */
export function allShared(view: View, older: readonly Item[]): Item[] {
	const known = new Set(view.items.map(({ id }) => id));
	return [...view.items, ...older.filter(({ id }) => !known.has(id))]
		.filter(({ child_id }) => child_id === view.me)
		.sort((a, b) => compare([instant(b.sent_at), b.id], [instant(a.sent_at), a.id]));
}

/** Before which time there may be more. Null: nothing that is here is closed. */
export function oldestClosed(items: readonly Item[]): Time | null {
	const closed = items.flatMap(({ closed_at }) => (closed_at === null ? [] : [closed_at]));
	return closed.sort((a, b) => instant(a) - instant(b))[0] ?? null;
}
