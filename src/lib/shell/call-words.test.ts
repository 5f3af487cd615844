import { expect, it } from 'vitest';
import { callOf } from '$lib/domain/testing/maple.ts';
import { drawingOf, symbolOf, wordsOf } from './call-words.ts';

const wish = (more: object) =>
	callOf('send_wish', {
		...{ id: 'wish', symbol: null, words: '', picture: null, readers: ['jo'], left_out: [], shown: ['jo'] },
		...{ may_move: false, ...more }
	});

it('what did not go is told by its picture and its drawing, too: not everybody writes', () => {
	expect(symbolOf(wish({ symbol: 'money' }))).toBe('money');
	expect(symbolOf(wish({ symbol: 'no such picture' }))).toBeNull();
	expect(drawingOf(wish({ picture: 'hash' }))).toBe('hash');
	expect(wordsOf(wish({ symbol: 'money' }))).toBeNull();
	expect(symbolOf(callOf('reopen', { id: 'event', item: 'wish', words: 'Not that' }))).toBeNull();
});
