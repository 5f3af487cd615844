import { describe, expect, it } from 'vitest';
import { isSessionEvent } from './event-shapes.ts';

const by = { id: 'event', person_id: 'robin', at: '2026-12-01T10:00:00.000Z' };

describe('what a child said about a time', () => {
	const asked = { ...by, kind: 'other_time_asked', words: '' };
	const tapped = { ...by, kind: 'tapped', mine: 'yes', ended: 'good' };

	it('may be a day and a part of it', () => {
		expect(isSessionEvent({ ...asked, day: '2026-12-05', part: 'midday' })).toBe(true);
		expect(isSessionEvent({ ...asked, day: null, part: null })).toBe(true);
		expect(isSessionEvent({ ...asked, day: 'Saturday', part: null })).toBe(false);
		expect(isSessionEvent({ ...asked, day: null, part: 'night' })).toBe(false);
	});

	it('is as it was where a snapshot of before is read', () => {
		expect(isSessionEvent({ ...asked, words: 'Later' })).toBe(true);
		expect(isSessionEvent(tapped)).toBe(true);
	});

	it('may be a line beside the two taps', () => {
		expect(isSessionEvent({ ...tapped, words: 'We laughed.' })).toBe(true);
		expect(isSessionEvent({ ...tapped, words: null })).toBe(true);
		expect(isSessionEvent({ ...tapped, words: 5 })).toBe(false);
	});
});
