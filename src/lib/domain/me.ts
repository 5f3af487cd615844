import { isAt } from './instants.ts';
import type { Id, Item, Person, Role, Session, Time, View } from './view.ts';

export const personOf = (view: View, id: Id | null): Person | undefined => view.people.find((one) => one.id === id);

export const itemOf = (view: View, id: Id): Item | undefined => view.items.find((one) => one.id === id);

export const sessionOf = (view: View, id: Id | null): Session | undefined => view.sessions.find((one) => one.id === id);

/** What I am in this home. */
export const myRole = (view: View): Role | undefined => personOf(view, view.me)?.role;

export const isStaffHere = (view: View, id: Id | null): boolean => {
	const person = personOf(view, id);
	return person !== undefined && person.role !== 'child' && person.left_at === null;
};

/** Also whoever has left: one may complain about them. */
export const wasStaffHere = (view: View, id: Id): boolean => (personOf(view, id)?.role ?? 'child') !== 'child';

export const isChildHere = (view: View, id: Id): boolean => {
	const person = personOf(view, id);
	return person?.role === 'child' && person.left_at === null;
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

/** The children whose sessions and promises I read: mine, all of them as the manager, my own as a child. */
export function myChildren(view: View, now: Time): Id[] {
	const role = myRole(view);
	if (role === 'child') return [view.me];
	if (role === 'worker') return iWorkWith(view, now);
	return role === 'manager' ? view.people.filter((one) => one.role === 'child').map(({ id }) => id) : [];
}

/** Those whose time together I plan, and see. */
export function iPlanFor(view: View, child: Id, now: Time): boolean {
	return iWorkWith(view, now).includes(child) && myChildren(view, now).includes(child);
}

/** The manager runs the people, but not whoever is above them; the responsible individual may change who is manager. */
export function mayChange(view: View, id: Id, role: Role): boolean {
	const isAbove = role === 'manager' || role === 'responsible_individual';
	if (id === view.me) return false;
	if (myRole(view) === 'manager') return role !== 'responsible_individual';
	return myRole(view) === 'responsible_individual' && isAbove;
}
