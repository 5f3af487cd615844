import { isStaffHere, personOf } from './me.ts';
import { keyWorkersOf } from './questions/of-view.ts';
import type { Id, Person, Time, View } from './view.ts';

/** What is said, as far as it decides who can get it: by or about which child, and whom it complains about. */
export interface Subject {
	child: Id;
	about?: Id | null;
	/** Whoever was picked before stays to be seen: nobody is dropped without a word. */
	picked?: readonly Id[];
}

/**
 * Who can get it: staff who work here. Somebody who is not at work now is shown only as the child's key worker, or where
 * they were picked before; never me, nor whoever it is about.
 */
export function whoCanGet(view: View, { child, about = null, picked = [] }: Subject, now: Time): Person[] {
	const shown = [...keyWorkersOf(view, child, now).map(({ worker_id }) => worker_id), ...picked];
	return view.people.filter(
		({ id, at_work }) => isStaffHere(view, id) && (at_work || shown.includes(id)) && id !== about && id !== view.me
	);
}

/** Who was picked and cannot get it any more, so that it can be said: they left, or it is about them. */
export function whoCannotGet(view: View, { about = null, picked = [] }: Subject): Person[] {
	return picked.flatMap((id) => (isStaffHere(view, id) && id !== about ? [] : (personOf(view, id) ?? [])));
}
