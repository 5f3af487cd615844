import { localDay } from '../days.ts';
import { hereFrom } from '../faces.ts';
import { sharedItem } from '../facts.ts';
import { compare, instant, isAt, timeOf } from '../instants.ts';
import { personOf } from '../me.ts';
import { getsWords } from '../reading.ts';
import { mayGive } from '../rules/giving.ts';
import type { Away, Card, Device, Id, Item, KeyWorker, Labels, Person, Pledge, Reader, Time, View } from '../view.ts';

/** A key worker as a child meets one. The card may still have to be made: a name is enough on the first night. */
export interface KeyWorkerNow {
	person: Person;
	place: 1 | 2;
	card: Card | null;
	away_until: Time | null;
	cover: Person | null; // who is not away, too
}

/** A child's key workers of now, in their places. */
export function cardsFor(view: View, child: Id, now: Time): KeyWorkerNow[] {
	return keyWorkersOf(view, child, now).flatMap(({ worker_id, place }) => {
		const person = personOf(view, worker_id);
		if (!person) return [];
		const card = cardOf(view, worker_id);
		const cover = coverFor(view, worker_id, now, child);
		const here = cover && awayUntil(view, cover.id, now) === null ? cover : null;
		return [{ person, place, card, away_until: awayUntil(view, worker_id, now), cover: here }];
	});
}

/** Who is a child's key worker now, the first place first. */
export const keyWorkersOf = (view: View, child: Id, now: Time): KeyWorker[] =>
	view.key_workers.filter((one) => one.child_id === child && isAt(one, now)).sort((a, b) => a.place - b.place);

export const cardOf = (view: View, person: Id): Card | null =>
	view.cards.find(({ person_id }) => person_id === person) ?? null;

/** Staff without a card: it is due. */
export function needsCard(view: View, person: Id = view.me): boolean {
	return (personOf(view, person)?.role ?? 'child') !== 'child' && cardOf(view, person) === null;
}

/** When somebody who is away now is back; null: they are here. */
export function awayUntil(view: View, worker: Id, now: Time): Time | null {
	const back = hereFrom(view, worker, instant(now));
	return back > instant(now) ? timeOf(back) : null;
}

/** Who covers now for somebody who is away, unless the child said no to them. They may be away, too: they can read all the same. */
export function coverFor(view: View, worker: Id, now: Time, child: Id = view.me): Person | null {
	const covers = (away: Away) => away.worker_id === worker && isAt(away, now) && !away.refused_by.includes(child);
	const people = view.away.filter(covers).map(({ cover_id }) => personOf(view, cover_id));
	return people.find((person) => person?.left_at === null && person.at_work) ?? null;
}

/** What is on a child's list, in the child's order. */
export function topicsOf(view: View, child: Id): Item[] {
	const keys = (one: Item) => [one.place ?? Infinity, instant(one.sent_at)];
	return view.items
		.filter((one) => one.kind === 'topic' && one.child_id === child && one.closed_at === null)
		.sort((a, b) => compare(keys(a), keys(b)));
}

/** What was asked for and has no answer yet, oldest first. */
export function openWishes(view: View, child: Id = view.me): Item[] {
	return view.items
		.filter((one) => one.kind === 'wish' && one.child_id === child && one.closed_at === null)
		.sort(byAge);
}

/** Answers of which the child has not said yet whether they helped, newest first. */
export function unseenAnswers(view: View): Item[] {
	return view.items
		.filter((one) => one.child_id === view.me && one.answered_at !== null && one.taken_back_at === null)
		.filter((one) => !one.events.some(({ kind, at }) => kind === 'helped' && instant(at) >= instant(one.answered_at)))
		.sort((a, b) => instant(b.answered_at) - instant(a.answered_at));
}

/** The child's unanswered wishes and topics, which stand first where a session is planned. Oldest first. */
export function planFirst(view: View, child: Id): Item[] {
	return view.items
		.filter((one) => (one.kind === 'wish' || one.kind === 'topic') && one.child_id === child && one.closed_at === null)
		.sort(byAge);
}

/** Who reads an item by now but gets no words before the child says yes. */
export function readersNeedingYes(view: View, item: Item, now: Time): Reader[] {
	return item.readers.filter((reader) => !reader.words && isAt(reader, now) && getsWords(view, item, reader));
}

/** A child's key workers of now who do not get what went to one who is not the child's key worker any more. */
export function newKeyWorkersFor(view: View, item: Item, now: Time): Id[] {
	if (item.author_id !== view.me || item.kind === 'request') return [];
	if (formerKeyWorkers(view, item, now).length === 0) return [];
	const since = keyWorkersOf(view, view.me, now).filter((one) => instant(one.from_at) > instant(item.sent_at));
	return since.map(({ worker_id }) => worker_id).filter((id) => mayGive(view, item, id, now));
}

/** Who was picked while they were the child's key worker, and is not now. */
export function formerKeyWorkers(view: View, item: Item, now: Time): Id[] {
	const mine = keyWorkersOf(view, item.child_id, now).map(({ worker_id }) => worker_id);
	return sharedItem(view, item).picked.flatMap(({ id, as_key_worker }) =>
		as_key_worker && !mine.includes(id) ? [id] : []
	);
}

/** Devices of mine that somebody added, and that I have neither approved nor stopped nor cut off. */
export function newDevices(view: View): Device[] {
	return view.devices.filter(
		({ id, person_id, approved_at, cut_off_at, stop }) =>
			person_id === view.me && id !== view.login && approved_at === null && cut_off_at === null && stop === null
	);
}

/** Whether a child's device may have gone with the adult who added it: they do not work here now, and nobody since has said yes to it. */
export function mayHaveGone(
	view: View,
	{ person_id, invited_by, approved_at, approved_by, cut_off_at }: Device
): boolean {
	const isAtWork = (id: Id): boolean => personOf(view, id)?.left_at === null && personOf(view, id)?.at_work === true;
	if (personOf(view, person_id)?.role !== 'child' || cut_off_at !== null || approved_at !== null) return false;
	return invited_by !== null && !isAtWork(invited_by) && !approved_by.some(isAtWork);
}

/** Promises that are still open, soonest first, and which of them are late. */
export function promisesDue(view: View, now: Time) {
	const today = localDay(now, view.home.time_zone);
	return view.promises
		.filter(({ kept }) => kept === null)
		.sort(byDue)
		.map((promise) => ({ promise, late: promise.due < today }));
}

/** The home's own words for things; where it has none, the product's word stands. */
export function labels(view: View): Labels {
	return Object.fromEntries(Object.entries(view.home.labels).filter(([, label]) => label.trim() !== ''));
}

/** Soonest first, and then in the order in which they were made. */
export function byDue(a: Pledge, b: Pledge): number {
	const keys = (one: Pledge) => [one.due, instant(one.made_at), one.id];
	return compare(keys(a), keys(b));
}

export function byAge(a: Item, b: Item): number {
	return compare([instant(a.asked_at), a.id], [instant(b.asked_at), b.id]);
}
