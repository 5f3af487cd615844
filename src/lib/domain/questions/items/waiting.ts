import { compare, instant, timeOf } from '../../time/instants.ts';
import { isHere, iWorkWith } from '../../me.ts';
import { isChild } from '../../vocabulary/roles.ts';
import type { Id, Item, Time } from '../../item.ts';
import type { Person, View } from '../../view.ts';
import { isPast } from './late.ts';
import { needsAnswer } from './open-items.ts';

/** How long a child has waited, without a word of what for. */
export interface Waiter {
	child: Person;
	since: Time | null; // the oldest thing that has no answer
	unread_since: Time | null; // the oldest one that nobody has opened
	open: number;
	without_words: number; // something waits with me whose words were not to move
	late_unread: boolean;
	late_answer: boolean;
}

/**
 * The children whom I work with, and who else waits for an answer from me, also after moving on: who has waited longest comes first.
 */
export function waitingLongest(view: View, now: Time): Waiter[] {
	const open = view.items.filter((item) => item.closed_at === null && needsAnswer(item));
	const mine = new Set([...iWorkWith(view, now), ...[...open, ...view.waiting].map(({ child_id }) => child_id)]);
	return view.people
		.filter((one) => isChild(one.role) && mine.has(one.id) && (isHere(one) || open.some(isOf(one.id))))
		.map((child) => waiterOf(view, child, open.filter(isOf(child.id)), now))
		.sort((a, b) => compare(keysOf(a), keysOf(b)));
}

function waiterOf(view: View, child: Person, open: Item[], now: Time): Waiter {
	const waits = view.waiting.filter(isOf(child.id));
	const unread = open.filter(({ opened_at }) => opened_at === null);
	return {
		child,
		since: oldest([...open, ...waits]),
		unread_since: oldest(unread),
		open: open.length,
		without_words: waits.length,
		late_unread: unread.some((item) => isPast(item, 'unread', now)),
		late_answer: open.some((item) => isPast(item, 'answer', now))
	};
}

const isOf = (child: Id) => (one: { child_id: Id }) => one.child_id === child;

const oldest = (list: { asked_at: Time }[]): Time | null =>
	timeOf(Math.min(Infinity, ...list.map(({ asked_at }) => instant(asked_at))));

const keysOf = ({ since, child }: Waiter) => [instant(since), child.name, child.id];
