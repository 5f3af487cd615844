import { describe, expect, it } from 'vitest';
import { isBlank, isWhole, lengthAsJson, lengthOf, tidy } from './words.ts';

describe('what a child typed', () => {
	it('loses only what no database can keep, and spaces at the ends', () => {
		expect(tidy('  see my\nbrother \0')).toBe('see my\nbrother');
		expect(tidy('half a whale: \ud83d')).toBe('half a whale: \ufffd');
		expect(tidy('🐋')).toBe('🐋');
	});

	it('is as long as the database says: an emoji is one', () => {
		expect(lengthOf('🐋🐋')).toBe(2);
		expect(lengthOf('أخي')).toBe(3);
		expect(lengthOf(null)).toBe(0);
	});

	it('is as long in JSON as the database writes it, whatever is in the words', () => {
		expect(lengthAsJson([])).toBe('[]'.length);
		expect(lengthAsJson({ wish: 'a' })).toBe('{"wish": "a"}'.length);
		const things = [{ words: 'tea,\n  "cake": 🐋', symbol: null }, { words: '' }];
		expect(lengthAsJson(things)).toBe(
			[...'[{"words": "tea,\\n  \\"cake\\": 🐋", "symbol": null}, {"words": ""}]'].length
		);
	});

	it('of one space says nothing', () => {
		expect(isBlank(' \n')).toBe(true);
		expect(isBlank('\u00a0\u200b\u2060\u3000\ufeff')).toBe(true);
		expect(isBlank('\u200f أخي')).toBe(false);
		expect(isBlank(null)).toBe(true);
		expect(isBlank(' x')).toBe(false);
	});

	it('can be kept when no text in it is broken, however deep', () => {
		expect(isWhole({ words: 'x', list: [{ words: 'y', picture: null }], many: 3 })).toBe(true);
		expect(isWhole({ list: [{ words: '\ud83d' }] })).toBe(false);
		expect(isWhole({ words: 'a\0b' })).toBe(false);
	});
});
