import { compare, instant } from '../../time/instants.ts';
import { personOf } from '../../me.ts';
import type { Id } from '../../item.ts';
import type { KeyWorker, Person, View } from '../../view.ts';

/** Somebody who was a child's key worker: until when, why no longer, and who came after them. */
export interface Change {
	was: KeyWorker & { until: string };
	before: Person;
	after: Person | null; // null: nobody yet
}

/** The changes of a child's key workers, newest first. Somebody who came back is no change any more. */
export function keyWorkerChanges(view: View, child: Id): Change[] {
	const mine = view.key_workers.filter(({ child_id }) => child_id === child);
	const isStill = (worker: Id) => mine.some(({ worker_id, until }) => worker_id === worker && until === null);
	return mine
		.flatMap((was) => {
			const before = personOf(view, was.worker_id);
			if (was.until === null || !before || isStill(was.worker_id)) return [];
			return [{ was: { ...was, until: was.until }, before, after: whoCameAfter(view, mine, was) }];
		})
		.sort((a, b) => compare([instant(b.was.until), b.was.id], [instant(a.was.until), a.was.id]));
}

/** The first in the same place from then on. */
function whoCameAfter(view: View, mine: KeyWorker[], was: KeyWorker): Person | null {
	const later = mine
		.filter(({ place, from_at }) => place === was.place && instant(from_at) >= instant(was.until))
		.sort((a, b) => compare([instant(a.from_at)], [instant(b.from_at)]));
	return personOf(view, later[0]?.worker_id ?? null) ?? null;
}
