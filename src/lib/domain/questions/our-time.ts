import { isAt } from '../instants.ts';
import { personOf } from '../me.ts';
import { coverFor } from './of-view.ts';
import type { Agreement, Id, Session, Time, View } from '../view.ts';

/** Who can see our time, as the database has it: my key workers, who covers for them now, the managers. */
export function whoSeesOurTime(view: View, now: Time): Id[] {
	const workers = view.key_workers
		.filter((one) => one.child_id === view.me && isAt(one, now))
		.map((one) => one.worker_id);
	const covers = workers.flatMap((id) => coverFor(view, id, now)?.id ?? []);
	const managers = view.people
		.filter(({ role, left_at }) => role === 'manager' && left_at === null)
		.map(({ id }) => id);
	return [...new Set([...workers, ...covers, ...managers])].filter((id) => personOf(view, id)?.at_work);
}

/** The last time that was written down. */
export function lastTime(view: View): Session | null {
	const done = view.sessions.filter(({ child_id, state }) => child_id === view.me && state === 'recorded');
	return done.sort((a, b) => b.starts_at.localeCompare(a.starts_at))[0] ?? null;
}

/** "How we meet": the newest version that somebody offered. */
export function newestAgreement(view: View): Agreement | null {
	const mine = view.agreements.filter(({ child_id }) => child_id === view.me);
	return mine.sort((a, b) => b.made_at.localeCompare(a.made_at))[0] ?? null;
}
