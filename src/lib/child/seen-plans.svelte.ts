import { localDay } from '$lib/domain/time/days.ts';
import { ifKept, isText, isTimeText, names, oneOf, withFields, type Fields } from '$lib/domain/checks/kinds.ts';
import type { How, Session, SessionEvent, View } from '$lib/domain/view.ts';
import type { Aim } from '$lib/domain/vocabulary/sessions.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import { Draft } from '$lib/draft/draft.svelte.ts';
import { byEntry } from '$lib/draft/restore.ts';

/** A plan as I saw it last. */
export interface Seen {
	starts_at: Time;
	place: string;
	how: How;
	purpose: string;
	aims?: Aim[]; // not kept by an older version
}
/** What is different since I last looked. `was` is null where it was called off. */
export type Change =
	| { kind: 'changed'; session: Session; was: Seen; is: Seen; by: Id }
	| { kind: 'cancelled'; session: Session; because: string; by: Id };

const CANCELLED = 'cancelled';
type KeptPlans = Record<Id, Seen | typeof CANCELLED>;

const isPlan = withFields({
	starts_at: isTimeText,
	place: isText,
	how: oneOf('talk', 'walk', 'drive', 'activity'),
	purpose: isText,
	aims: ifKept(names)
} satisfies Fields<Seen>);

/** What I saw of our time when I looked last. It lies sealed in the drawer and is never sent. */
export class SeenPlans {
	#draft = new Draft<KeptPlans>(
		'time/looked',
		() => ({}),
		byEntry((value) => value === CANCELLED || isPlan(value))
	);

	/** What was never seen before is no change: it is kept as seen. */
	async load(view: View): Promise<void> {
		await this.#draft.load();
		const unseen = this.#unseen(view);
		if (unseen.length > 0) this.#draft.change(Object.fromEntries(unseen));
	}

	/** Whether there is a plan that was never seen here, as far as that is known. */
	hasNew(view: View): boolean {
		return !this.#draft.loaded || this.#unseen(view).length > 0;
	}

	#unseen(view: View) {
		return view.sessions.flatMap((session) => {
			const plan = planOf(session)?.seen;
			const isNew = this.#draft.now[session.id] === undefined && session.state !== CANCELLED;
			return plan && isNew ? [[session.id, plan] as const] : [];
		});
	}

	changes(view: View, now: Time): Change[] {
		if (!this.#draft.loaded) return [];
		const kept = this.#draft.now;
		const today = localDay(now, view.home.time_zone);
		const isComing = ({ starts_at, state }: Session) =>
			state !== 'recorded' && localDay(starts_at, view.home.time_zone) >= today;
		const coming = view.sessions.filter(isComing);
		return coming.flatMap((session) => changeOf(session, kept[session.id]) ?? []);
	}

	/** "OK, I have seen it." */
	saw({ session }: Change): void {
		const plan = session.state === CANCELLED ? CANCELLED : planOf(session)?.seen;
		if (plan) this.#draft.change({ [session.id]: plan });
	}
}

function changeOf(session: Session, was: Seen | typeof CANCELLED | undefined): Change | null {
	if (session.state === CANCELLED) {
		const off = session.events.findLast((event) => event.kind === CANCELLED);
		return off && was !== CANCELLED ? { kind: CANCELLED, session, because: off.because, by: off.person_id } : null;
	}
	const plan = planOf(session);
	if (!plan || was === undefined || was === CANCELLED || isSame(was, plan.seen)) return null;
	return { kind: 'changed', session, was, is: plan.seen, by: plan.by };
}

/** The plan as its worker made it last: what I picked myself is no change to me. */
function planOf({ events }: Session): { seen: Seen; by: Id } | null {
	const plan = events.findLast((event): event is Extract<SessionEvent, Seen> => 'starts_at' in event);
	if (!plan) return null;
	const { starts_at, place, how, purpose, aims, person_id } = plan;
	return { seen: { starts_at, place, how, purpose, aims: aims ?? [] }, by: person_id };
}

const isSame = (a: Seen, b: Seen): boolean =>
	Date.parse(a.starts_at) === Date.parse(b.starts_at) &&
	a.place === b.place &&
	a.how === b.how &&
	a.purpose === b.purpose &&
	String(a.aims ?? '') === String(b.aims ?? '');
