import { isChild } from '$lib/domain/vocabulary/roles.ts';
import { awayUntil } from '$lib/domain/questions/people/cover.ts';
import type { Person } from '$lib/domain/view.ts';
import { sayDate, sayWhen } from '$lib/i18n/when.ts';
import type { StaffContext } from './staff-context.ts';
import { awayNow } from '$lib/domain/questions/people/absences.ts';

/** How somebody is here now: signed in, away, not at work, left. */
export function sayState(person: Person, staff: StaffContext): string {
	const { words } = staff;
	if (person.left_at) return words.t(($) => $.people.state.left, { day: sayDate(person.left_at, staff.clock) });
	if (!person.at_work) return words.t(($) => $.people.state.notAtWork);
	const away = awayNow(staff.view, person.id, staff.now);
	const when = away ? sayWhen(away.until, staff.clock) : '';
	if (away?.cover_id && awayUntil(staff.view, away.cover_id, staff.now) === null)
		return words.t(($) => $.people.state.away, { when, cover: staff.name(away.cover_id) });
	if (away) return words.t(($) => $.people.state.awayNobody, { when });
	if (isChild(person.role))
		return person.joined ? words.t(($) => $.people.state.joinedChild) : words.t(($) => $.people.state.notJoinedChild);
	return person.joined ? words.t(($) => $.people.state.joined) : words.t(($) => $.people.state.notJoined);
}
