import { can } from '../../abilities.ts';
import { HOUR, instant } from '../../time/instants.ts';
import type { Id, Item, Time } from '../../item.ts';
import type { Person, View } from '../../view.ts';
import { leftOutOf } from '../../reading/facts.ts';
import { whoCouldGetIt } from './addressees.ts';
import { canRead, seenBy } from './item-readers.ts';

/** How far a complaint came. `answer_by`: a day that somebody named, else when the home's time for complaints is over. */
export interface ComplaintFacts {
	got: { person_id: Id; at: Time } | null;
	deals: Id | null;
	answer_by: Time | null;
	isLate: boolean; // it is still open after that, or was answered after it
}

export function complaintFacts(item: Item, now: Time): ComplaintFacts {
	const since = item.events.filter(({ at }) => instant(at) >= instant(item.asked_at));
	const opened = since.find(({ kind, person_id }) => kind === 'opened' && seenBy(item).includes(person_id));
	const handled = since.findLast((event) => event.kind === 'handled');
	const clock =
		item.answer_hours === null ? null : new Date(instant(item.asked_at) + item.answer_hours * HOUR).toISOString();
	const answer_by = handled ? `${handled.by_day}T23:59:59.999Z` : clock;
	const until = instant(item.answered_at ?? now);
	return {
		got: opened ? { person_id: opened.person_id, at: opened.at } : null,
		deals: handled?.person_id ?? null,
		answer_by,
		isLate: answer_by !== null && until > instant(answer_by)
	};
}

/** Who is above those who answered my complaint, and can look at it again. Null: nobody, or they have it already. */
export function whoLooksAgain(view: View, item: Item, now: Time): Person | null {
	const out = [...leftOutOf(item), ...canRead(item, now)];
	const above = whoCouldGetIt(view, now, { about: item.about_id }).filter(({ role }) => can(role, 'oversee'));
	return above.find(({ id, at_work, joined }) => at_work && joined && !out.includes(id)) ?? null;
}
