import { compare, instant } from '../../time/instants.ts';
import type { Id, Item } from '../../item.ts';
import type { View } from '../../view.ts';

/** What is on my list now, in my own order. */
export function onMyList(view: View): Item[] {
	const keys = (one: Item) => [one.place ?? Infinity, instant(one.sent_at)];
	return view.items
		.filter((one) => one.kind === 'topic' && one.child_id === view.me && one.closed_at === null)
		.sort((a, b) => compare(keys(a), keys(b)));
}
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
