import { SECTIONS } from '../vocabulary/sections.ts';
import { NATIONS, PLACES } from '../vocabulary/home.ts';
import { ROLES } from '../vocabulary/roles.ts';
import { ENDINGS, HOWS } from '../vocabulary/sessions.ts';
import { ANSWERS, HELPED } from '../vocabulary/items.ts';
import type { CallArgs, CallName, FullArgs } from '../calls.ts';
import { instant } from '../time/instants.ts';
import { isObject, KINDS, type Kind } from './kinds.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { Time } from '../item.ts';

/** A kind ("?" lets it be null or left out), or the only values that there are. */
type Argument = Kind | `${Kind}?` | readonly unknown[];
type Takes<T> = null extends T ? `${Kind}?` : undefined extends T ? `${Kind}?` : Kind | readonly T[];
type Arguments = { [N in CallName]: { [K in keyof CallArgs[N]]-?: Takes<CallArgs[N][K]> } };

const FOR_WHOM = { readers: 'ids', left_out: 'ids', shown: 'ids' } as const;
const WRITTEN = { id: 'id', symbol: 'text?', words: 'text', picture: 'text?', ...FOR_WHOM } as const;
const SAID = { ...WRITTEN, recording: 'text?' } as const;
const ON_ITEM = { id: 'id', item: 'id' } as const;
const ON_SESSION = { id: 'id', session: 'id' } as const;
const PLAN = { starts_at: 'time', place: 'text', how: HOWS, purpose: 'text', aims: 'names?' } as const;

/** What every call takes. The same stands in the database (private.takes); a test compares the two. @internal */
export const ARGUMENTS: Arguments = {
	send_wish: { ...SAID, may_move: 'boolean' },
	send_meeting: { ...SAID, may_move: 'boolean', meeting: 'object' },
	send_about_me: { ...SAID, about_me: 'object' },
	put_topic: SAID,
	complain: { ...SAID, may_move: 'boolean', about: 'id?' },
	ask_for_another_key_worker: { ...SAID, may_move: 'boolean', about: 'id' },
	write_note: { ...WRITTEN, child: 'id' },
	change_topic: { ...ON_ITEM, symbol: 'text?', words: 'text' },
	order_topics: { items: 'ids' },
	take_back: ON_ITEM,
	let_in: { ...ON_ITEM, whom: 'id' },
	give_too: { ...ON_ITEM, whom: 'id' },
	take_from: { ...ON_ITEM, whom: 'id' },
	disown_item: ON_ITEM,
	say_if_it_helped: { ...ON_ITEM, helped: HELPED },
	reopen: { ...ON_ITEM, words: 'text?' },
	open_item: ON_ITEM,
	plan_item: { ...ON_ITEM, session: 'id' },
	unplan_item: ON_ITEM,
	answer_item: {
		...{ ...ON_ITEM, answer: ANSWERS, because: 'text', will_happen: 'text?' },
		...{ by_day: 'day?', asked_whom: 'text?', asked_on: 'day?' }
	},
	handle_item: { ...ON_ITEM, by_day: 'day' },
	share_to_keep_safe: {
		...{ ...ON_ITEM, with: 'ids', worry_about: 'id?', because: 'text' },
		...{ told_child: 'boolean', hidden: 'boolean' }
	},
	plan_session: { id: 'id', event: 'id', child: 'id', ...PLAN, unplanned: 'boolean?' },
	change_session: { ...ON_SESSION, ...PLAN },
	cancel_session: { ...ON_SESSION, because: 'text' },
	pick_how: { ...ON_SESSION, how: PLAN.how, symbol: 'text?', words: 'text?' },
	ask_other_time: { ...ON_SESSION, words: 'text', day: 'day?', part: 'text?' },
	not_today: ON_SESSION,
	record_session: { ...ON_SESSION, talked: 'text', came: 'text', went: 'text', good: 'text' },
	tap_session: { ...ON_SESSION, mine: HELPED, ended: ENDINGS, words: 'text?' },
	make_promise: { id: 'id', child: 'id', session: 'id?', owner: 'id', words: 'text', due: 'day' },
	end_promise: { promise: 'id', kept: 'boolean', because: 'text?' },
	offer_agreement: {
		...{ id: 'id', child: 'id', how_often: 'text', where_we_meet: 'text', how_to_stop: 'text', notes_kept: 'text' }
	},
	agree: { agreement: 'id' },
	save_card: { id: 'id', job: 'text', things: 'things', reach: 'text', here: 'text', picture: 'text?' },
	put_picture: { hash: 'text', data: 'text' },
	set_my_face: { name: 'text', picture: 'text?', pronouns: 'text?' },
	set_away: { id: 'id', worker: 'id?', from_at: 'time', until: 'time', cover: 'id?' },
	end_away: { away: 'id' },
	refuse_cover: { away: 'id' },
	add_person: { id: 'id', role: ROLES, name: 'text' },
	set_at_work: { person: 'id', at_work: 'boolean' },
	person_left: { person: 'id' },
	set_key_worker: { id: 'id', child: 'id', worker: 'id', place: PLACES, because: 'text?' },
	end_key_worker: { key_worker: 'id', because: 'text' },
	invite: { id: 'id', person: 'id', device: 'text', code_hash: 'text' },
	end_code: { invite: 'id' },
	approve_device: { login: 'id' },
	cut_off_device: { login: 'id' },
	keep_device: {},
	invite_tablet: { id: 'id', device: 'text', code_hash: 'text' },
	cut_off_tablet: { tablet: 'id' },
	publish_section: { id: 'id', section: SECTIONS, lines: 'lines', review_by: 'day' },
	approve_section: { version: 'id' },
	mark_unclear: { id: 'id', page: 'text', version: 'id?' },
	set_home: {
		...{ name: 'text', nation: NATIONS, time_zone: 'text' },
		...{ labels: 'object', rhythm_days: 'number?', unread_hours: 'number', answer_hours: 'number' },
		...{ complaint_hours: 'number?', reading_days: 'number?', recordings: 'boolean?' }
	}
};

/**
 * What is wrong with what a call is given, whoever calls: the same as the database's private.check_args says. What is not
 * understood is not passed over: it may be what leaves somebody out.
 */
export function checkArguments(name: CallName, args: unknown, now: Time): Problem | null {
	if (!isObject(args)) return 'bad_value';
	const takes: Readonly<Record<string, Argument>> = ARGUMENTS[name];
	if (Object.keys(args).some((one) => !Object.hasOwn(takes, one))) return 'no_such_call';
	const fits = ([one, kind]: [string, Argument]) => isKind(kind, args[one] ?? null, instant(now));
	return Object.entries(takes).every(fits) ? null : 'bad_value';
}

/** What a rule is given, once checkArguments let it pass. */
export function complete<N extends CallName>(name: N, args: CallArgs[N]): FullArgs<N> {
	const leftOut = Object.keys(ARGUMENTS[name]).filter((one) => !Object.hasOwn(args, one));
	const full: unknown = { ...args, ...Object.fromEntries(leftOut.map((one) => [one, null])) };
	return full as FullArgs<N>;
}

function isKind(kind: Argument, value: unknown, now: number): boolean {
	if (typeof kind !== 'string') return kind.includes(value);
	if (kind.endsWith('?') && value === null) return true;
	return KINDS[kind.replace('?', '') as Kind](value, now);
}
