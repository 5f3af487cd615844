import { daleChall } from 'dale-chall';
import { readFileSync } from 'node:fs';
import { spache } from 'spache';
import { syllable } from 'syllable';
import { sentencesOf, wordsOf } from '../../src/content/sentences.ts';

export { sentencesOf, wordsOf };

/** Words that children here know, and that the two American lists lack: one a line, looked at by a person. */
const ours = readFileSync(new URL('../../src/content/easy-words.txt', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'));
const easy = new Set([...daleChall, ...spache, ...ours].map((word) => word.toLowerCase()));

/** Flesch-Kincaid: the school year in which most can read it. Year 3 is about 8 years old. */
export function gradeOf(texts: readonly string[]): number {
	const sentences = texts.flatMap(sentencesOf);
	const words = sentences.flatMap(wordsOf);
	const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
	return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

const ENDINGS = [/(’s|'s|s)$/, /es$/, /d$/, /ed$/, /ing$/, /er$/, /ly$/, /ies$/];

/** Is it on the lists, or a form of a word that is? */
export function isEasy(word: string): boolean {
	const small = word.toLowerCase().replaceAll('’', "'");
	if (/^\d+$/.test(small) || easy.has(small)) return true;
	if (small.includes('-')) return small.split('-').every(isEasy);
	return ENDINGS.some((ending) => {
		const stem = small.replace(ending, '');
		if (stem === small || stem.length < 2) return false;
		const doubled = stem.replace(/(.)\1$/, '$1');
		return [stem, `${stem}e`, `${stem}y`, doubled].some((one) => easy.has(one));
	});
}
