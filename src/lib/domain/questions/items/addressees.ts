import { can, leadsHome } from '../../abilities.ts';
import { isStaff } from '../../vocabulary/roles.ts';
import { isStaffHere, personOf } from '../../me.ts';
import type { Id, Time } from '../../item.ts';
import type { Person, View } from '../../view.ts';
import { keyWorkersOf, myKeyWorkers } from '../people/key-workers.ts';
import { byRank } from '../people/people.ts';

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

/** Everybody whom a child may tell something, key workers first; and whoever was picked before. */
export function whoCouldGetIt(view: View, now: Time, subject: Omit<Subject, 'child'> = {}): Person[] {
	const mine = myKeyWorkers(view, now);
	const staff = whoCanGet(view, { child: view.me, ...subject }, now);
	const place = ({ id }: Person): number => (mine.includes(id) ? mine.indexOf(id) : mine.length);
	return staff.sort((a, b) => place(a) - place(b) || byRank(a, b));
}

/** These people in the order in which the child knows them. Whoever left comes last. */
export function inHomeOrder(view: View, ids: readonly Id[], now: Time): Id[] {
	const known = whoCouldGetIt(view, now, { picked: ids }).map(({ id }) => id);
	const place = (id: Id): number => (known.includes(id) ? known.indexOf(id) : known.length);
	return [...ids].sort((a, b) => place(a) - place(b));
}

/** Who may be asked for a different key worker: everybody but the one it is about. */
export const whoCanBeAsked = (view: View, about: Id, now: Time, picked: readonly Id[] = []): Person[] =>
	whoCouldGetIt(view, now, { about, picked });

/** Whom somebody may complain about: every adult of the home, also who has left. Those who work here come first. */
export function whoItCanBeAbout(view: View, now: Time): Id[] {
	const adults = view.people.filter(({ id, role }) => isStaff(role) && id !== view.me).map(({ id }) => id);
	return inHomeOrder(view, adults, now);
}

/** Who deals with a complaint: the manager, and where they are among those it is about, whoever is above them. */
export function whoDealsWith(view: View, about: readonly Id[], now: Time): Person | null {
	const [first = null, ...others] = about;
	const could = whoCouldGetIt(view, now, { about: first }).filter(({ id }) => !others.includes(id));
	return whoLeads(could);
}

/** Who decides it: the manager; where it is about the manager, whoever is above them. */
export const whoDecides = (view: View, about: Id, now: Time): Person | null => whoDealsWith(view, [about], now);

function whoLeads(could: readonly Person[]): Person | null {
	return could.find(({ role }) => can(role, 'run_home')) ?? could.find(({ role }) => leadsHome(role)) ?? null;
}
