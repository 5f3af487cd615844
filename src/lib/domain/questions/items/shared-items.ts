import { compare, instant } from '../../time/instants.ts';
import type { Item, Time } from '../../item.ts';
import type { View } from '../../view.ts';

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

export type StoryGroup = 'new' | 'waiting' | 'answered' | 'back';
const ORDER = ['new', 'waiting', 'answered', 'back'] as const;

/** By how far each came. What waits longest stands first; of the others, what happened last. */
export function groupsOf(
	items: readonly Item[],
	isNew: (item: Item) => boolean
): { group: StoryGroup; items: Item[] }[] {
	return ORDER.map((group) => ({
		group,
		items: items.filter((item) => groupOf(item, isNew) === group).sort(inGroup(group))
	})).filter(({ items: some }) => some.length > 0);
}

function groupOf(item: Item, isNew: (item: Item) => boolean): StoryGroup {
	if (item.taken_back_at !== null || item.events.some(({ kind }) => kind === 'disowned')) return 'back';
	if (item.answered_at === null) return 'waiting';
	return isNew(item) ? 'new' : 'answered';
}

function inGroup(group: StoryGroup): (a: Item, b: Item) => number {
	if (group === 'waiting') return (a, b) => compare([instant(a.asked_at)], [instant(b.asked_at)]);
	return (a, b) => compare([instant(b.closed_at)], [instant(a.closed_at)]);
}
