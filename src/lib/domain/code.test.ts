import { describe, expect, it } from 'vitest';
import { isCode, makeCode, readCode, showCode } from './code.ts';

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

describe('a one-time code', () => {
	it('is 12 letters that look like no other letter or digit', () => {
		for (let i = 0; i < 200; i++) expect(makeCode(random)).toMatch(/^[A-HJ-NP-Z]{12}$/);
	});

	it('takes no byte that would make one letter likelier than another', () => {
		const queue = [
			[240, 255, 250, 241],
			[239, 23, 47, 24],
			[8, 8, 8, 8]
		];
		expect(makeCode(() => Uint8Array.from(queue.shift() ?? [9, 9, 9, 9]))).toBe('ZZZAJJJJKKKK');
	});

	it('draws again what could be read as a word', () => {
		const queue = ['DUCK', 'SLUG', 'EDGE', 'LEAF', 'CAVE', 'PLTM', 'QWRT', 'AXKB'];
		const spelt = (word: string) => Uint8Array.from(word, (letter) => LETTERS.indexOf(letter));
		expect(makeCode(() => spelt(queue.shift() ?? ''))).toBe('PLTMQWRTAXKB');
	});

	it('keeps more than 54 bits although such groups are left out', () => {
		let possible = 0;
		for (let i = 0; i < 24 ** 4; i++) {
			const group = [i % 24, Math.floor(i / 24) % 24, Math.floor(i / 576) % 24, Math.floor(i / 13824)];
			const drawn = [group, [0, 0, 0, 0], [0, 0, 0, 0]]; // AAAA is no word, and ends the code
			const code = makeCode(() => Uint8Array.from(drawn.shift() ?? [0, 0, 0, 0]));
			if (code.startsWith(group.map((n) => LETTERS[n]).join(''))) possible++;
		}
		expect(Math.log2(possible) * 3).toBeGreaterThan(54);
	});

	it('is read however it was typed', () => {
		expect(readCode(' abcd-efgh  jklm ')).toBe('ABCDEFGHJKLM');
		expect(readCode('abcd – efgh_jklm')).toBe('ABCDEFGHJKLM');
		expect(readCode('ＡＢＣＤ')).toBe('ABCD');
	});

	it('is shown in groups of four', () => {
		expect(showCode('ABCDEFGHJKLM')).toBe('ABCD EFGH JKLM');
		expect(showCode('')).toBe('');
	});

	it('can be told from a slip of the finger', () => {
		expect(isCode('abcd efgh jklm')).toBe(true);
		expect(isCode('abcd efgh jkl')).toBe(false);
		expect(isCode('abcd efgh jkl1')).toBe(false);
	});
});
