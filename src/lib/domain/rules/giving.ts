import type { CallArgs } from '../calls.ts';
import { openedBy, pickedOf, leftOutOf, shownTo } from '../reading/facts.ts';
import { instant } from '../time/instants.ts';
import { itemOf, isStaffAtWork } from '../me.ts';
import type { Problem } from '../vocabulary/problems.ts';
import { readersOf } from '../reading/reading.ts';
import type { Id, Item, Time } from '../item.ts';
import type { View } from '../view.ts';
import { by, changed, isMine, withEvent } from './item-event.ts';
import { firstOf, isKnown, type Rules } from './rule.ts';
import { inOrder } from './saying.ts';

type Giving = 'give_too' | 'take_from';

/** Who else gets what was sent already, and who gets it no more. */
export const GIVING: Rules<Giving> = {
	give_too: {
		check: (view, args, now) =>
			checkGiving(view, args, 'item_not_given', (item) => mayGive(view, item, args.whom, now)),
		apply: (view, { args: { id, item, whom }, at }, now) => {
			const given = withEvent(view, item, { ...by(view, id, at), kind: 'given', whom }, (one) => ({
				picked: inOrder([...pickedOf(one), ...handedOn(one, now), whom]),
				shown: inOrder([...shownTo(one), whom])
			}));
			return withReaders(given, item, now);
		}
	},
	take_from: {
		check: (view, args) => checkGiving(view, args, 'item_not_taken_from', (item) => mayTakeFrom(view, item, args.whom)),
		apply: (view, { args: { id, item, whom }, at }, now) => {
			const taken = withEvent(view, item, { ...by(view, id, at), kind: 'taken_from', whom }, (one) => ({
				picked: pickedOf(one).filter((other) => other !== whom),
				left_out: inOrder([...leftOutOf(one), whom])
			}));
			return withReaders(taken, item, now);
		}
	}
};

/** Whether this person can get it, too: they are at work, and were neither picked nor left out. */
export function mayGive(view: View, item: Item, whom: Id, now: Time): boolean {
	const out = [...pickedOf(item), ...leftOutOf(item), ...handedOn(item, now)];
	return isOpen(item) && isStaffAtWork(view, whom) && item.about_id !== whom && !out.includes(whom);
}

/** Whether it can be taken from this person: they have not opened it, and somebody else who is at work has it. */
export function mayTakeFrom(view: View, item: Item, whom: Id): boolean {
	const picked = pickedOf(item);
	const others = picked.filter((id) => id !== whom && isStaffAtWork(view, id));
	return isOpen(item) && picked.includes(whom) && !openedBy(item).includes(whom) && others.length > 0;
}

/** Whoever got it by hand-on, with its words, by now: they keep it when it is asked again or given to one more. */
export function handedOn(item: Item, now: Time): Id[] {
	return item.readers
		.filter(({ why, words, from_at }) => why === 'handed_on' && words && instant(from_at) <= instant(now))
		.map(({ person_id }) => person_id);
}

/** Who comes next is for the database to say: a device does not know since when somebody is not at work. */
const withReaders = (view: View, id: Id, now: Time): View =>
	changed(view, id, (item) => ({ readers: readersOf(view, { ...item, unread_hours: null }, now) }));

/** Whose it is comes first, as in the database: who may not learns from no refusal who is left out. */
function checkGiving(view: View, args: CallArgs[Giving], refusal: Problem, fits: (item: Item) => boolean) {
	const item = itemOf(view, args.item);
	if (!item || !isMine(view, item)) return 'not_yours';
	return firstOf([!fits(item), refusal], [isKnown(view.items, args.id), 'already_there']);
}

const isOpen = ({ kind, closed_at }: Item): boolean => kind !== 'note' && closed_at === null;
