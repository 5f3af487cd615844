import { nameForm } from './names.ts';
import type { Person, View } from '../view.ts';

/** What tells somebody from another one of that name: that they left, what they are, or which of several they are. */
export type Apart = { left: true } | { left: false; number: number | null };

const known = new WeakMap<readonly Person[], Map<string, Person[]>>();

/** Null: nobody else that this view knows has a name that reads like theirs. */
export function apart(view: View, person: Person): Apart | null {
	const alike = byForm(view.people).get(nameForm(person.name)) ?? [];
	if (alike.length < 2) return null;
	if (person.left_at !== null) return { left: true };
	const same = alike.filter(({ role, left_at }) => role === person.role && left_at === null);
	return { left: false, number: same.length > 1 ? same.findIndex(({ id }) => id === person.id) + 1 : null };
}

/** Everybody by how their name reads, in the order in which every device has them. */
function byForm(people: readonly Person[]): Map<string, Person[]> {
	const found = known.get(people) ?? new Map<string, Person[]>();
	if (!known.has(people))
		for (const one of people) found.set(nameForm(one.name), [...(found.get(nameForm(one.name)) ?? []), one]);
	known.set(people, found);
	return found;
}
