import type { Id, Person, Role, View } from '../view.ts';

const ORDER: Record<Role, number> = { worker: 0, manager: 1, responsible_individual: 2, child: 3 };

/** Workers first, whoever is above them last. */
export const inOrder = (people: Person[]): Person[] =>
	people.sort((a, b) => ORDER[a.role] - ORDER[b.role] || a.name.localeCompare(b.name));

/** Adults who are here and at work: workers first. */
export const adultsAtWork = (view: View): Person[] =>
	inOrder(view.people.filter(({ role, left_at, at_work }) => role !== 'child' && left_at === null && at_work));

/** Everybody who lives here. */
export const childrenHere = (view: View): Person[] =>
	inOrder(view.people.filter(({ role, left_at }) => role === 'child' && left_at === null));

export const namesOfRole = (view: View, role: Role): Id[] =>
	adultsAtWork(view)
		.filter((person) => person.role === role)
		.map(({ id }) => id);
