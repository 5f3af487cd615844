import { itemOf } from '../me.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { Id, Item, ItemEvent, Time } from '../item.ts';
import type { View } from '../view.ts';
import { firstOf, isKnown, withChanged } from './rule.ts';

/** Something that may happen to an item. */
export interface ItemEventCheck {
	args: { id: Id; item: Id };
	/** Whether it can happen to this item now, and the code when it cannot. */
	fits: (item: Item) => boolean;
	refusal: Problem;
	may: (view: View, item: Item) => boolean;
}

/** Something happens to an item: in the order in which the database asks. */
export function checkItemEvent(
	view: View,
	{ args, fits, refusal, may }: ItemEventCheck,
	...more: (readonly [boolean, Problem])[]
): Problem | null {
	const item = itemOf(view, args.item);
	if (!item) return 'not_yours';
	return firstOf([!fits(item), refusal], [!may(view, item), 'not_yours'], ...more, [
		isKnown(view.items, args.id),
		'already_there'
	]);
}

/** Another state in the place of one item's. */
export const changed = (view: View, item: Id, change: (item: Item) => Partial<Item>): View => ({
	...view,
	items: withChanged(view.items, item, change)
});

/** Keeps what happened with its item, and what it changes there. */
export function withEvent(view: View, item: Id, event: ItemEvent, change: (item: Item) => Partial<Item>): View {
	return changed(view, item, (one) => ({ ...change(one), events: [...one.events, event] }));
}

/** Whose event it is, and when: the same in all. */
export const by = (view: View, id: Id, at: Time) => ({ id, person_id: view.me, at });

export const isMine = (view: View, item: Item): boolean => item.author_id === view.me;
