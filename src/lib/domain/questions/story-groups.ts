import { compare, instant } from '../instants.ts';
import type { Item } from '../view.ts';

export type Group = 'new' | 'waiting' | 'answered' | 'back';
const ORDER = ['new', 'waiting', 'answered', 'back'] as const;

/** By how far each came. What waits longest stands first; of the others, what happened last. */
export function groupsOf(items: readonly Item[], isNew: (item: Item) => boolean): { group: Group; items: Item[] }[] {
	return ORDER.map((group) => ({
		group,
		items: items.filter((item) => groupOf(item, isNew) === group).sort(by(group))
	})).filter(({ items: some }) => some.length > 0);
}

function groupOf(item: Item, isNew: (item: Item) => boolean): Group {
	if (item.taken_back_at !== null || item.events.some(({ kind }) => kind === 'disowned')) return 'back';
	if (item.answered_at === null) return 'waiting';
	return isNew(item) ? 'new' : 'answered';
}

function by(group: Group): (a: Item, b: Item) => number {
	if (group === 'waiting') return (a, b) => compare([instant(a.asked_at)], [instant(b.asked_at)]);
	return (a, b) => compare([instant(b.closed_at)], [instant(a.closed_at)]);
}
