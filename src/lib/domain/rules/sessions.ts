import { AIMS } from '../vocabulary/sessions.ts';
import { LIMITS } from '../vocabulary/limits.ts';
import { type CallArgs } from '../calls.ts';
import { may } from '../abilities.ts';
import { sessionOf } from '../me.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { Item, Time } from '../item.ts';
import type { Session, SessionEvent, View } from '../view.ts';
import { isBlank, lengthOf } from '../text/words.ts';
import { instant } from '../time/instants.ts';
import { by } from './item-event.ts';
import { firstOf, type Rule, type Rules } from './rule.ts';
import { byTime, checkSession, withSessionEvent } from './session-event.ts';

type Check = readonly [boolean, Problem];

const PLAN: Rule<'plan_session'> = {
	check: (view, args, now) => {
		const isThere = sessionOf(view, args.id) !== undefined;
		return firstOf(
			[!may(view, 'plan_session', { child: args.child, now }), 'not_yours'],
			[isThere, 'already_there'],
			...planChecks(args),
			[args.unplanned === true && isAhead(args, now), 'session_not_begun']
		);
	},
	apply: (view, { args: { id, event, child, unplanned, ...said }, at }) => {
		const plan = { ...said, aims: said.aims ?? [] };
		const planned = { kind: 'planned' as const, unplanned: unplanned === true, ...plan };
		const events: SessionEvent[] = [{ ...by(view, event, at), ...planned }];
		const { starts_at } = plan;
		const session: Session = { id, child_id: child, with_id: view.me, starts_at, state: 'planned', events };
		return { ...view, sessions: [...view.sessions, session].sort(byTime) };
	}
};

const CHANGE: Rule<'change_session'> = {
	check: (view, args, now) => {
		const event = { args, states: ['planned' as const], refusal: 'session_not_changed' as const };
		return checkSession(view, { ...event, may: mine(view, now) }, ...planChecks(args));
	},
	apply: (view, { args: { id, session, ...plan }, at }) => {
		const event = { ...by(view, id, at), kind: 'changed' as const, ...plan, aims: plan.aims ?? [] };
		return withSessionEvent(view, session, event, { starts_at: plan.starts_at });
	}
};

const CANCEL: Rule<'cancel_session'> = {
	check: (view, args, now) =>
		checkSession(
			view,
			{ args, states: ['planned'], refusal: 'session_not_cancelled', may: mine(view, now) },
			[lengthOf(args.because) > LIMITS.line, 'because_too_long'],
			[isBlank(args.because), 'cancel_needs_reason']
		),
	apply: (view, { args: { id, session, because }, at }) => {
		const event = { ...by(view, id, at), kind: 'cancelled' as const, because };
		const next = withSessionEvent(view, session, event, { state: 'cancelled' });
		return withPlanned(next, session, () => ({ planned_in: null }));
	}
};

const RECORD: Rule<'record_session'> = {
	check: (view, args, now) => {
		const refusal = checkSession(
			view,
			{ args, states: ['planned', 'recorded'], refusal: 'session_not_recorded', may: mine(view, now) },
			[lengthOf(args.came) > LIMITS.words, 'came_too_long'],
			[lengthOf(args.good) > LIMITS.line, 'good_too_long'],
			[isBlank(args.talked), 'record_needs_talked'],
			[lengthOf(args.talked) > LIMITS.words, 'talked_too_long'],
			[lengthOf(args.went) > LIMITS.words, 'went_too_long']
		);
		const session = sessionOf(view, args.session);
		return refusal ?? firstOf([session !== undefined && isAhead(session, now), 'session_not_begun']);
	},
	apply: (view, { args: { id, session, ...lines }, at }) => {
		const event = { ...by(view, id, at), kind: 'recorded' as const, ...lines };
		const next = withSessionEvent(view, session, event, { state: 'recorded' });
		return withPlanned(next, session, (item) => (item.kind === 'topic' ? { closed_at: at, place: null } : {}));
	}
};

/** Our time, as a key worker plans and records it. */
export const SESSIONS: Rules<'plan_session' | 'change_session' | 'cancel_session' | 'record_session'> = {
	plan_session: PLAN,
	change_session: CHANGE,
	cancel_session: CANCEL,
	record_session: RECORD
};

const mine = (view: View, now: Time) => (session: Session) =>
	may(view, 'plan_session', { child: session.child_id, now });

/** It has not begun: nothing can have come of it. */
const isAhead = ({ starts_at }: { starts_at: Time }, now: Time): boolean => instant(starts_at) > instant(now);

function planChecks({ place, purpose, aims }: Pick<CallArgs['plan_session'], 'place' | 'purpose' | 'aims'>): Check[] {
	return [
		[lengthOf(place) > LIMITS.line, 'place_too_long'],
		[isBlank(place), 'plan_is_whole'],
		[lengthOf(purpose) > LIMITS.words, 'purpose_too_long'],
		[aims?.every((aim) => AIMS.includes(aim)) === false, 'bad_aims']
	];
}

/** What stands in a session's plan and is still open. */
function withPlanned(view: View, session: string, change: (item: Item) => Partial<Item>): View {
	const items = view.items.map((item) =>
		item.planned_in === session && item.closed_at === null ? { ...item, ...change(item) } : item
	);
	return { ...view, items };
}
