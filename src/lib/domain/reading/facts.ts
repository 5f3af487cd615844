import { HOUR, instant, isAt } from '../time/instants.ts';
import type { Away, Home, KeyWorker, Person, Role, View } from '../view.ts';
import type { Id, Item, Time } from '../item.ts';
import { isOnlyRead, type ItemKind } from '../vocabulary/items.ts';

/** A person as the rule of reading knows one. Milliseconds; `works_until` also ends when they are not at work. */
export interface Present {
	id: Id;
	role: Role;
	from: number;
	left: number;
	works_until: number;
}

/** A home as the rule of reading knows it. */
export interface Facts {
	people: Map<Id, Present>;
	key_workers: KeyWorker[];
	away: Away[];
}

/** An item as the rule of reading knows it. Milliseconds; `moves` is null for what never moves. */
export interface Addressed {
	kind: ItemKind;
	child_id: Id;
	author_id: Id;
	about_id: Id | null;
	may_move: boolean;
	sent: number;
	asked: number;
	opened: number | null;
	closed: number;
	taken_back: boolean;
	moves: { unread: number; answer: number } | null;
	picked: { id: Id; as_key_worker: boolean }[];
	left_out: Id[];
	shown: Id[];
	opened_by: Id[];
	raised: { with_ids: Id[]; at: number }[];
}

/** A draft, before it is sent. `child` is needed for a note only: everything else is the child's own. */
export interface Draft {
	kind: ItemKind;
	child?: Id;
	readers: Id[];
	left_out: Id[];
	may_move: boolean;
	shown: Id[];
	about: Id | null;
}

/** What a view shows of the home. It says who is not at work but not since when: what is asked anew does not need it. */
export function factsOf(view: View): Facts {
	const people = view.people.map((person) => [person.id, presentOf(person)] as const);
	return { people: new Map(people), key_workers: view.key_workers, away: view.away };
}

function presentOf({ id, role, at_work, left_at }: Person): Present {
	const left = instant(left_at);
	return { id, role, from: -Infinity, left, works_until: at_work ? left : -Infinity };
}

/** A draft as if it were sent now. */
export function draftedItem(view: View, draft: Draft, now: Time): Addressed {
	const child_id = draft.child ?? view.me;
	const sent = instant(now);
	return {
		kind: draft.kind,
		child_id,
		author_id: view.me,
		about_id: draft.about,
		may_move: draft.may_move,
		sent,
		asked: sent,
		opened: null,
		closed: Infinity,
		taken_back: false,
		moves: movesOf(hoursOf(draft.kind, view.home)),
		picked: picks(draft.readers, keyWorkersAmong(view, child_id, draft.readers, now)),
		left_out: draft.left_out,
		shown: draft.shown,
		opened_by: [],
		raised: []
	};
}

/** An item of one's own, as the view shows it. */
export function sharedItem(view: View, item: Item): Addressed {
	const sent = instant(item.sent_at);
	return {
		...item,
		sent,
		asked: instant(item.asked_at),
		opened: item.opened_at === null ? null : instant(item.opened_at),
		closed: instant(item.closed_at),
		taken_back: item.taken_back_at !== null,
		moves: movesOf(item),
		picked: picks(pickedOf(item), asKeyWorker(view, item)),
		left_out: leftOutOf(item),
		shown: shownTo(item),
		opened_by: openedBy(item),
		raised: item.events.flatMap((event) =>
			event.kind === 'raised' ? [{ with_ids: event.with_ids, at: instant(event.at) }] : []
		)
	};
}

/** What only its author is shown: for anybody else, nobody was picked, left out or shown. */
export const pickedOf = ({ picked }: Item): Id[] => picked ?? [];
export const leftOutOf = ({ left_out }: Item): Id[] => left_out ?? [];
export const shownTo = ({ shown }: Item): Id[] => shown ?? [];

/** Who opened it, so that all may know: whoever opens it only since it was shared to keep safe stops no clock. */
export function openedBy(item: Item): Id[] {
	return item.events.flatMap(({ kind, person_id, at }) =>
		kind === 'opened' && stoppedClock(item, at) ? [person_id] : []
	);
}

/** Whether an opening at that time was such that all may know. */
export const stoppedClock = ({ asked_at, opened_at }: Item, at: Time): boolean =>
	instant(at) < instant(asked_at) || instant(at) >= instant(opened_at);

/** After how many hours an item of this kind moves on: a topic and a note never do. */
export function hoursOf(kind: ItemKind, home: Pick<Home, 'unread_hours' | 'answer_hours' | 'complaint_hours'>) {
	if (kind === 'topic' || isOnlyRead(kind)) return { unread_hours: null, answer_hours: null };
	const answer_hours = kind === 'complaint' ? home.complaint_hours : home.answer_hours;
	return { unread_hours: home.unread_hours, answer_hours };
}

function movesOf(rule: Pick<Item, 'unread_hours' | 'answer_hours'>): Addressed['moves'] {
	const { unread_hours: unread, answer_hours: answer } = rule;
	if (unread === null || answer === null) return null;
	return { unread: unread * HOUR, answer: answer * HOUR };
}

const picks = (ids: Id[], keyWorkers: Id[]): Addressed['picked'] =>
	ids.map((id) => ({ id, as_key_worker: keyWorkers.includes(id) }));

/** Those picked as the child's key worker: then the child's other key workers are next. */
export const asKeyWorker = (view: View, item: Item): Id[] =>
	item.as_key_worker ?? keyWorkersAmong(view, item.child_id, pickedOf(item), item.sent_at);

/** Those of them who are key workers of this child at this time. */
export function keyWorkersAmong(view: View, child: Id, ids: Id[], at: Time): Id[] {
	const relations = view.key_workers.filter((one) => one.child_id === child && isAt(one, at));
	return ids.filter((id) => relations.some(({ worker_id }) => worker_id === id));
}
