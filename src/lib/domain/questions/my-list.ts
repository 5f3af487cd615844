import { compare, instant } from '../instants.ts';
import { topicsOf } from './of-view.ts';
import type { Id, Item, View } from '../view.ts';

/** What is on my list now, in my own order. */
export const onMyList = (view: View): Item[] => topicsOf(view, view.me);

/** What was talked about, the last first. What was taken off is not among it. */
export function talkedAbout(view: View): Item[] {
	const done = view.items.filter(
		(item) =>
			item.kind === 'topic' && item.author_id === view.me && item.closed_at !== null && item.taken_back_at === null
	);
	return done.sort((a, b) => compare([instant(b.closed_at)], [instant(a.closed_at)]));
}

/** The order when one moves up (-1) or down (+1). Null: it is at the end already. */
export function movedBy(order: readonly Id[], id: Id, by: -1 | 1): Id[] | null {
	const place = order.indexOf(id);
	const other = order[place + by];
	if (place < 0 || other === undefined) return null;
	return order.map((one) => (one === id ? other : one === other ? id : one));
}
