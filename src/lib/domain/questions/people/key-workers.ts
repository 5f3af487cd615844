import { personOf } from '../../me.ts';
import { sharedItem } from '../../reading/facts.ts';
import { mayGiveTo } from '../items/may-change-readers.ts';
import { instant, isAt } from '../../time/instants.ts';
import type { Card, KeyWorker, Person, View } from '../../view.ts';
import type { Id, Item, Time } from '../../item.ts';
import { cardOf } from './cards.ts';
import { awayUntil, coverHere } from './cover.ts';

/** A key worker as a child meets one. The card may still have to be made: a name is enough on the first night. */
export interface KeyWorkerNow {
	person: Person;
	place: 1 | 2;
	card: Card | null;
	away_until: Time | null;
	cover: Person | null; // who is not away, too
}

/** Who is a child's key worker now, the first place first. */
export const keyWorkersOf = (view: View, child: Id, now: Time): KeyWorker[] =>
	view.key_workers.filter((one) => one.child_id === child && isAt(one, now)).sort((a, b) => a.place - b.place);

/** Whose key worker somebody is now. */
export const childrenOf = (view: View, worker: Id, now: Time): Id[] =>
	view.key_workers.filter((one) => one.worker_id === worker && isAt(one, now)).map(({ child_id }) => child_id);

/** Who was a child's key worker and is not now, the last first: each time that they were. */
export const keyWorkersBefore = (view: View, child: Id, now: Time): KeyWorker[] =>
	view.key_workers
		.filter((one) => one.child_id === child && one.until !== null && !isAt(one, now))
		.sort((a, b) => instant(b.until) - instant(a.until));

/** My key workers of now, the first place first. */
export const myKeyWorkers = (view: View, now: Time): Id[] =>
	keyWorkersOf(view, view.me, now).map(({ worker_id }) => worker_id);

/** A child's key workers of now, in their places, with what a child is told of each. */
export function cardsFor(view: View, child: Id, now: Time): KeyWorkerNow[] {
	return keyWorkersOf(view, child, now).flatMap(({ worker_id, place }) => {
		const person = personOf(view, worker_id);
		if (!person) return [];
		const cover = coverHere(view, worker_id, now, child);
		return [{ person, place, card: cardOf(view, worker_id), away_until: awayUntil(view, worker_id, now), cover }];
	});
}

/** A child's key workers of now who do not get what went to one who is not the child's key worker any more. */
export function newKeyWorkersFor(view: View, item: Item, now: Time): Id[] {
	if (item.author_id !== view.me || item.kind === 'request') return [];
	if (formerKeyWorkers(view, item, now).length === 0) return [];
	const since = keyWorkersOf(view, view.me, now).filter((one) => instant(one.from_at) > instant(item.sent_at));
	return since.map(({ worker_id }) => worker_id).filter((id) => mayGiveTo(view, item, id, now));
}

/** Who was picked while they were the child's key worker, and is not now. */
export function formerKeyWorkers(view: View, item: Item, now: Time): Id[] {
	const theirs = keyWorkersOf(view, item.child_id, now).map(({ worker_id }) => worker_id);
	return sharedItem(view, item).picked.flatMap(({ id, as_key_worker }) =>
		as_key_worker && !theirs.includes(id) ? [id] : []
	);
}
