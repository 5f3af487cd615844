import { can } from '../../abilities.ts';
import { isStaff, rankOf } from '../../vocabulary/roles.ts';
import { isHere, isHereAndAtWork } from '../../me.ts';
import type { Person, View } from '../../view.ts';

/** Children, workers, and whoever is above them last; each by name. */
export const byRank = (a: Person, b: Person): number => rankOf(a.role) - rankOf(b.role) || a.name.localeCompare(b.name);

/** Adults who are here and at work: workers first. */
export const adultsAtWork = (view: View): Person[] =>
	view.people.filter((one) => isStaff(one.role) && isHereAndAtWork(one)).sort(byRank);

/** Everybody who lives here. */
export const childrenHere = (view: View): Person[] =>
	view.people.filter((one) => !isStaff(one.role) && isHere(one)).sort(byRank);

/** Managers who have not left. */
export const whoRunsHome = (view: View): Person[] =>
	view.people.filter((one) => can(one.role, 'run_home') && isHere(one));
