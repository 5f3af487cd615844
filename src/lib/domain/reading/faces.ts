import { endOfDay } from '../time/days.ts';
import type { Draft } from './facts.ts';
import { instant, timeOf } from '../time/instants.ts';
import { personOf, isHereAndAtWork } from '../me.ts';
import { whoWillSee } from './reading.ts';
import type { Id, Reader, Time } from '../item.ts';
import type { View } from '../view.ts';

/** Everybody to show before sending, and to name in `shown`: who can read it now or later, with words or without. */
export function facesToShow(view: View, draft: Omit<Draft, 'shown'>, now: Time): Id[] {
	const readers = whoWillSee(view, { ...draft, shown: [] }, now);
	return [...new Set(readers.map(({ person_id }) => person_id))];
}

/** Null when somebody reads it today. Else when the first of them is back; null where that is not known. */
export function nobodyToday(view: View, readers: Reader[], now: Time): { back: Time | null } | null {
	const times = readers.flatMap((reader) => (reader.words ? [firstThere(view, reader, now)] : []));
	const first = Math.min(Infinity, ...times);
	return first < instant(endOfDay(now, view.home.time_zone)) ? null : { back: timeOf(first) };
}

/** When this person is first there to read it, in milliseconds. */
function firstThere(view: View, reader: Reader, now: Time): number {
	const person = personOf(view, reader.person_id);
	if (!person?.joined || !isHereAndAtWork(person)) return Infinity;
	const there = hereFrom(view, reader.person_id, Math.max(instant(now), instant(reader.from_at)));
	return there < instant(reader.until) ? there : Infinity;
}

/** When somebody is here, from that time on: after one absence comes perhaps the next. */
export function hereFrom(view: View, worker: Id, from: number): number {
	const ends = view.away.flatMap(({ worker_id, from_at, until }) =>
		worker_id === worker && instant(from_at) <= from && from < instant(until) ? [instant(until)] : []
	);
	return ends.length === 0 ? from : hereFrom(view, worker, Math.max(...ends));
}
