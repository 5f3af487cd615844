import { localDay } from '../../time/days.ts';
import { compare, instant, isAt } from '../../time/instants.ts';
import { personOf, isHereAndAtWork } from '../../me.ts';
import type { How, OtherTime, Session, SessionEvent, View } from '../../view.ts';
import type { Id, Time } from '../../item.ts';
import type { Activity, Aim } from '../../vocabulary/sessions.ts';

/** What was last said about a session. The child's pick of how stands until the plan changes again. */
export interface Plan {
	starts_at: Time;
	place: string;
	how: How;
	purpose: string;
	aims: Aim[];
	changed_at: Time | null;
	how_picked_at: Time | null;
	activity: Activity | null; // do what, as the child said it
	other_time: OtherTime | null; // what the child would rather
	not_today: boolean;
}

/** Sessions that are planned with this child, soonest first: also one of today that has begun. */
export function comingSessions(view: View, child: Id, now: Time): Session[] {
	const zone = view.home.time_zone;
	const today = localDay(now, zone);
	const keys = (one: Session) => [instant(one.starts_at), one.id];
	return view.sessions
		.filter((one) => one.child_id === child && one.state === 'planned' && localDay(one.starts_at, zone) >= today)
		.sort((a, b) => compare(keys(a), keys(b)));
}

/** The next of them. */
export const nextSession = (view: View, now: Time, child: Id = view.me): Session | null =>
	comingSessions(view, child, now)[0] ?? null;

/** Those with this child that were written down, newest first. */
export const recordedSessions = (view: View, child: Id = view.me): Session[] =>
	view.sessions
		.filter((one) => one.child_id === child && one.state === 'recorded')
		.sort((a, b) => instant(b.starts_at) - instant(a.starts_at));

/** Whether whoever it is with will hardly come: away then, not at work now, or not this child's key worker by then. */
export function mayMiss(view: View, { child_id, with_id, starts_at }: Session): boolean {
	const person = personOf(view, with_id);
	const isAway = view.away.some((one) => one.worker_id === with_id && isAt(one, starts_at));
	if (!person || !isHereAndAtWork(person) || isAway) return true;
	const relations = view.key_workers.filter((one) => one.child_id === child_id && one.worker_id === with_id);
	const covers = view.away.some((one) => one.cover_id === with_id && isAt(one, starts_at));
	return relations.length > 0 && !covers && !relations.some((one) => isAt(one, starts_at));
}

/** Null for a session of which only the time is known. */
export function currentPlan({ events }: Session): Plan | null {
	const at = events.findLastIndex(isPlan);
	const plan = events[at];
	if (!plan || !isPlan(plan)) return null;
	const { starts_at, place, how, purpose, aims } = plan;
	const said: Plan = {
		...{ starts_at, place, how, purpose, aims: aims ?? [] },
		...{ changed_at: plan.kind === 'changed' ? plan.at : null },
		...{ how_picked_at: null, activity: null, other_time: null, not_today: false }
	};
	return events.slice(at + 1).reduce((known, event) => ({ ...known, ...since(event) }), said);
}

function since(event: SessionEvent): Partial<Plan> {
	if (event.kind === 'how_picked') {
		const { how, symbol = null, words = null, at } = event;
		return { how, how_picked_at: at, activity: symbol || words ? { symbol, words } : null };
	}
	if (event.kind === 'other_time_asked') {
		const { words, day = null, part = null } = event;
		return { other_time: { words, day, part } };
	}
	return event.kind === 'not_today' ? { not_today: true } : {};
}

const isPlan = (event: SessionEvent): event is Extract<SessionEvent, { starts_at: Time }> =>
	event.kind === 'planned' || event.kind === 'changed';

/** What the child asked for since the plan was last changed: another time, or not today. */
export function asksOf(session: Session): Plan | null {
	const plan = currentPlan(session);
	return plan && (plan.other_time !== null || plan.not_today) ? plan : null;
}
