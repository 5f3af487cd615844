import { expect, it } from 'vitest';
import { hours, NOW, topic, wish } from '../../testing/maple.ts';
import { daysSince, isPast, lateOf } from './late.ts';

const asked = (ago: number, opened: boolean) =>
	wish({ asked_at: hours(-ago), opened_at: opened ? hours(-ago + 1) : null });

it('what nobody opened is late once the first clock has run out, what nobody answered once the second has', () => {
	expect(lateOf(asked(24, false), NOW)).toBeNull(); // to the hour is in time
	expect(lateOf(asked(25, false), NOW)).toEqual({ clock: 'unread', hours: 24 });
	expect(lateOf(asked(25, true), NOW)).toBeNull();
	expect(lateOf(asked(169, true), NOW)).toEqual({ clock: 'answer', hours: 168 });
	expect(lateOf(asked(169, false), NOW)).toEqual({ clock: 'answer', hours: 168 });
});

it('what is closed is late no more, and what has no clock never is', () => {
	expect(lateOf({ ...asked(999, true), closed_at: NOW }, NOW)).toBeNull();
	expect(lateOf(topic({ asked_at: hours(-999) }), NOW)).toBeNull();
	expect(isPast(topic({ asked_at: hours(-999) }), 'unread', NOW)).toBe(false);
});

it('days are counted when they are whole, and what is still to come is of today', () => {
	expect([-23, -24, -49, 5].map((from) => daysSince(hours(from), NOW))).toEqual([0, 1, 2, 0]);
});
