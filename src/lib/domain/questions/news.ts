import { localDay } from '../time/days.ts';
import { compare, DAY, instant } from '../time/instants.ts';
import type { Device } from '../device.ts';
import type { Id, Item, Time } from '../item.ts';
import type { Agreement, Pledge, Session, View } from '../view.ts';
import { newDevices } from './devices/devices.ts';
import { answerOf, unseenAnswers } from './items/answers.ts';
import { readersNeedingYes } from './items/item-readers.ts';
import { lateMove } from './items/story-steps.ts';
import { keyWorkerChanges, type Change } from './people/key-worker-changes.ts';
import { keyWorkersOf, newKeyWorkersFor } from './people/key-workers.ts';
import { newestAgreement } from './time/agreements.ts';
import { isOverdue } from './time/promises.ts';
import { recordedSessions } from './time/sessions.ts';

/** Something that came back to a child. `person_id`: whose face it has. */
export type News = { id: string; at: Time; person_id: Id | null } & (
	| { kind: 'answered' | 'let_in' | 'new_worker' | 'handled' | 'late'; item: Item }
	| { kind: 'device'; device: Device }
	| { kind: 'agreement'; agreement: Agreement }
	| { kind: 'session_changed' | 'session_cancelled' | 'recorded'; session: Session }
	| { kind: 'promise_broken' | 'promise_late'; promise: Pledge }
	| { kind: 'worker_changed'; change: Change }
);

const FRESH = 14 * DAY;

/**
 * All that came back to me: answers first, then devices that I have not said whose they are, what waits for my yes, and what
 * changed in the last two weeks; of each the newest first. What I read already is for the screen to know.
 */
export function newsOf(view: View, now: Time): News[] {
	const mine = view.items.filter(({ author_id, taken_back_at }) => author_id === view.me && taken_back_at === null);
	const changed = [...changesOf(view, now), ...mine.flatMap((item) => wayOf(view, item, now))];
	return [
		...answers(view),
		...newestFirst(devices(view)),
		...newestFirst([...agreements(view), ...mine.flatMap((item) => asksAbout(view, item, now))]),
		...newestFirst(changed.filter(({ at }) => instant(now) - instant(at) < FRESH))
	];
}

const newestFirst = (news: News[]): News[] =>
	news.sort((a, b) => compare([instant(b.at), b.id], [instant(a.at), a.id]));

const answers = (view: View): News[] =>
	unseenAnswers(view).flatMap((item) => {
		const answer = answerOf(item);
		return answer ? [{ kind: 'answered', id: answer.id, at: answer.at, person_id: answer.person_id, item }] : [];
	});

const devices = (view: View): News[] =>
	newDevices(view).map((device) => ({
		...{ kind: 'device', id: device.id, at: device.made_at, person_id: device.invited_by, device }
	}));

/** "How we meet": somebody offered a version, and I have not said yes. */
function agreements(view: View): News[] {
	const agreement = newestAgreement(view, view.me);
	if (!agreement || agreement.agreed.some(({ person_id }) => person_id === view.me)) return [];
	return [{ kind: 'agreement', id: agreement.id, at: agreement.made_at, person_id: agreement.made_by, agreement }];
}

/** Whether somebody may read it, or should get it too. */
function asksAbout(view: View, item: Item, now: Time): News[] {
	const readers = readersNeedingYes(view, item, now).map(({ person_id, from_at }): News => ({
		...{ kind: 'let_in', id: `${item.id} ${person_id}`, at: from_at, person_id, item }
	}));
	const ids = newKeyWorkersFor(view, item, now);
	const workers = keyWorkersOf(view, view.me, now).filter(({ worker_id }) => ids.includes(worker_id));
	return [
		...readers,
		...workers.map(({ worker_id: person_id, from_at: at }): News => ({
			...{ kind: 'new_worker', id: `${item.id} too ${person_id}`, at, person_id, item }
		}))
	];
}

/** Who deals with it, or that it went on to the next person because it is late. */
function wayOf(view: View, item: Item, now: Time): News[] {
	const handled = item.closed_at === null ? item.events.findLast(({ kind }) => kind === 'handled') : undefined;
	const moved = lateMove(view, item, now);
	const news: News[] = [];
	if (handled) news.push({ kind: 'handled', id: handled.id, at: handled.at, person_id: handled.person_id, item });
	if (moved) news.push({ kind: 'late', id: `${item.id} ${moved.id}`, at: moved.at, person_id: null, item });
	return news;
}

function changesOf(view: View, now: Time): News[] {
	const workers = keyWorkerChanges(view, view.me).map((change): News => ({
		...{ kind: 'worker_changed', id: change.was.id, at: change.was.until, change },
		person_id: (change.after ?? change.before).id
	}));
	const toMe = view.promises.filter(({ child_id, owner_id }) => child_id === view.me && owner_id !== view.me);
	return [
		...workers,
		...toMe.flatMap((promise) => promiseNews(view, promise, now)),
		...view.sessions.flatMap((session) => sessionNews(view, session, now)),
		...writtenToMe(view)
	];
}

/** One that an adult did not keep, or whose day has gone by. */
function promiseNews(view: View, promise: Pledge, now: Time): News[] {
	const { id, due, kept, ended_at, owner_id: person_id } = promise;
	if (kept === false && ended_at !== null) return [{ kind: 'promise_broken', id, at: ended_at, person_id, promise }];
	const isLate = kept === null && isOverdue(promise, localDay(now, view.home.time_zone));
	return isLate ? [{ kind: 'promise_late', id: `${id} late`, at: `${due}T23:59:59.999Z`, person_id, promise }] : [];
}

/** What was written to me about our last time, until I have said how it was. */
function writtenToMe(view: View): News[] {
	const session = recordedSessions(view)[0];
	const record = session?.events.findLast(({ kind }) => kind === 'recorded');
	if (!session || !record || session.events.some(({ kind }) => kind === 'tapped')) return [];
	return [{ kind: 'recorded', id: record.id, at: record.at, person_id: record.person_id, session }];
}

/** A time that was moved or called off, as long as it is still to come. */
function sessionNews(view: View, session: Session, now: Time): News[] {
	if (session.child_id !== view.me || instant(session.starts_at) < instant(now)) return [];
	const last = session.events.findLast(({ kind }) => kind === 'changed' || kind === 'cancelled');
	if (!last) return [];
	const kind = last.kind === 'cancelled' ? 'session_cancelled' : 'session_changed';
	return [{ kind, id: last.id, at: last.at, person_id: last.person_id, session }];
}
