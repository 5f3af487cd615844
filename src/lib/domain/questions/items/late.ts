import { DAY, HOUR, instant } from '../../time/instants.ts';
import type { Item, Time } from '../../item.ts';

/** Which of the two clocks of an item ran out, and after how many hours it does. */
export interface Late {
	clock: 'unread' | 'answer';
	hours: number;
}

const CLOCKS = { unread: 'unread_hours', answer: 'answer_hours' } as const;

/** Whether one of the two clocks has run out. What has no clock is never late. */
export function isPast(item: Item, clock: Late['clock'], now: Time): boolean {
	const hours = item[CLOCKS[clock]];
	return hours !== null && instant(now) > instant(item.asked_at) + hours * HOUR;
}

/** The clock that has run out: nobody answered it, or nobody even opened it. Null: neither, or it is closed. */
export function lateOf(item: Item, now: Time): Late | null {
	if (item.closed_at !== null) return null;
	if (isPast(item, 'answer', now)) return { clock: 'answer', hours: Number(item.answer_hours) };
	return item.opened_at === null && isPast(item, 'unread', now)
		? { clock: 'unread', hours: Number(item.unread_hours) }
		: null;
}

/** How many whole days ago. */
export const daysSince = (time: Time, now: Time): number =>
	Math.max(0, Math.floor((instant(now) - instant(time)) / DAY));
