import { myRole } from '../me.ts';
import type { Person, Role, View } from '../view.ts';

const ORDER: Record<Role, number> = { child: 0, worker: 1, manager: 2, responsible_individual: 3 };
const ABOVE: readonly Role[] = ['manager', 'responsible_individual'];

/** The people whom I run: all of the home's for its manager, managers and their like for who stands above. */
export function mine(view: View): Person[] {
	const all = myRole(view) === 'manager' ? view.people : view.people.filter(({ role }) => ABOVE.includes(role));
	return [...all].sort((a, b) => ORDER[a.role] - ORDER[b.role] || a.name.localeCompare(b.name));
}

/** Those whom I may make a code for. */
export const mayCode = (view: View): Person[] =>
	mine(view)
		.filter(({ left_at, at_work }) => left_at === null && at_work)
		.filter(({ role }) => role !== 'responsible_individual' || myRole(view) === 'responsible_individual');

/** What somebody can be whom I add. Who is above the manager is named outside the app, where the home was set up. */
export const mayAdd = (view: View): readonly Role[] =>
	myRole(view) === 'manager' ? ['child', 'worker', 'manager'] : ['manager'];
