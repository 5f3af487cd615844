import { expect, it } from 'vitest';
import { aboutMeIfAny, isBegunAboutMe } from './meeting-shape.ts';

it('draws what was begun, also what says too much, and what a newer database says beside it', () => {
	const long = { part: 'one', symbol: null, words: 'x'.repeat(2000) };
	expect([{ parts: [] }, { parts: [long], more: 1 }].map(isBegunAboutMe)).toEqual([true, true]);
});

it('draws nothing that it does not know', () => {
	const others = [null, {}, { parts: [{ part: 'moon', symbol: null, words: '' }] }, { parts: [{ part: 'one' }] }];
	expect(others.filter(isBegunAboutMe)).toEqual([]);
});

it('asks nothing of any other item, nor of what an older app kept', () => {
	expect([undefined, null, { parts: [] }, 'me'].map(aboutMeIfAny)).toEqual([true, true, true, false]);
});
