import { instant, isAt } from '../../time/instants.ts';
import type { Away, Session, View } from '../../view.ts';
import type { Id, Time } from '../../item.ts';
import { keyWorkersOf } from './key-workers.ts';

/** From when until when. */
export interface Span {
	from_at: Time;
	until: Time;
}

export const awayNow = (view: View, worker: Id, now: Time): Away | undefined =>
	view.away.find((away) => away.worker_id === worker && isAt(away, now));

/** Times away of these people that are not over, soonest first. */
export const absencesOf = (view: View, workers: readonly Id[], now: Time): Away[] =>
	view.away
		.filter(({ worker_id, until }) => workers.includes(worker_id) && instant(until) > instant(now))
		.sort((a, b) => instant(a.from_at) - instant(b.from_at));

/** Times away that touch a span: whoever covers must not be away then, and whoever goes may be somebody's cover. */
export const awayDuring = (view: View, span: Span): Away[] =>
	view.away.filter(
		({ from_at, until }) => instant(from_at) < instant(span.until) && instant(span.from_at) < instant(until)
	);

/** Sessions that are planned with somebody in a span. */
export const plannedDuring = (view: View, worker: Id, span: Span): Session[] =>
	view.sessions.filter(
		({ with_id, state, starts_at }) => with_id === worker && state === 'planned' && isAt(span, starts_at)
	);

/** For whom I stand in with this child, and until when. */
export function coversWith(view: View, child: Id, now: Time): Away[] {
	const workers = keyWorkersOf(view, child, now).map(({ worker_id }) => worker_id);
	const covers = (away: Away) => away.cover_id === view.me && isAt(away, now) && !away.refused_by.includes(child);
	return view.away.filter((away) => covers(away) && workers.includes(away.worker_id));
}
