import { isAt } from './time/instants.ts';
import type { Id, Item, Time } from './item.ts';
import type { Person, Role, Session, View } from './view.ts';
import { isChild, isStaff } from './vocabulary/roles.ts';

export const personOf = (view: View, id: Id | null): Person | undefined => view.people.find((one) => one.id === id);

export const itemOf = (view: View, id: Id): Item | undefined => view.items.find((one) => one.id === id);

export const sessionOf = (view: View, id: Id | null): Session | undefined => view.sessions.find((one) => one.id === id);

/** What I am in this home. */
export const myRole = (view: View): Role | undefined => personOf(view, view.me)?.role;

export const iAmChild = (view: View): boolean => isChild(myRole(view));

/** Whoever has not left. */
export const isHere = ({ left_at }: Person): boolean => left_at === null;

export const isHereAndAtWork = (person: Person): boolean => isHere(person) && person.at_work;

export const isStaffHere = (view: View, id: Id | null): boolean => {
	const person = personOf(view, id);
	return person !== undefined && isStaff(person.role) && isHere(person);
};

export const isStaffAtWork = (view: View, id: Id | null): boolean =>
	isStaffHere(view, id) && personOf(view, id)?.at_work === true;

/** Also whoever has left: one may complain about them. */
export const wasStaffHere = (view: View, id: Id): boolean => isStaff(personOf(view, id)?.role);

export const isChildHere = (view: View, id: Id): boolean => {
	const person = personOf(view, id);
	return person !== undefined && isChild(person.role) && isHere(person);
};

/** The children whose time together I plan: as their key worker, or covering for one (unless the child said no). */
export function iWorkWith(view: View, now: Time): Id[] {
	const relations = view.key_workers.filter((one) => isAt(one, now));
	const covered = view.away.filter((away) => away.cover_id === view.me && isAt(away, now));
	const children = relations
		.filter(
			({ worker_id, child_id }) =>
				worker_id === view.me ||
				covered.some((away) => away.worker_id === worker_id && !away.refused_by.includes(child_id))
		)
		.map(({ child_id }) => child_id);
	return [...new Set(children)];
}
