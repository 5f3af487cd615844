import { describe, expect, it } from 'vitest';
import { isAboutMe } from './about-me.ts';

const told = { part: 'helps', symbol: 'hug', words: 'Sit near me.' };
const one = (more: object) => ({ parts: [{ ...told, ...more }] });

describe('what a child tells of themselves', () => {
	it.each([
		['nothing', { parts: [] }],
		['a part in words alone', one({ symbol: null })],
		['a part by its picture alone', one({ words: '' })],
		['as much as there is room for', one({ words: '🐋'.repeat(1000) })],
		['several parts', { parts: [told, { ...told, part: 'talk' }] }]
	])('holds %s', (_, page) => expect(isAboutMe(page)).toBe(true));

	it.each([
		['no page', null],
		['a list', []],
		['no parts', {}],
		['a field too many', { parts: [], more: 1 }],
		['parts that are no list', { parts: {} }],
		['a part that is none', { parts: ['one'] }],
		['a part with more in it', one({ more: 1 })],
		['a part that nobody is asked of', one({ part: 'moon' })],
		['a picture that has no such name', one({ symbol: 'Not A Symbol' })],
		['a picture that is none', one({ symbol: 7 })],
		['words that are none', one({ words: null })],
		['too many words', one({ words: 'x'.repeat(1001) })],
		['a part that says nothing', one({ symbol: null, words: ' ' })],
		['one part twice', { parts: [told, told] }]
	])('does not hold %s', (_, page) => expect(isAboutMe(page)).toBe(false));
});
