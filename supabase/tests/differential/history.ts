import { apply } from '../../../src/lib/domain/apply.ts';
import type { Call } from '../../../src/lib/domain/calls.ts';
import { check } from '../../../src/lib/domain/check.ts';
import type { View } from '../../../src/lib/domain/view.ts';
import type { Database } from '../../server/database/database.ts';
import { ARGS, callName } from './calls.ts';
import type { RandomHome, Somebody } from './home.ts';
import type { Random } from './random.ts';
import { send, viewOf } from './requests.ts';
import { comparable, difference, withoutNext, withoutReach, withoutStanding } from './same.ts';
import type { Writer } from './saying.ts';
import { spoilt } from './spoilt.ts';

/** After these an adult's device cannot know who reads what instead: it does not know who was left out. */
const CHANGES_REACH = [
	'set_away',
	'end_away',
	'set_key_worker',
	'end_key_worker',
	'person_left',
	'set_at_work',
	'add_person'
];

/** After these it may be another device's word that counts. */
const CHANGES_STANDING = [
	'approve_device',
	'cut_off_device',
	'keep_device',
	'set_at_work',
	'person_left',
	'add_person'
];
/** After these a device does not know who comes next. */
const GIVES = ['give_too', 'take_from'];

export interface Step {
	who: string;
	call: Call;
	code: string | null;
}

/** One device has a snapshot, makes some calls, maybe with no network, and sends them: does it show what is so? */
export async function oneTurn(db: Database, who: Somebody, writer: Omit<Writer, 'view' | 'now'>): Promise<Step[]> {
	const before = await viewOf(db, who);
	if (!before) return [];
	const { random } = writer;
	const calls: { call: Call; code: string | null }[] = [];
	let view = freeze(before.view);
	for (let left = random.once(3) ? 1 + random.upTo(4) : 1; left > 0; left--) {
		const call = makeCall({ ...writer, view, now: before.now });
		calls.push({ call, code: check(view, call, before.now) });
		view = freeze(apply(view, call, { now: before.now }));
		writer.ids.push(...('id' in call.args ? [call.args.id] : []));
	}
	const outcomes = await send(
		db,
		who,
		calls.map(({ call }) => call)
	);
	const steps = calls.map(({ call, code }, at) => {
		const outcome = outcomes[at];
		const said = outcome?.end === 'refused' ? outcome.code : null;
		const reach = calls.slice(0, at).some((one) => CHANGES_REACH.includes(one.call.name));
		agree(before.view, call, code, said, reach);
		return { who: who.role, call, code: said };
	});
	const after = await viewOf(db, who);
	if (!after) throw new Error('a call of mine shut me out');
	// An id that was used where the device cannot see it: it did what the server refused
	if (steps.some(({ code }, at) => code === 'already_there' && calls[at]?.code === null)) return steps;
	compareViews(view, after.view, steps);
	const last = steps.at(-1);
	if (last?.code === null && !GIVES.includes(last.call.name)) compareAgain(after.view, last.call, after.now);
	return steps;
}

/**
 * Both say yes, or both say no, with the same code. But of what is not in a view its device knows nothing: it cannot name
 * the same reason. Of those, an absence or an agreement that is over may still be said no or yes to, with no effect. Nor does
 * it know, `afterReach` has changed in the same turn, what somebody reads no more: nobody is next where another is there again.
 */
function agree(view: View, call: Call, here: string | null, there: string | null, afterReach: boolean): void {
	if (here === there || (afterReach && there === 'not_yours')) return;
	if (call.name === 'keep_device' && there === 'device_not_stopped') return; // whoever is stopped has no view to know it by
	if (there === 'already_there' && 'id' in call.args && !JSON.stringify(siblings(view, call)).includes(call.args.id))
		return;
	const isUnseen = here === 'not_yours' || here === 'no_such_device';
	if (isUnseen && (there !== null || call.name === 'refuse_cover' || call.name === 'agree')) return;
	const role = view.people.find(({ id }) => id === view.me)?.role;
	throw new Error(`here ${here}, there ${there}: ${role} ${view.me} ${JSON.stringify(call).slice(0, 900)}`);
}

/** Where the view would show what the call adds: something else in it may have the id of one that it does not show. */
function siblings(view: View, { name, args }: Call): unknown {
	if ('item' in args) return view.items.map(({ events }) => events);
	if ('session' in args && name !== 'make_promise') return view.sessions.map(({ events }) => events);
	return name === 'set_away' ? view.away : view;
}

function compareViews(here: View, there: View, steps: Step[]): void {
	const done = steps.filter(({ code }) => code === null).map(({ call }) => call.name);
	const ids = new Set(here.items.map(({ id }) => id).filter((id) => there.items.some((one) => one.id === id)));
	const changesReach = done.some((name) => CHANGES_REACH.includes(name));
	const changesStanding = done.some((name) => CHANGES_STANDING.includes(name));
	const stands = (view: View) => (changesStanding ? withoutStanding(view) : view);
	const given = steps.flatMap(({ call: { name, args } }) =>
		GIVES.includes(name) && 'item' in args ? [args.item] : []
	);
	const shown = (view: View) =>
		changesReach ? withoutReach(stands(view), ids) : comparable(withoutNext(stands(view), given));
	const found = difference(shown(here), shown(there));
	if (found)
		throw new Error(
			`after ${done.join(', ')}: ${found}\n${JSON.stringify(steps.map(({ call }) => call)).slice(0, 1500)}`
		);
}

/** What is done already changes nothing when it is done again. */
function compareAgain(view: View, call: Call, now: string): void {
	const same = (one: View) => comparable(CHANGES_STANDING.includes(call.name) ? withoutStanding(one) : one);
	const found = difference(same(apply(freeze(view), call, { now })), same(view));
	if (found) throw new Error(`${call.name} again: ${found}`);
}

/** Mostly one that can be done: else histories would be long lists of refusals. */
function makeCall(writer: Writer): Call {
	const { random, now, view } = writer;
	for (let tries = 12; ; tries--) {
		const name = callName(writer);
		const call = { id: random.id(), name, args: ARGS[name](writer), at: now } as Call;
		if (tries === 0 || random.once(5) || check(view, call, now) === null)
			return random.once(10) ? spoilt(random, call) : call;
	}
}

function freeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(freeze);
	}
	return value;
}

/** Somebody of the home, a child as often as an adult. */
export function whoNext({ children, staff }: RandomHome, random: Random): Somebody {
	return random.pick(random.once(2) ? children : staff);
}
