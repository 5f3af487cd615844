import { expect, it } from 'vitest';
import { clockAt, timeAt } from './home-time.ts';

const LONDON = 'Europe/London';

it('reads the clocks of the home, not of the device', () => {
	expect(timeAt('2026-11-26', '16:30', LONDON)).toBe('2026-11-26T16:30:00.000Z');
	expect(timeAt('2026-07-02', '16:30', LONDON)).toBe('2026-07-02T15:30:00.000Z');
	expect(timeAt('2026-07-02', '00:15', LONDON)).toBe('2026-07-01T23:15:00.000Z');
	expect(timeAt('2026-07-02', '16:30', 'Pacific/Auckland')).toBe('2026-07-02T04:30:00.000Z');
});

it('takes the earlier of an hour that comes twice, and knows an hour that never comes', () => {
	expect(timeAt('2026-10-25', '01:30', LONDON)).toBe('2026-10-25T00:30:00.000Z');
	expect(timeAt('2026-03-29', '01:30', LONDON)).toBeNull();
	expect(timeAt('2026-03-29', '02:00', LONDON)).toBe('2026-03-29T01:00:00.000Z');
});

it('is not a time without a day or without an hour', () => {
	expect(timeAt('', '16:30', LONDON)).toBeNull();
	expect(timeAt('2026-11-26', '', LONDON)).toBeNull();
});

it('says a time as a field takes it, midnight as 00', () => {
	expect(clockAt('2026-07-02T15:30:00.000Z', LONDON)).toBe('16:30');
	expect(clockAt('2026-11-26T00:05:00.000Z', LONDON)).toBe('00:05');
});
