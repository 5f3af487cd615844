import { personOf, isHereAndAtWork } from '../../me.ts';
import type { View } from '../../view.ts';
import type { Id, Time } from '../../item.ts';
import { awayUntil, coverHere } from './cover.ts';
import { keyWorkersOf } from './key-workers.ts';

/** How a key worker is here today. `back`: null where they are here, and where nobody need know. */
export interface WorkerToday {
	id: Id;
	is: 'here' | 'away' | 'off';
	back: Time | null;
	cover: Id | null; // who stands in: somebody who is here, whom the child did not say no to
}

/** A child's key workers of now, in their places. */
export const workersToday = (view: View, child: Id, now: Time): WorkerToday[] =>
	keyWorkersOf(view, child, now).map(({ worker_id }) => workerToday(view, worker_id, child, now));

function workerToday(view: View, id: Id, child: Id, now: Time): WorkerToday {
	const person = personOf(view, id);
	const cover = coverHere(view, id, now, child)?.id ?? null;
	if (!person || !isHereAndAtWork(person)) return { id, is: 'off', back: null, cover };
	const back = awayUntil(view, id, now);
	return { id, is: back === null ? 'here' : 'away', back, cover };
}
