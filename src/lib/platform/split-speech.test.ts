import { describe, expect, it } from 'vitest';
import { splitSpeech } from './split-speech.ts';

describe('a long text, since some browsers fall silent after 15 seconds', () => {
	const sentence = 'You can ask for an advocate, who is on your side. ';

	it('is said sentence by sentence', () => {
		expect(splitSpeech(`Staff held you. What now?\nA list\n\n…\n${sentence}`)).toEqual([
			'Staff held you.',
			'What now?',
			'A list',
			sentence.trim()
		]);
	});

	it('is cut at a comma or between two words, and nothing of it is lost', () => {
		const long = `${'word '.repeat(50)}and so on, ${'more '.repeat(30)}`.trim();
		const pieces = splitSpeech(long);
		expect(pieces.every(({ length }) => length <= 160)).toBe(true);
		expect(pieces.join(' ')).toBe(long);
	});

	it('is cut also where it has no gap', () => {
		expect(splitSpeech('a'.repeat(1000)).join('')).toBe('a'.repeat(1000));
	});

	it('keeps a number whole', () => {
		expect(splitSpeech('Ring 0800 1111. It is open at 4.10 today.')).toEqual([
			'Ring 0800 1111.',
			'It is open at 4.10 today.'
		]);
	});
});
