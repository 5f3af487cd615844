import { describe, expect, it } from 'vitest';
import { isOver, noteOpening, noteTime, startTime } from './quick-time.ts';

const NOW = Date.parse('2026-12-01T07:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const shared = startTime(false, NOW);

describe('how long numbers open', () => {
	it.each([
		['a machine that others use, too', false, 12 * HOUR],
		['one’s own phone', true, 7 * 24 * HOUR]
	])('%s', (_, own, lasts) => {
		const time = startTime(own, NOW);
		expect(isOver(time, NOW + lasts - 1)).toBe(false);
		expect(isOver(time, NOW + lasts)).toBe(true);
	});

	it('is not stretched by a clock that is set back: that ends it', () => {
		const seen = noteTime(shared, { now: NOW + 3 * HOUR });
		expect(isOver(seen, NOW + 3 * HOUR - 4 * MINUTE)).toBe(false); // put right a little
		expect(isOver(seen, NOW + 3 * HOUR - 6 * MINUTE)).toBe(true);
		expect(isOver(shared, NOW - HOUR)).toBe(true);
	});

	it('goes on by the steady clock while a drawer is open, however still the other one stands', () => {
		let time = shared;
		for (let hour = 0; hour < 11; hour++) time = noteTime(time, { now: NOW, passed: HOUR });
		expect(isOver(time, NOW)).toBe(false);
		expect(isOver(noteTime(time, { now: NOW, passed: HOUR }), NOW)).toBe(true);
	});

	it('counts the same hour once, whoever told of it', () => {
		const time = noteTime(noteTime(shared, { now: NOW + HOUR, passed: HOUR, server: NOW }), {
			...{ now: NOW + 2 * HOUR, passed: HOUR, server: NOW + HOUR }
		});
		expect(time.used).toBe(2 * HOUR);
	});

	it('takes a minute at least for each opening, so that a clock that stands still opens for so long at most', () => {
		let time = shared;
		for (let times = 0; times < 12 * 60 - 1; times++) time = noteOpening(time, NOW);
		expect(isOver(time, NOW)).toBe(false);
		expect(isOver(noteOpening(time, NOW), NOW)).toBe(true);
	});

	it('believes the server, as soon as it is heard again', () => {
		const heard = noteTime(shared, { now: NOW + MINUTE, server: NOW + 40 * MINUTE });
		expect(isOver(noteTime(heard, { now: NOW + 2 * MINUTE, server: NOW + 11 * HOUR }), NOW)).toBe(false);
		expect(isOver(noteTime(heard, { now: NOW + 2 * MINUTE, server: NOW + 13 * HOUR }), NOW)).toBe(true);
	});
});
