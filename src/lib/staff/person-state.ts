import { isChild } from '$lib/domain/vocabulary/roles.ts';
import { awayUntil } from '$lib/domain/questions/people/cover.ts';
import type { Person } from '$lib/domain/view.ts';
import { sayDate, sayWhen } from '$lib/i18n/when.ts';
import type { Desk } from './staff-context.ts';
import { awayNow } from '$lib/domain/questions/people/absences.ts';

/** How somebody is here now: signed in, away, not at work, left. */
export function sayState(person: Person, desk: Desk): string {
	const { words } = desk;
	if (person.left_at) return words.t(($) => $.people.state.left, { day: sayDate(person.left_at, desk.clock) });
	if (!person.at_work) return words.t(($) => $.people.state.notAtWork);
	const away = awayNow(desk.view, person.id, desk.now);
	const when = away ? sayWhen(away.until, desk.clock) : '';
	if (away?.cover_id && awayUntil(desk.view, away.cover_id, desk.now) === null)
		return words.t(($) => $.people.state.away, { when, cover: desk.name(away.cover_id) });
	if (away) return words.t(($) => $.people.state.awayNobody, { when });
	if (isChild(person.role))
		return person.joined ? words.t(($) => $.people.state.joinedChild) : words.t(($) => $.people.state.notJoinedChild);
	return person.joined ? words.t(($) => $.people.state.joined) : words.t(($) => $.people.state.notJoined);
}
