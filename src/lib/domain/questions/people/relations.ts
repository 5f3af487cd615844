import { instant, isAt } from '../../time/instants.ts';
import type { Id, Time } from '../../item.ts';
import type { KeyWorker, View } from '../../view.ts';

/** Whose key worker somebody is now. */
export const childrenOf = (view: View, worker: Id, now: Time): Id[] =>
	view.key_workers.filter((one) => one.worker_id === worker && isAt(one, now)).map(({ child_id }) => child_id);

/** Who was a child's key worker and is not now, the last first: each time that they were. */
export const keyWorkersBefore = (view: View, child: Id, now: Time): KeyWorker[] =>
	view.key_workers
		.filter((one) => one.child_id === child && one.until !== null && !isAt(one, now))
		.sort((a, b) => instant(b.until) - instant(a.until));
