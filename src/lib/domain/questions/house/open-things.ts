import { compare, HOUR, instant } from '../../time/instants.ts';
import type { Id, Time, Waiting } from '../../item.ts';
import type { OpenThing } from '../../house.ts';
import type { View } from '../../view.ts';
import type { Late } from '../items/late.ts';
import { awayUntil } from '../people/cover.ts';

/** What waits in the house, as far as I may count it: oldest first. Without what was answered on this device since. */
export function openThings(view: View): OpenThing[] {
	const closed = view.items.filter(({ closed_at }) => closed_at !== null);
	const isAnswered = ({ child_id, asked_at }: OpenThing) =>
		closed.some((item) => item.child_id === child_id && instant(item.asked_at) === instant(asked_at));
	const keys = (thing: OpenThing) => [instant(thing.asked_at), thing.child_id];
	return view.house.filter((thing) => !isAnswered(thing)).sort((a, b) => compare(keys(a), keys(b)));
}

/** Which of its two clocks has run out. Whether its words may go on makes no difference: it is late all the same. */
export function lateClock({ unread_by, answer_by }: OpenThing, now: Time): Late['clock'] | null {
	if (instant(now) > instant(answer_by)) return 'answer';
	return unread_by !== null && instant(now) > instant(unread_by) ? 'unread' : null;
}

/** The clock that has run out of what waits with me without words, where I may count what waits: it is late all the same. */
export function lateWithoutWords(view: View, { child_id, asked_at }: Waiting, now: Time): Late | null {
	const thing = view.house.find((one) => one.child_id === child_id && one.asked_at === asked_at);
	const clock = thing ? lateClock(thing, now) : null;
	if (!thing || !clock) return null;
	const until = clock === 'answer' ? thing.answer_by : thing.unread_by;
	return { clock, hours: Math.round((instant(until) - instant(asked_at)) / HOUR) };
}

/** Things of one child that the same people have, on the same terms: how many. In the order in which they came. */
export interface Lot {
	count: number;
	with_ids: Id[];
	stays: boolean;
}

/** The people are told in one place each: those who are not away, and where nobody is here, all. */
export function lotsOf(view: View, things: readonly OpenThing[], now: Time): Lot[] {
	const lots = new Map<string, Lot>();
	for (const { with_ids, stays } of things) {
		const here = with_ids.filter((id) => awayUntil(view, id, now) === null);
		const ids = here.length > 0 ? here : with_ids;
		const key = [stays, ...ids].join(' ');
		lots.set(key, { count: (lots.get(key)?.count ?? 0) + 1, with_ids: ids, stays });
	}
	return [...lots.values()];
}
