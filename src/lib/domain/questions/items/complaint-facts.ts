import { can } from '../../abilities.ts';
import { localDay } from '../../time/days.ts';
import { HOUR, instant } from '../../time/instants.ts';
import type { Day, Id, Item, Time } from '../../item.ts';
import type { Person, View } from '../../view.ts';
import { leftOutOf } from '../../reading/facts.ts';
import { answerBy } from './answers.ts';
import { whoCouldGetIt } from './addressees.ts';
import { canRead, seenBy } from './item-readers.ts';
import { sentTo } from './why-i-read.ts';

/** How far a complaint came, for whoever reads it. */
export interface ComplaintFacts {
	got: { person_id: Id; at: Time } | null; // who opened it first since it was last asked
	isHandled: boolean; // somebody said that they deal with it, since it was last asked
	deals: Id[]; // who that is; before that, to whom it went
	answer_by: Day | null; // the day that somebody named, else the last of the home's days for complaints
	isLate: boolean; // still open after that day, or answered after it
}

export function complaintFacts(view: View, item: Item, now: Time): ComplaintFacts {
	const { time_zone } = view.home;
	const since = item.events.filter(({ at }) => instant(at) >= instant(item.asked_at));
	const opened = since.find(({ kind, person_id }) => kind === 'opened' && seenBy(item).includes(person_id));
	const handled = answerBy(item);
	const answer_by = handled?.by_day ?? lastDay(item, time_zone);
	return {
		got: opened ? { person_id: opened.person_id, at: opened.at } : null,
		isHandled: handled !== null,
		deals: handled ? [handled.person_id] : (item.picked ?? sentTo(item)),
		answer_by,
		isLate: answer_by !== null && localDay(item.answered_at ?? now, time_zone) > answer_by
	};
}

function lastDay({ asked_at, answer_hours }: Item, time_zone: string): Day | null {
	if (answer_hours === null) return null;
	return localDay(new Date(instant(asked_at) + answer_hours * HOUR).toISOString(), time_zone);
}

/** Whom nothing of it ever reaches, as its author decided: whoever it is about, and whoever was left out. */
export const shutOutOf = (item: Item): Id[] => [...(item.about_id === null ? [] : [item.about_id]), ...leftOutOf(item)];

/** Who is above those who answered my complaint, and can look at it again. Null: nobody, or they have it already. */
export function whoLooksAgain(view: View, item: Item, now: Time): Person | null {
	const not = [...shutOutOf(item), ...canRead(item, now)];
	const above = whoCouldGetIt(view, now, { about: item.about_id }).filter(({ role }) => can(role, 'oversee'));
	return above.find(({ id, at_work, joined }) => at_work && joined && !not.includes(id)) ?? null;
}
