import { can, leadsHome, manages } from '../../abilities.ts';
import { isHereAndAtWork, myRole } from '../../me.ts';
import { ROLES, type Role } from '../../vocabulary/roles.ts';
import type { Person, View } from '../../view.ts';
import { byRank } from './people.ts';

/** The people whom I run: all of the home's for its manager, managers and their like for who stands above. */
export function managedPeople(view: View): Person[] {
	const all = can(myRole(view), 'run_home') ? view.people : view.people.filter(({ role }) => leadsHome(role));
	return [...all].sort(byRank);
}

/** Those whom I may make a code for. */
export const invitablePeople = (view: View): Person[] =>
	managedPeople(view).filter((one) => isHereAndAtWork(one) && manages(myRole(view), one.role));

/** What somebody can be whom I add. Who is above the manager is named outside the app, where the home was set up. */
export const rolesToAdd = (view: View): readonly Role[] =>
	ROLES.filter((role) => manages(myRole(view), role) && !can(role, 'oversee'));
