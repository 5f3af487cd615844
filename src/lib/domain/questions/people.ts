import { can } from '../abilities.ts';
import { isStaff, rankOf } from '../vocabulary/roles.ts';
import { isHere, isHereAndAtWork, personOf } from '../me.ts';
import type { Id, Person, View } from '../view.ts';

export const nameOf = (view: View, id: Id): string => personOf(view, id)?.name ?? '';

export const namesOf = (view: View, ids: readonly Id[]): string[] => ids.map((id) => nameOf(view, id));

/** What I am called, and the face that I picked. */
export function nameOfMe(view: View): { name: string; picture: string | null } {
	const me = personOf(view, view.me);
	return { name: me?.name ?? '', picture: me?.picture ?? null };
}

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
