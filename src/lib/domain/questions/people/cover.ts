import { isHereAndAtWork, personOf } from '../../me.ts';
import { hereFrom } from '../../reading/faces.ts';
import { instant, isAt, timeOf } from '../../time/instants.ts';
import type { Away, Person, View } from '../../view.ts';
import type { Id, Time } from '../../item.ts';

/** When somebody who is away now is back; null: they are here. */
export function awayUntil(view: View, worker: Id, now: Time): Time | null {
	const back = hereFrom(view, worker, instant(now));
	return back > instant(now) ? timeOf(back) : null;
}

/** Who covers now for somebody who is away, unless the child said no to them. They may be away, too: they can read all the same. */
export function coverFor(view: View, worker: Id, now: Time, child: Id = view.me): Person | null {
	const covers = (away: Away) => away.worker_id === worker && isAt(away, now) && !away.refused_by.includes(child);
	const people = view.away.filter(covers).map(({ cover_id }) => personOf(view, cover_id));
	return people.find((person) => person && isHereAndAtWork(person)) ?? null;
}

/** Who covers, and is not away as well. */
export function coverHere(view: View, worker: Id, now: Time, child: Id): Person | null {
	const cover = coverFor(view, worker, now, child);
	return cover && awayUntil(view, cover.id, now) === null ? cover : null;
}
