import type { Item } from '$lib/domain/item.ts';
import type { Waiter } from '$lib/domain/questions/items/waiting.ts';
import type { StaffContext } from '../staff-context.ts';
import { lateOf, type Late } from '$lib/domain/questions/items/late.ts';
import { openItems } from '$lib/domain/questions/items/open-items.ts';
import { sentTo } from '$lib/domain/questions/items/why-i-read.ts';

/** "Wish, to Sam and you" */
export function sayKind(item: Item, staff: StaffContext): string {
	const kind = staff.words.t(($) => $.staff.kind[item.kind], { name: staff.names([item.author_id]) });
	const to = sentTo(item);
	if (to.length === 0 || item.kind === 'topic') return kind;
	return `${kind}, ${staff.words.t(($) => $.staff.to, { names: staff.names(to) })}`;
}

/** "24 hours", "7 days": a promise of the home as it is kept, in hours. */
export function sayHours(hours: number, { words }: StaffContext): string {
	if (hours > 24 && hours % 24 === 0) return words.t(($) => $.staff.promise.days, { count: hours / 24 });
	return words.t(($) => $.staff.promise.hours, { count: hours });
}

/** "Less than a day", "8 days": how long something waits. */
export const sayDays = (days: number, { words }: StaffContext): string =>
	days === 0 ? words.t(($) => $.staff.age.short) : words.t(($) => $.staff.age.days, { count: days });

/** "Past our 7 days for an answer." Null: it is not late. */
export function sayLate(item: Item, staff: StaffContext): string | null {
	const late = lateOf(item, staff.now);
	return late && sayClock(late, staff);
}

/** The same of a clock by itself. */
export function sayClock(late: Late, staff: StaffContext): string {
	const time = sayHours(late.hours, staff);
	return late.clock === 'answer'
		? staff.words.t(($) => $.staff.lateAnswer, { time })
		: staff.words.t(($) => $.staff.lateUnread, { time });
}

/** Of all that waits of a child's, the worst that can be said of the clocks. Null: nothing is late. */
export function lateWords({ child, late_answer, late_unread }: Waiter, staff: StaffContext): string | null {
	if (!late_answer && !late_unread) return null;
	const late = openItems(staff.view, child.id).filter((item) => lateOf(item, staff.now) !== null);
	const worst = late.find((item) => lateOf(item, staff.now)?.clock === 'answer') ?? late[0];
	return worst ? sayLate(worst, staff) : null;
}
