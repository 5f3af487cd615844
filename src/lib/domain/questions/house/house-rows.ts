import { may } from '../../abilities.ts';
import { isHere } from '../../me.ts';
import { localDay } from '../../time/days.ts';
import { isChild } from '../../vocabulary/roles.ts';
import type { HandoverLine, OpenThing } from '../../house.ts';
import type { Id, Time } from '../../item.ts';
import type { Person, Pledge, Session, View } from '../../view.ts';
import { thisDevice } from '../devices/device-standing.ts';
import { daysSince } from '../items/late.ts';
import { cardOf } from '../people/cards.ts';
import { keyWorkersOf } from '../people/key-workers.ts';
import { workersToday, type WorkerToday } from '../people/worker-today.ts';
import { isOverdue, openPromises } from '../time/promises.ts';
import { nextSession, recordedSessions } from '../time/sessions.ts';
import { lateClock, openThings } from './open-things.ts';

/** So long a child counts as new; and in so many days whoever works with them has a card. */
const NEW_DAYS = 42;
const CARD_DAYS = 7;

export interface FirstStep {
	name: 'card' | 'session';
	is: 'done' | 'due' | 'late';
}

/** A child, and everything about them that I may count. */
export interface HouseRow {
	child: Person;
	things: OpenThing[]; // oldest first
	late: OpenThing[];
	last: Time | null;
	lastIsLate: boolean; // longer ago than the home's rhythm; never met: longer than that in the home
	next: Session | null;
	nextIsMissing: boolean;
	promisesLate: Pledge[];
	workers: WorkerToday[];
	steps: FirstStep[]; // of a child who is new
}

/**
 * Whether it is known what waits: not in what an older app kept, and not on a sign-in that may not be mine. Without this, nothing
 * would be told as if all were well.
 */
export const isCounted = (view: View): boolean =>
	thisDevice(view)?.own !== false && (view.handover.length > 0 || !may(view, 'hand_over'));

/** Every child here, and whoever has moved on and still waits. */
export function houseRows(view: View, now: Time): HouseRow[] {
	const open = openThings(view);
	const waits = (id: Id) => open.some(({ child_id }) => child_id === id);
	return view.people
		.filter((one) => isChild(one.role) && (isHere(one) || waits(one.id)))
		.map((child) => rowOf(view, child, open, now));
}

function rowOf(view: View, child: Person, open: OpenThing[], now: Time): HouseRow {
	const things = open.filter(({ child_id }) => child_id === child.id);
	const line = view.handover.find(({ child_id }) => child_id === child.id);
	const last = recordedSessions(view, child.id)[0]?.starts_at ?? line?.last_at ?? null;
	const next = nextSession(view, now, child.id);
	const since = last ?? line?.came_at;
	const rhythm = view.home.rhythm_days;
	const lastIsLate = rhythm !== null && since !== undefined && daysSince(since, now) > rhythm;
	const today = localDay(now, view.home.time_zone);
	return {
		child,
		things,
		late: things.filter((thing) => lateClock(thing, now) !== null),
		...{ last, lastIsLate, next, nextIsMissing: rhythm !== null && line !== undefined && next === null },
		promisesLate: openPromises(view, child.id).filter((promise) => isOverdue(promise, today)),
		workers: workersToday(view, child.id, now),
		steps: line ? stepsOf(view, line, { met: last !== null, lastIsLate }, now) : []
	};
}

/** What a child should have in the first weeks, and nothing that is not known for a fact. */
function stepsOf(
	view: View,
	{ child_id, came_at }: HandoverLine,
	{ met, lastIsLate }: { met: boolean; lastIsLate: boolean },
	now: Time
): FirstStep[] {
	const days = daysSince(came_at, now);
	if (days > NEW_DAYS) return [];
	const workers = keyWorkersOf(view, child_id, now);
	const hasCards = workers.length > 0 && workers.every(({ worker_id }) => cardOf(view, worker_id) !== null);
	const step = (name: FirstStep['name'], done: boolean, late: boolean): FirstStep => ({
		name,
		is: done ? 'done' : late ? 'late' : 'due'
	});
	return [step('card', hasCards, days > CARD_DAYS), step('session', met, lastIsLate)];
}
