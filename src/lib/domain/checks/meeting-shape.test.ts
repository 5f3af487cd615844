import { expect, it } from 'vitest';
import { isBegunMeeting, meetingIfAny } from './meeting-shape.ts';

const empty = { parts: [], there: [], not_there: [], how: null };

it('draws what was begun, also what says too much, and what a newer database says beside it', () => {
	const long = { area: 'home', marks: [], words: 'x'.repeat(2000) };
	expect([empty, { ...empty, parts: [long], how: 'bit', day: null }].map(isBegunMeeting)).toEqual([true, true]);
});

it('draws nothing that it does not know', () => {
	const others = [null, { ...empty, how: 'fly' }, { ...empty, there: [1] }, { ...empty, parts: [{ area: 'moon' }] }];
	expect(others.filter(isBegunMeeting)).toEqual([]);
});

it('asks no page of what is none, nor of what an older app kept', () => {
	expect([undefined, null, empty, 'page'].map(meetingIfAny)).toEqual([true, true, true, false]);
});
