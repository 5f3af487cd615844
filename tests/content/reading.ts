import { syllable } from 'syllable';
import { easyAmong } from '../../src/content/easy.ts';
import { easyWords } from '../../src/content/easy-list.ts';
import { sentencesOf, wordsOf } from '../../src/content/sentences.ts';

export { sentencesOf, wordsOf };

/** Is it on the lists, or a form of a word that is? */
export const isEasy = easyAmong(new Set(easyWords()));

/** Flesch-Kincaid: the school year in which most can read it. Year 3 is about 8 years old. */
export function gradeOf(texts: readonly string[]): number {
	const sentences = texts.flatMap(sentencesOf);
	const words = sentences.flatMap(wordsOf);
	const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
	return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
