import { instant } from '../../time/instants.ts';
import type { Id, Time } from '../../item.ts';
import type { Session, SessionEvent, View } from '../../view.ts';

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

/** My last time that was written down. */
export const lastTime = (view: View): Session | null => recordedSessions(view, view.me)[0] ?? null;

/** Newest first: what was written is never changed, only added to. */
export const recordsOf = (session: Session): Recorded[] =>
	session.events.filter((event) => event.kind === 'recorded').reverse();

export const tapsOf = (session: Session): Tapped | undefined =>
	session.events.filter((event) => event.kind === 'tapped').at(-1);
