import { sentencesOf, wordsOf } from '../../../content/sentences.ts';
import type { Pack } from '../../../content/pack.ts';
import { PLAINER } from './plainer.ts';

const MOST_WORDS = 12; // in a sentence, as in every page for children
const ENOUGH = 8; // words, to tell another language from a hard one
const FOREIGN = 0.6; // so many unknown words: it is written in another language, of which the list knows nothing

/** What a line is measured by. `pack`: the built-in guide, whose list says what adults call things. `isEasy`: the list of easy words. */
export interface Yardstick {
	pack: Pack | null;
	isEasy: ((word: string) => boolean) | null;
	/** Names of people here, in small letters. */
	names: ReadonlySet<string>;
}

/** What makes a line hard to read: a long sentence, an adults' word that the guide has an easier one for, words on no list. */
export type Finding =
	{ kind: 'long'; count: number } | { kind: 'word'; word: string; easier: string } | { kind: 'hard'; words: string[] };

/** What to say to whoever writes this line: long sentences first, and no word twice. */
export function findingsIn(text: string, yardstick: Yardstick): Finding[] {
	const long = sentencesOf(text)
		.map((sentence) => wordsOf(sentence).length)
		.filter((count) => count > MOST_WORDS);
	const official = officialIn(text, yardstick.pack);
	const told = official.flatMap(({ word }) => wordsOf(word.toLowerCase()));
	const hard = hardIn(text, yardstick).filter((word) => !told.includes(word.toLowerCase()));
	return [
		...long.map((count) => ({ kind: 'long' as const, count })),
		...official,
		...(hard.length > 0 ? [{ kind: 'hard' as const, words: [...new Set(hard)] }] : [])
	];
}

function officialIn(text: string, pack: Pack | null): { kind: 'word'; word: string; easier: string }[] {
	const small = ` ${wordsOf(text).join(' ').toLowerCase()} `;
	const glossary = (pack?.['words']?.parts ?? []).map(({ title, official }) => [official ?? title, title] as const);
	const theirs = new Set(glossary.map(([official]) => official.toLowerCase()));
	return [...glossary, ...PLAINER.filter(([official]) => !theirs.has(official))]
		.filter(([official, easier]) => official !== easier && small.includes(` ${official.toLowerCase()} `))
		.map(([word, easier]) => ({ kind: 'word' as const, word, easier }));
}

/** Words that not every child knows. A capital within a sentence is a name, and names are nobody's to make easier. */
function hardIn(text: string, { isEasy, names }: Yardstick): string[] {
	if (!isEasy) return [];
	return sentencesOf(text).flatMap((sentence) =>
		wordsOf(sentence).filter(
			(word, place) =>
				isLatin(word) && (place === 0 || !/^\p{Lu}/u.test(word)) && !names.has(nameIn(word)) && !isEasy(word)
		)
	);
}

const isLatin = (word: string): boolean => /^[a-z][a-z’'-]*$/i.test(word);
const nameIn = (word: string): string => word.toLowerCase().replace(/[’']s$/, '');

/** How hard a whole section is. `hard`: of 100 words; null where nobody can say. */
export interface Figures {
	words: number;
	longest: { count: number; sentence: string };
	hard: number | null;
}

/** The figures of all lines together. Without words they are zero, and nobody says how hard. */
export function figuresOf(texts: readonly string[], yardstick: Yardstick): Figures {
	const sentences = texts.flatMap(sentencesOf);
	const counted = sentences.map((sentence) => ({ sentence, count: wordsOf(sentence).length }));
	const words = counted.reduce((sum, { count }) => sum + count, 0);
	const longest = counted.reduce((most, one) => (one.count > most.count ? one : most), { sentence: '', count: 0 });
	const hard = texts.flatMap((text) => hardIn(text, yardstick)).length;
	const knows = yardstick.isEasy !== null && words > 0 && !isForeign(texts, yardstick);
	return { words, longest, hard: knows ? Math.round((100 * hard) / words) : null };
}

/** Whether it is written in a language that the list of easy words does not know. */
export function isForeign(texts: readonly string[], yardstick: Yardstick): boolean {
	const words = texts.flatMap(sentencesOf).flatMap(wordsOf);
	const other = words.filter((word) => /\p{L}/u.test(word) && !isLatin(word)).length;
	const unknown = words.length < ENOUGH ? 0 : texts.flatMap((text) => hardIn(text, yardstick)).length;
	return words.length > 0 && other + unknown > FOREIGN * words.length;
}

/** What to say to whoever writes it, all of it at once. Null: nobody can say that it reads easily, nor that it does not. */
export function howItReads(text: string, yardstick: Yardstick): Finding[] | null {
	const knows = yardstick.isEasy !== null && !isForeign([text], yardstick);
	const findings = findingsIn(text, knows ? yardstick : { ...yardstick, isEasy: null });
	return findings.length > 0 || (knows && wordsOf(text).length > 0) ? findings : null;
}

/** Which lines, counted from one, show no picture. A heading needs none. */
export const withoutPicture = (lines: readonly { kind: string; words: string; symbol: string }[]): number[] =>
	lines.flatMap(({ kind, words, symbol }, at) =>
		kind !== 'head' && symbol === '' && /\S/.test(words) ? [at + 1] : []
	);

export const isLong = (count: number): boolean => count > MOST_WORDS;
