import { checkArguments, complete } from './checks/arguments.ts';
import type { CallName, CallOf } from './calls.ts';
import type { Problem } from './vocabulary/problems.ts';
import { goesOn } from './after-leaving.ts';
import { RULES } from './rules.ts';
import { whyNot } from './questions/devices/device-standing.ts';
import type { Time } from './item.ts';
import type { View } from './view.ts';
import { isWhole } from './text/words.ts';

/**
 * Why this call cannot be done, as far as this view knows: the same as the database would say. `view` is what is shown
 * without the call itself. Words are given as `tidy` leaves them.
 */
export function check<N extends CallName>(view: View, call: CallOf<N>, now: Time): Problem | null {
	if (!Object.hasOwn(RULES, call.name)) return 'no_such_call';
	if (!isWhole(call.args)) return 'bad_value';
	const refusal = whyNot(view, call.name) ?? (goesOn(view, call) ? null : 'you_left');
	const problem = refusal ?? checkArguments(call.name, call.args, now);
	return problem ?? RULES[call.name].check(view, complete(call.name, call.args), now);
}
