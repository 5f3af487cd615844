import { isChild } from '../vocabulary/roles.ts';
import { draftedItem, factsOf, sharedItem, type Addressed, type Draft, type Facts, type Present } from './facts.ts';
import { assignedReaders, type AssignedReader } from './assigned-readers.ts';
import { compare, instant, timeOf } from '../time/instants.ts';
import type { Away, View } from '../view.ts';
import type { Id, Item, Reader, Time } from '../item.ts';
import type { Why } from '../vocabulary/items.ts';

/** Somebody who reads an item. Milliseconds, so that it can be counted with. @internal */
export interface Reading {
	person: Id;
	why: Why;
	words: boolean;
	from: number;
	until: number;
}

/** Everybody who reads an item of one's own, now or later, with words or without. Why, from when, until when. */
export function readersOf(view: View, item: Item, now: Time): Reader[] {
	return shownReaders(reads(factsOf(view), sharedItem(view, item)), now);
}

/** Everybody who would read a draft if it were sent now. */
export function whoWillSee(view: View, draft: Draft, now: Time): Reader[] {
	return shownReaders(reads(factsOf(view), draftedItem(view, draft, now)), now);
}

/**
 * The rule of the database (private.readings), a second time, for a device with no network. Left out is out, whoever they
 * cover for and whoever covers for them; the person that it is about, always. The one exception is sharing to keep safe.
 * @internal
 */
export function reads(facts: Facts, item: Addressed): Reading[] {
	return assignedReaders(facts, item)
		.flatMap((assigned) => [assigned, ...covers(facts, item, assigned)])
		.flatMap((one) => readingOf(facts, item, one));
}

interface Standing extends AssignedReader {
	cover?: Away & { cover_id: Id };
}

/** Whoever covers stands for who is away, unless the child said no. */
function covers(facts: Facts, item: Addressed, assigned: AssignedReader): Standing[] {
	if (assigned.why === 'author' || assigned.why === 'raised') return [];
	return facts.away.flatMap(({ cover_id, ...away }) => {
		if (cover_id === null || away.worker_id !== assigned.holder.id || away.refused_by.includes(item.child_id))
			return [];
		const from = Math.max(assigned.from, instant(away.from_at));
		return [{ ...assigned, cover: { ...away, cover_id }, from, until: Math.min(assigned.until, instant(away.until)) }];
	});
}

function readingOf(facts: Facts, item: Addressed, standing: Standing): Reading[] {
	const { holder, why, words, from, cover } = standing;
	const person = cover ? facts.people.get(cover.cover_id) : holder;
	if (!person || isChild(person.role) || isOut(item, why, holder, person)) return [];
	const until = Math.min(standing.until, person.works_until, holder.left);
	if (from >= until) return [];
	const wasShown = ['author', 'raised'].includes(why) || (why === 'picked' && !cover) || item.shown.includes(person.id);
	return [{ person: person.id, why: cover ? 'cover' : why, words: words && wasShown, from, until }];
}

function isOut(item: Addressed, why: Why, holder: Present, person: Present): boolean {
	const both = [holder.id, person.id];
	if (item.about_id !== null && both.includes(item.about_id)) return true;
	if (why !== 'author' && why !== 'raised' && item.left_out.some((id) => both.includes(id))) return true;
	// Taken back: only whoever had opened it still sees that it was there, and whoever wrote it or was warned by it
	return item.taken_back && why !== 'author' && why !== 'raised' && !item.opened_by.includes(person.id);
}

/** In the order in which they come to read it. */
export function byBeginning(a: Reader, b: Reader): number {
	const keys = (one: Reader) => [instant(one.from_at), one.person_id, one.why, instant(one.until)];
	return compare(keys(a), keys(b));
}

function shownReaders(readings: Reading[], now: Time): Reader[] {
	const left = readings.filter(({ until }) => until > instant(now));
	const readers = left.map(({ person, why, words, from, until }) => ({
		person_id: person,
		why,
		words,
		from_at: new Date(from).toISOString(),
		until: timeOf(until)
	}));
	return readers.sort(byBeginning);
}

/** Whether this reader gets words if the child says yes to them; without words and without this, words were not to move. */
export function getsWords(view: View, item: Item, reader: Reader): boolean {
	if (reader.words || item.may_move || reader.why !== 'cover') return reader.words || item.may_move;
	return view.away.some(
		(away) =>
			away.cover_id === reader.person_id &&
			item.picked?.includes(away.worker_id) === true &&
			instant(away.from_at) <= instant(reader.from_at) &&
			instant(reader.until) <= instant(away.until)
	);
}

/** Only because somebody shared it with me to keep safe: then I neither answer nor plan it, since that would tell. */
export function readsOnlyRaised(view: View, item: Item): boolean {
	const mine = item.readers.filter(({ person_id, words }) => person_id === view.me && words);
	return mine.length > 0 && mine.every(({ why }) => why === 'raised');
}
