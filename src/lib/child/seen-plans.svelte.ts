import { app } from '$lib/client/app.svelte.ts';
import { localDay } from '$lib/domain/time/days.ts';
import type { How, Id, Session, SessionEvent, Time, View } from '$lib/domain/view.ts';

/** A plan as I saw it last. */
export interface Seen {
	starts_at: Time;
	place: string;
	how: How;
	purpose: string;
}
/** What is different since I last looked. `was` is null where it was called off. */
export type Change =
	| { kind: 'changed'; session: Session; was: Seen; is: Seen; by: Id }
	| { kind: 'cancelled'; session: Session; because: string; by: Id };

const KEY = 'time/looked';
type SeenPlans = Record<Id, Seen | 'cancelled'>;

/** What I saw of our time when I looked last. It lies sealed in the drawer and is never sent. */
export class Looked {
	#kept = $state.raw<SeenPlans | null>(null);

	/** What was never seen before is no change: it is kept as seen. */
	async load(view: View): Promise<void> {
		const kept = (await app.draft<SeenPlans>(KEY)) ?? {};
		const unseen = view.sessions.flatMap((session) => {
			const plan = planOf(session)?.seen;
			return kept[session.id] === undefined && plan && session.state !== 'cancelled'
				? [[session.id, plan] as const]
				: [];
		});
		this.#kept = { ...kept, ...Object.fromEntries(unseen) };
		if (unseen.length > 0) await app.keepDraft(KEY, this.#kept);
	}

	changes(view: View, now: Time): Change[] {
		const kept = this.#kept;
		if (kept === null) return [];
		const today = localDay(now, view.home.time_zone);
		const coming = view.sessions.filter(({ starts_at }) => localDay(starts_at, view.home.time_zone) >= today);
		return coming.flatMap((session) => changeOf(session, kept[session.id]) ?? []);
	}

	/** "OK, I have seen it." */
	async saw({ session }: Change): Promise<void> {
		const plan = session.state === 'cancelled' ? 'cancelled' : planOf(session)?.seen;
		if (!plan) return;
		this.#kept = { ...this.#kept, [session.id]: plan };
		await app.keepDraft(KEY, this.#kept);
	}
}

function changeOf(session: Session, was: Seen | 'cancelled' | undefined): Change | null {
	if (session.state === 'cancelled') {
		const off = session.events.findLast((event) => event.kind === 'cancelled');
		return off && was !== 'cancelled' ? { kind: 'cancelled', session, because: off.because, by: off.person_id } : null;
	}
	const plan = planOf(session);
	if (!plan || was === undefined || was === 'cancelled' || isSame(was, plan.seen)) return null;
	return { kind: 'changed', session, was, is: plan.seen, by: plan.by };
}

/** The plan as its worker made it last: what I picked myself is no change to me. */
function planOf({ events }: Session): { seen: Seen; by: Id } | null {
	const plan = events.findLast((event): event is Extract<SessionEvent, Seen> => 'starts_at' in event);
	if (!plan) return null;
	const { starts_at, place, how, purpose, person_id } = plan;
	return { seen: { starts_at, place, how, purpose }, by: person_id };
}

const isSame = (a: Seen, b: Seen): boolean =>
	Date.parse(a.starts_at) === Date.parse(b.starts_at) &&
	a.place === b.place &&
	a.how === b.how &&
	a.purpose === b.purpose;
