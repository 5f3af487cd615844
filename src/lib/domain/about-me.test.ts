import { expect, it } from 'vitest';
import type { AboutMe } from './vocabulary/about-me.ts';
import { tidyAbout, toldOf, tooLongAbout, withTold } from './about-me.ts';

const empty: AboutMe = { parts: [] };
const sit = { part: 'helps' as const, symbol: null, words: 'Sit near me.' };

it('a part that was not told says nothing', () => {
	expect(toldOf(empty, 'talk')).toEqual({ part: 'talk', symbol: null, words: '' });
	expect(toldOf({ parts: [sit] }, 'helps')).toEqual(sit);
});

it('the parts stand in the order in which they are asked, each once', () => {
	const two = withTold({ parts: [sit] }, 'one', { symbol: 'pet' });
	expect(two.parts.map(({ part }) => part)).toEqual(['one', 'helps']);
	expect(withTold(two, 'one', { words: 'A dog.' }).parts[0]).toEqual({ part: 'one', symbol: 'pet', words: 'A dog.' });
});

it('a part that says nothing any more is none', () => {
	expect(withTold({ parts: [sit] }, 'helps', { words: ' ' })).toEqual(empty);
});

it('it is known which part says too much', () => {
	expect(tooLongAbout({ parts: [sit, { ...sit, part: 'not', words: 'x'.repeat(1001) }] })).toEqual(['not']);
});

it('it is sent without what nobody sees', () => {
	const parts = [
		{ ...sit, words: ' Sit near me. ' },
		{ ...sit, part: 'not' as const, words: ' ' }
	];
	expect(tidyAbout({ parts })).toEqual({ parts: [sit] });
});
