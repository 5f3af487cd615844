import { sentencesOf, wordsOf } from '../../../../../content/sentences';
import type { Pack } from '../../../../../content/pack';

const MOST_WORDS = 12; // in a sentence, as in every page for children

/** What makes a line hard to read: a long sentence (how many words), or an adults' word that the guide has an easier one for. */
export type Finding = { kind: 'long'; count: number } | { kind: 'word'; word: string; easier: string };

/** `pack` is the built-in guide, whose list of words says what adults call things and what to say instead. */
export function findingsIn(text: string, pack: Pack | null): Finding[] {
	const long = sentencesOf(text)
		.map((sentence) => wordsOf(sentence).length)
		.filter((count) => count > MOST_WORDS);
	const small = ` ${wordsOf(text).join(' ').toLowerCase()} `;
	const hard = (pack?.['words']?.parts ?? []).flatMap(({ title, official }) =>
		official && official !== title && small.includes(` ${official.toLowerCase()} `)
			? [{ kind: 'word' as const, word: official, easier: title }]
			: []
	);
	return [...long.map((count) => ({ kind: 'long' as const, count })), ...hard];
}
