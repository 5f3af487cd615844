import type { CallName, CallOf } from './calls.ts';
import { DAY, instant, timeOf } from './time/instants.ts';
import { itemOf, personOf } from './me.ts';
import type { Time } from './item.ts';
import type { View } from './view.ts';

/** What was said goes on: to take it back, to give it, to say whether an answer helped, and to guard one's devices. @internal */
export const GOES_ON: readonly CallName[] = [
	'take_back',
	'let_in',
	'give_too',
	'take_from',
	'say_if_it_helped',
	'approve_device',
	'cut_off_device',
	'keep_device',
	'disown_item',
	'end_code'
];

/** When I left, and until when I can still read. Null: I live or work here. */
export function myLeaving(view: View): { at: Time; until: Time } | null {
	const at = personOf(view, view.me)?.left_at ?? null;
	const until = at === null ? null : readsUntil(view, at);
	return at === null || until === null ? null : { at, until };
}

/** Until when a child who leaves then can still read. */
export const readsUntil = ({ home }: View, left: Time): Time | null => timeOf(instant(left) + home.reading_days * DAY);

/** Whether I may make this call: whoever left says nothing new, but a complaint may be asked again. */
export function goesOn<N extends CallName>(view: View, { name, args }: CallOf<N>): boolean {
	if (myLeaving(view) === null || GOES_ON.includes(name)) return true;
	const item = 'item' in args ? itemOf(view, args.item) : undefined;
	return name === 'reopen' && item?.kind === 'complaint' && item.child_id === view.me;
}
