import { expect, it } from 'vitest';
import { ANSWERS, answersTo, ITEM_KINDS, needsAsked, needsDay, needsWillHappen, takesWillHappen } from './items.ts';

it('an answer says what will happen, by when or when the child hears more, and who was asked', () => {
	expect(ANSWERS.filter(needsWillHappen)).toEqual(['yes', 'partly', 'upheld', 'partly_upheld']);
	expect(ANSWERS.filter((one) => !takesWillHappen(one))).toEqual(['not_now', 'not_mine']);
	expect(ANSWERS.filter((one) => !needsDay(one))).toEqual(['no', 'not_upheld']);
	expect(ANSWERS.filter(needsAsked)).toEqual(['not_mine']);
});

it('a complaint ends in what was found, all else in what will be done', () => {
	expect(answersTo('complaint')).toEqual(['upheld', 'partly_upheld', 'not_upheld', 'not_mine']);
	const wish = answersTo('wish');
	expect(wish).toEqual(['yes', 'partly', 'no', 'not_now', 'not_mine']);
	expect(ITEM_KINDS.filter((kind) => answersTo(kind) !== wish)).toEqual(['complaint']);
});
