import type { ComplaintLine } from '$lib/domain/questions/items/complaint-register.ts';
import { isOpenLine } from '$lib/domain/questions/items/complaint-register.ts';
import type { Finding } from '$lib/domain/vocabulary/items.ts';
import { daysBetween, localDay } from '$lib/domain/time/days.ts';
import { sayDate } from '$lib/i18n/when.ts';
import type { StaffContext } from '../staff-context.ts';

/** "First", "Second": how often the child has asked. */
export function sayStage(stage: number, { words }: StaffContext): string {
	if (stage === 1) return words.t(($) => $.complaints.stage.first);
	if (stage === 2) return words.t(($) => $.complaints.stage.second);
	return words.t(($) => $.complaints.stage.later);
}

/** About whom it is, or that it is about nobody in particular. */
export const sayAbout = ({ item }: ComplaintLine, { words, name }: StaffContext): string =>
	item.about_id === null ? words.t(($) => $.complaints.aboutHome) : name(item.about_id);

/** "2 days late." Null: it is in time, or it ended. */
export function sayDaysLate(line: ComplaintLine, { words, view, now }: StaffContext): string | null {
	if (!line.isLate || line.answer_by === null || !isOpenLine(line)) return null;
	const count = daysBetween(line.answer_by, localDay(now, view.home.time_zone));
	return words.t(($) => $.complaints.daysLate, { time: words.t(($) => $.staff.age.days, { count }) });
}

/** Where a complaint that is open stands. */
export function sayState(line: ComplaintLine, staff: StaffContext): string {
	const { words } = staff;
	const who = staff.whom(line.deals);
	if (line.state === 'handled') return words.t(($) => $.complaints.state.handled, { who });
	if (line.answer) {
		const name = staff.name(line.item.child_id);
		return words.t(($) => $.complaints.state.askedAgain, { name, day: sayDate(line.answer.at, staff.clock) });
	}
	return line.state === 'opened'
		? words.t(($) => $.complaints.state.opened)
		: words.t(($) => $.complaints.state.not_opened);
}

/** What was found, by the name that those who inspect use; or that the child took it back. */
export function sayEnd(line: ComplaintLine, staff: StaffContext): string {
	const { words } = staff;
	if (line.state === 'taken_back' || !line.answer)
		return words.t(($) => $.complaints.takenBack, { name: staff.name(line.item.child_id) });
	const { answer } = line.answer;
	return words.t((w) => w.complaints.found[answer as Finding]); // the database lets no other answer end a complaint
}
