import { instant } from '../../time/instants.ts';
import type { Id, Time } from '../../item.ts';
import type { Session, SessionEvent, View } from '../../view.ts';

export type Recorded = Extract<SessionEvent, { kind: 'recorded' }>;
export type Tapped = Extract<SessionEvent, { kind: 'tapped' }>;

/** Planned sessions that have begun: somebody should write down what came of them. Soonest first. */
export const sessionsToRecord = (view: View, child: Id, now: Time): Session[] =>
	view.sessions
		.filter((one) => one.child_id === child && one.state === 'planned' && instant(one.starts_at) <= instant(now))
		.sort((a, b) => instant(a.starts_at) - instant(b.starts_at));

/** Whether nobody planned it: it was put down when it had begun already. */
export function wasUnplanned({ starts_at, events }: Session): boolean {
	const first = events.find(({ kind }) => kind === 'planned');
	return first !== undefined && instant(first.at) >= instant(starts_at);
}

/** Newest first: what was written is never changed, only added to. */
export const recordsOf = (session: Session): Recorded[] =>
	session.events.filter((event) => event.kind === 'recorded').reverse();

export const tapsOf = (session: Session): Tapped | undefined =>
	session.events.filter((event) => event.kind === 'tapped').at(-1);
