import { describe, expect, it } from 'vitest';
import { daysBetween, endOfDay, isDay, isTime, isTimeZone, likelyDays, localDay, nearDay } from './days.ts';

describe('days', () => {
	it('are those of the home, not of the server', () => {
		expect(localDay('2026-07-01T23:30:00Z', 'Europe/London')).toBe('2026-07-02');
		expect(localDay('2026-12-01T23:30:00Z', 'Europe/London')).toBe('2026-12-01');
	});

	it('are the same where a browser writes whole dates in another way', () => {
		const { prototype } = Intl.DateTimeFormat;
		const format = Object.getOwnPropertyDescriptor(prototype, 'format')!;
		Object.defineProperty(prototype, 'format', { ...format, get: () => () => '01/12/2026' });
		expect(localDay('2026-12-01T23:30:00Z', 'Europe/London')).toBe('2026-12-01');
		Object.defineProperty(prototype, 'format', format);
	});

	it('end at midnight in the home, also when the clocks change', () => {
		expect(endOfDay('2026-12-01T10:00:00Z', 'Europe/London')).toBe('2026-12-02T00:00:00.000Z');
		expect(endOfDay('2026-07-01T10:00:00Z', 'Europe/London')).toBe('2026-07-01T23:00:00.000Z');
		expect(endOfDay('2026-10-25T00:30:00+01:00', 'Europe/London')).toBe('2026-10-26T00:00:00.000Z');
		expect(endOfDay('2026-03-29T00:00:00Z', 'Europe/London')).toBe('2026-03-29T23:00:00.000Z');
	});

	it('that are named most: tomorrow, Friday, in a week, and each once', () => {
		expect(likelyDays('2026-12-01')).toEqual(['2026-12-02', '2026-12-04', '2026-12-08']); // a Tuesday
		expect(likelyDays('2026-12-03')).toEqual(['2026-12-04', '2026-12-10']);
		expect(likelyDays('2026-12-04')).toEqual(['2026-12-05', '2026-12-11']);
		expect(likelyDays('2026-12-30')).toEqual(['2026-12-31', '2027-01-01', '2027-01-06']);
	});

	it('are Friday where there is room for one, and on a Friday the next day', () => {
		expect(nearDay('2026-12-01')).toBe('2026-12-04'); // a Tuesday
		expect(nearDay('2026-12-03')).toBe('2026-12-04');
		expect(nearDay('2026-12-04')).toBe('2026-12-05');
		expect(nearDay('2026-12-05')).toBe('2026-12-11');
	});

	it('are counted from one to another, also when the clocks change', () => {
		expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
		expect(daysBetween('2026-12-02', '2026-12-01')).toBe(-1);
	});

	it('are in the calendar', () => {
		expect(isDay('2028-02-29')).toBe(true);
		expect(isDay('2026-02-29')).toBe(false);
		expect(isDay('2026-13-01')).toBe(false);
		expect(isDay('Tuesday')).toBe(false);
	});

	it('and times can be read, or not', () => {
		expect(isTime('2026-12-01T10:00:00Z')).toBe(true);
		expect(isTime('soon')).toBe(false);
	});

	it('go by a time zone that there is', () => {
		expect(isTimeZone('Europe/London')).toBe(true);
		expect(['Mars/Phobos', 'posixrules', 'posix/Europe/London', '+01:00', ''].filter(isTimeZone)).toEqual([]);
	});
});
