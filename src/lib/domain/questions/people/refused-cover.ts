import { instant, isAt } from '../../time/instants.ts';
import type { Away, View } from '../../view.ts';
import type { Id, Time } from '../../item.ts';

/** What "until they are back" is made of: an absence that is made longer is a second one. */
function untilBack(view: View, worker: Id, back: Time, now: Time): Away[] {
	return view.away.filter(
		(one) => one.worker_id === worker && instant(one.until) > instant(now) && instant(one.from_at) < instant(back)
	);
}

/** Whether one cover is there until the worker is back, and not only for a first part of it. */
export const staysTillBack = (view: View, worker: Id, cover: Id, back: Time): boolean =>
	view.away.some((one) => one.worker_id === worker && one.cover_id === cover && instant(one.until) >= instant(back));

/** All absences of which a child says no to this cover by saying it once. */
export const toRefuse = (view: View, worker: Id, cover: Id, back: Time, now: Time): Away[] =>
	untilBack(view, worker, back, now).filter(
		({ cover_id, refused_by }) => cover_id === cover && !refused_by.includes(view.me)
	);

/** To whom I said no, of those who were to cover now. */
export const refusedCover = (view: View, worker: Id, now: Time): Id | null =>
	view.away
		.filter((one) => one.worker_id === worker && isAt(one, now) && one.refused_by.includes(view.me))
		.map(({ cover_id }) => cover_id)[0] ?? null;
