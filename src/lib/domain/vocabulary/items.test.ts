import { expect, it } from 'vitest';
import { ANSWERS, needsAsked, needsDay, takesDay } from './items.ts';

it('an answer says by when where something happens, and who was asked where somebody else decides', () => {
	expect(ANSWERS.filter(needsDay)).toEqual(['yes', 'partly']);
	expect(ANSWERS.filter(takesDay)).toEqual(['yes', 'partly', 'not_now', 'not_mine']);
	expect(ANSWERS.filter(needsAsked)).toEqual(['not_mine']);
});
