import type { CallName, CallOf, FullArgs } from '../calls.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { Time } from '../item.ts';
import type { View } from '../view.ts';

/** One call: why it cannot be done (the same code as the database's), and what a view shows once it is done. */
export interface Rule<N extends CallName> {
	check(view: View, args: FullArgs<N>, now: Time): Problem | null;
	/** Only ever asked for what `check` lets through. Its times are the call's. */
	apply(view: View, call: FullCall<N>, now: Time): View;
}

/** A call of one name, with nothing left out. */
type FullCall<N extends CallName> = Omit<CallOf<N>, 'args'> & { args: FullArgs<N> };

export type Rules<N extends CallName> = { [M in N]: Rule<M> };

/** The first that is so, in the order in which the database looks. */
export function firstOf(...problems: (readonly [boolean, Problem])[]): Problem | null {
	return problems.find(([isSo]) => isSo)?.[1] ?? null;
}

/** Whether an event of this id has happened already, to any of these: an id is given once. */
export const isKnown = (list: { events: { id: string }[] }[], id: string): boolean =>
	list.some(({ events }) => events.some((one) => one.id === id));

/** Another value in the place of one with this id. */
export function withChanged<T extends { id: string }>(list: T[], id: string, change: (one: T) => Partial<T>): T[] {
	return list.map((one) => (one.id === id ? { ...one, ...change(one) } : one));
}
