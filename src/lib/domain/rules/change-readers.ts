import type { CallArgs } from '../calls.ts';
import { asKeyWorker, keyWorkersAmong, leftOutOf, pickedOf, shownTo } from '../reading/facts.ts';
import { handedOn, mayGiveTo, mayTakeFrom } from '../questions/items/may-change-readers.ts';
import { itemOf } from '../me.ts';
import type { Problem } from '../vocabulary/problems.ts';
import { readersOf } from '../reading/reading.ts';
import type { Id, Item, Time } from '../item.ts';
import type { View } from '../view.ts';
import { by, changed, isMine, withEvent } from './item-event.ts';
import { firstOf, isKnown, type Rules } from './rule.ts';
import { inOrder } from './new-items.ts';

type ReaderCall = 'give_too' | 'take_from';

/** Who else gets what was sent already, and who gets it no more. */
export const CHANGE_READERS: Rules<ReaderCall> = {
	give_too: {
		check: (view, args, now) =>
			checkReaderChange(view, args, 'item_not_given', (item) => mayGiveTo(view, item, args.whom, now)),
		apply: (view, { args: { id, item, whom }, at }, now) => {
			const given = withEvent(view, item, { ...by(view, id, at), kind: 'given', whom }, (one) => ({
				...withPicked(view, one, [...handedOn(one, now), whom], at),
				shown: inOrder([...shownTo(one), whom])
			}));
			return withReaders(given, item, now);
		}
	},
	take_from: {
		check: (view, args) =>
			checkReaderChange(view, args, 'item_not_taken_from', (item) => mayTakeFrom(view, item, args.whom)),
		apply: (view, { args: { id, item, whom }, at }, now) => {
			const taken = withEvent(view, item, { ...by(view, id, at), kind: 'taken_from', whom }, (one) => ({
				picked: pickedOf(one).filter((other) => other !== whom),
				as_key_worker: asKeyWorker(view, one).filter((other) => other !== whom),
				left_out: inOrder([...leftOutOf(one), whom])
			}));
			return withReaders(taken, item, now);
		}
	}
};

/** Some more who are picked, now: who was picked before stays what they were then. */
export function withPicked(view: View, item: Item, ids: Id[], at: Time): Pick<Item, 'picked' | 'as_key_worker'> {
	const picked = pickedOf(item);
	const more = ids.filter((id) => !picked.includes(id));
	return {
		picked: inOrder([...picked, ...more]),
		as_key_worker: inOrder([...asKeyWorker(view, item), ...keyWorkersAmong(view, item.child_id, more, at)])
	};
}

/** Who comes next is for the database to say: a device does not know since when somebody is not at work. */
const withReaders = (view: View, id: Id, now: Time): View =>
	changed(view, id, (item) => ({ readers: readersOf(view, { ...item, unread_hours: null }, now) }));

/** Whose it is comes first, as in the database: who may not learns from no refusal who is left out. */
function checkReaderChange(view: View, args: CallArgs[ReaderCall], refusal: Problem, fits: (item: Item) => boolean) {
	const item = itemOf(view, args.item);
	if (!item || !isMine(view, item)) return 'not_yours';
	return firstOf([!fits(item), refusal], [isKnown(view.items, args.id), 'already_there']);
}
