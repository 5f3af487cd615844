import { instant, isAt } from '../instants.ts';
import { personOf } from '../me.ts';
import { currentPlan, type Plan } from '../meeting.ts';
import { awayUntil, coverFor, keyWorkersOf } from './of-view.ts';
import type { Away, Id, Pledge, Session, SessionEvent, Time, View } from '../view.ts';

export type Recorded = Extract<SessionEvent, { kind: 'recorded' }>;
export type Tapped = Extract<SessionEvent, { kind: 'tapped' }>;

const ofChild = (view: View, child: Id): Session[] =>
	view.sessions
		.filter(({ child_id }) => child_id === child)
		.sort((a, b) => instant(a.starts_at) - instant(b.starts_at));

/** Planned sessions that have begun: somebody should write down what came of them. Soonest first. */
export const sessionsToRecord = (view: View, child: Id, now: Time): Session[] =>
	ofChild(view, child).filter(({ state, starts_at }) => state === 'planned' && instant(starts_at) <= instant(now));

/** What was written of, newest first. */
export const recordedSessions = (view: View, child: Id): Session[] =>
	ofChild(view, child)
		.filter(({ state }) => state === 'recorded')
		.reverse();

/** What the child asked for since the plan was last changed: another time, or not today. */
export function asksOf(session: Session): Plan | null {
	const plan = currentPlan(session);
	return plan && (plan.other_time !== null || plan.not_today) ? plan : null;
}

/** Newest first: what was written is never changed, only added to. */
export const recordsOf = (session: Session): Recorded[] =>
	session.events.filter((event) => event.kind === 'recorded').reverse();

export const tapsOf = (session: Session): Tapped | undefined =>
	session.events.filter((event) => event.kind === 'tapped').at(-1);

/** Promises to a child that are still open, soonest first. */
export const openPromises = (view: View, child: Id): Pledge[] =>
	view.promises
		.filter(({ ended_at, child_id }) => ended_at === null && child_id === child)
		.sort((a, b) => a.due.localeCompare(b.due));

export const awayNow = (view: View, worker: Id, now: Time): Away | undefined =>
	view.away.find((away) => away.worker_id === worker && isAt(away, now));

/** Whether a child's key worker is here now; if not, who stands in: somebody who is here, whom the child did not say no to. */
export function standsFor(view: View, worker: Id, child: Id, now: Time): { here: boolean; cover: Id | null } {
	const here = personOf(view, worker)?.at_work === true && awayUntil(view, worker, now) === null;
	const cover = coverFor(view, worker, now, child);
	return { here, cover: cover && awayUntil(view, cover.id, now) === null ? cover.id : null };
}

/** For whom I stand in with this child, and until when. */
export function coversWith(view: View, child: Id, now: Time): Away[] {
	const workers = keyWorkersOf(view, child, now).map(({ worker_id }) => worker_id);
	const covers = (away: Away) => away.cover_id === view.me && isAt(away, now) && !away.refused_by.includes(child);
	return view.away.filter((away) => covers(away) && workers.includes(away.worker_id));
}

/** Times away that touch a span: whoever covers must not be away then, and whoever goes may be somebody's cover. */
export const awayDuring = (view: View, span: { from_at: Time; until: Time }): Away[] =>
	view.away.filter(
		({ from_at, until }) => instant(from_at) < instant(span.until) && instant(span.from_at) < instant(until)
	);
