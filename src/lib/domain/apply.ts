import { complete } from './checks/arguments.ts';
import type { CallName, CallOf } from './calls.ts';
import { check } from './check.ts';
import { isTime } from './time/days.ts';
import { withPlaces } from './list-places.ts';
import { RULES } from './rules.ts';
import type { Time } from './item.ts';
import type { View } from './view.ts';

/**
 * The view once this call is done. What does not fit (any more) leaves the view as it is, and so does what is in it
 * already. It changes nothing that it is given.
 */
export function apply<N extends CallName>(view: View, call: CallOf<N>, { now }: { now: Time }): View {
	if (!isTime(call.at) || check(view, call, now) !== null) return view;
	return withPlaces(RULES[call.name].apply(view, { ...call, args: complete(call.name, call.args) }, now));
}
