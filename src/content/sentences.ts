import type { Pieces } from './tree.ts';

/** What is said, without what is bold, explained or leads somewhere. */
export const plain = (pieces: Pieces): string =>
	pieces.map((piece) => (typeof piece === 'string' ? piece : 'bold' in piece ? piece.bold : piece.text)).join('');

/** The sentences of a text, without what ends them. */
export const sentencesOf = (text: string): string[] =>
	text
		.split(/[.?!:;؟](?:\s|$)/)
		.map((sentence) => sentence.trim())
		.filter((sentence) => /\p{L}/u.test(sentence));

/** The words of a sentence: letters and numbers, with what joins them. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}]+)*/gu) ?? [];
