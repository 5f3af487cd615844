import { compare, instant } from '../time/instants.ts';
import { sessionOf } from '../me.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { Id } from '../item.ts';
import type { Session, SessionEvent, View } from '../view.ts';
import { firstOf, isKnown, withChanged } from './rule.ts';

interface SessionEventCheck {
	args: { id: Id; session: Id };
	/** In which states it can happen, and the code when it cannot. */
	states: Session['state'][];
	refusal: Problem;
	may: (session: Session) => boolean;
}

/** Something happens to a session: in the order in which the database asks. */
export function checkSession(
	view: View,
	{ args, states, refusal, may }: SessionEventCheck,
	...more: (readonly [boolean, Problem])[]
): Problem | null {
	const session = sessionOf(view, args.session);
	if (!session) return 'not_yours';
	return firstOf([!states.includes(session.state), refusal], [!may(session), 'not_yours'], ...more, [
		isKnown(view.sessions, args.id),
		'already_there'
	]);
}

/** Keeps what happened with its session, and what it changes there. */
export function withSessionEvent(view: View, id: Id, event: SessionEvent, change: Partial<Session> = {}): View {
	const sessions = withChanged(view.sessions, id, (one) => ({ ...change, events: [...one.events, event] }));
	return { ...view, sessions: sessions.sort(byTime) };
}

export function byTime(a: Session, b: Session): number {
	return compare([instant(a.starts_at), a.id], [instant(b.starts_at), b.id]);
}
