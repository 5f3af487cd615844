import { DAY, instant } from '../../time/instants.ts';
import type { Id, Time } from '../../item.ts';
import type { Session, SessionEvent, View } from '../../view.ts';

export type Recorded = Extract<SessionEvent, { kind: 'recorded' }>;
export type Tapped = Extract<SessionEvent, { kind: 'tapped' }>;

const isSoon = (away: number): boolean => away > 0 && away < DAY;
const soonestFirst = (a: Session, b: Session): number => instant(a.starts_at) - instant(b.starts_at);

/** Planned to begin within a day: one may have come early. Soonest first. */
export const sessionsAhead = (view: View, child: Id, now: Time): Session[] =>
	view.sessions
		.filter((one) => one.child_id === child && one.state === 'planned' && isSoon(instant(one.starts_at) - instant(now)))
		.sort(soonestFirst);

/** Planned sessions that have begun: somebody should write down what came of them. Soonest first. */
export const sessionsToRecord = (view: View, child: Id, now: Time): Session[] =>
	view.sessions
		.filter((one) => one.child_id === child && one.state === 'planned' && instant(one.starts_at) <= instant(now))
		.sort(soonestFirst);

/** Whether whoever put it down said that nobody had planned it, and did not plan it anew since. */
export function wasUnplanned({ events }: Session): boolean {
	const plan = events.findLast(({ kind }) => kind === 'planned' || kind === 'changed');
	return plan?.kind === 'planned' && plan.unplanned === true;
}

/** Newest first: what was written is never changed, only added to. */
export const recordsOf = (session: Session): Recorded[] =>
	session.events.filter((event) => event.kind === 'recorded').reverse();

export const tapsOf = (session: Session): Tapped | undefined =>
	session.events.filter((event) => event.kind === 'tapped').at(-1);
