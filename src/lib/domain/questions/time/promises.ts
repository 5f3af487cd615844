import { compare, instant } from '../../time/instants.ts';
import type { Day, Id } from '../../item.ts';
import type { Pledge, View } from '../../view.ts';

/** Soonest first, and then in the order in which they were made. */
export function byDue(a: Pledge, b: Pledge): number {
	const keys = (one: Pledge) => [one.due, instant(one.made_at), one.id];
	return compare(keys(a), keys(b));
}

/** Whether the day has gone by on which it was to be done. */
export const isOverdue = ({ due }: Pick<Pledge, 'due'>, today: Day): boolean => due < today;

/** Promises to a child that are still open, soonest first. */
export const openPromises = (view: View, child: Id): Pledge[] =>
	view.promises.filter(({ ended_at, child_id }) => ended_at === null && child_id === child).sort(byDue);

/** Promises that were made in a session. */
export const promisesMadeIn = (view: View, session: Id): Pledge[] =>
	view.promises.filter(({ session_id }) => session_id === session);
