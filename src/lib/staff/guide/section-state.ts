import { localDay } from '$lib/domain/time/days.ts';
import { DAY } from '$lib/domain/time/instants.ts';
import { sectionInForce, sectionsToReview, sectionWaiting } from '$lib/domain/questions/sections.ts';
import { marksOf, pageOf } from '$lib/domain/questions/unclear-pages.ts';
import type { Day, Time } from '$lib/domain/item.ts';
import type { SectionKey } from '$lib/domain/view.ts';
import { sayDate } from '$lib/i18n/when.ts';
import type { StaffContext } from '../staff-context.ts';

const HALF_A_YEAR = 182 * DAY;

/** When a section that is written now is looked at again, unless somebody picks another day. */
export const inHalfAYear = (now: Time, zone: string): Day =>
	localDay(new Date(Date.parse(now) + HALF_A_YEAR).toISOString(), zone);

/** How it stands with a section, a sentence each. `care`: somebody has to do something. */
export function sayStates(key: SectionKey, staff: StaffContext): { text: string; care: boolean }[] {
	const { words, view, clock } = staff;
	const written = sectionInForce(view, key);
	const states = [];
	if (written) {
		const said = { name: staff.whom([written.author_id]), day: sayDate(written.at, clock) };
		states.push({ text: words.t(($) => $.homeguide.state.written, said), care: false });
	} else states.push({ text: words.t(($) => $.homeguide.state.none), care: false });
	if (key === 'complaints' && sectionWaiting(view))
		states.push({ text: words.t(($) => $.homeguide.state.waits), care: true });
	if (written && sectionsToReview(view, localDay(staff.now, clock.zone)).includes(written))
		states.push({
			text: words.t(($) => $.homeguide.state.due, { day: sayDate(written.review_by, clock) }),
			care: true
		});
	const marks = sayMarks(key, staff);
	if (marks !== null) states.push({ text: marks, care: true });
	return states;
}

/** How many did not get what the home wrote, and what to do about it. Null: nobody said so. */
export function sayMarks(key: SectionKey, { words, view }: StaffContext): string | null {
	const count = marksOf(view, pageOf(key));
	return count === 0 ? null : `${words.t(($) => $.homeguide.marks, { count })} ${words.t(($) => $.homeguide.marksDo)}`;
}
