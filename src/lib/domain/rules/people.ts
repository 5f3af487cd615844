import { BLANK_FACE } from '../face.ts';
import { isChild, isStaff } from '../vocabulary/roles.ts';
import { compare } from '../time/instants.ts';
import { mayChange, can } from '../abilities.ts';
import { personOf, isHere, isStaffHere } from '../me.ts';
import { nameForm, nameProblem, shownName } from '../text/names.ts';
import type { Id } from '../item.ts';
import type { Person, Role, View } from '../view.ts';
import { firstOf, withChanged, type Rules } from './rule.ts';

/** Who is in the home: the manager runs the people, the responsible individual may change who is manager. */
export const PEOPLE: Rules<'add_person' | 'set_at_work' | 'person_left'> = {
	add_person: {
		check: (view, { id, role, name }) =>
			firstOf(
				[!mayAdd(view, id, role), 'not_yours'],
				[nameProblem(name) !== null, nameProblem(name) ?? 'bad_name'],
				[personOf(view, id) !== undefined, 'already_there'],
				[isNameTaken(view, role, name, id), 'name_taken']
			),
		apply: (view, { args: { id, role, name } }) => {
			const state = { joined: false, reached_by: [], at_work: true, left_at: null };
			const people: Person[] = [...view.people, { ...BLANK_FACE, id, role, name: shownName(name), ...state }];
			return { ...view, people: people.sort((a, b) => compare([a.id], [b.id])) };
		}
	},
	set_at_work: {
		check: (view, args) => {
			const person = personOf(view, args.person);
			const fits = person && isStaffHere(view, person.id) && person.at_work !== args.at_work;
			return fits && mayChange(view, args.person, person.role) ? null : 'person_not_changed';
		},
		apply: (view, { args: { person, at_work } }) =>
			withoutReader({ ...view, people: withChanged(view.people, person, () => ({ at_work })) }, person, at_work)
	},
	person_left: {
		check: (view, args) => {
			const person = personOf(view, args.person);
			const fits = person && isHere(person) && mayChange(view, args.person, person.role);
			return fits ? null : 'person_not_changed';
		},
		apply: (view, { args: { person }, at }) => {
			const key_workers = view.key_workers.map((one) =>
				(one.worker_id === person || one.child_id === person) && one.until === null ? { ...one, until: at } : one
			);
			const people = withChanged(view.people, person, () => ({ left_at: at }));
			return withoutReader({ ...view, people, key_workers }, person, false);
		}
	}
};

/** A child picks by name and face: nobody of the staff may pass for somebody else, nor for somebody who left. */
export function isNameTaken(view: View, role: Role | undefined, name: string, id: Id): boolean {
	if (isChild(role)) return false;
	const form = nameForm(name);
	const same = (one: Person) => nameForm(one.name) === form;
	return view.people.some((one) => one.id !== id && isStaff(one.role) && same(one));
}

/** The responsible individual is above the manager: whoever sets up the home names them. */
const mayAdd = (view: View, id: Id, role: Role): boolean => !can(role, 'oversee') && mayChange(view, id, role);

/** Whoever is not there reads nothing. (Who comes in their place is not for an adult's device to know.) */
function withoutReader(view: View, person: Id, stays: boolean): View {
	if (stays) return view;
	const items = view.items.map((item) => ({
		...item,
		readers: item.readers.filter(({ person_id }) => person_id !== person)
	}));
	return { ...view, items };
}
