import { leftOutOf, openedBy, pickedOf } from '../../reading/facts.ts';
import { isStaffAtWork } from '../../me.ts';
import { instant } from '../../time/instants.ts';
import type { Id, Item, Time } from '../../item.ts';
import type { View } from '../../view.ts';

/** Whether this person can get it, too: they are at work, and were neither picked nor left out. */
export function mayGiveTo(view: View, item: Item, whom: Id, now: Time): boolean {
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

const isOpen = ({ kind, closed_at }: Item): boolean => kind !== 'note' && closed_at === null;
