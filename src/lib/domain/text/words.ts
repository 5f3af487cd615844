import { HIDDEN, inside, MARKS, SPACES } from './letters.ts';
/** Half a character: a surrogate that stands alone. Not every browser that homes have knows `toWellFormed`. */
const HALF = /\p{Surrogate}/gu;

/** What a person typed, as it is sent: whole characters, no NUL (a database takes neither), nothing at the ends. */
export const tidy = (words: string): string => words.replace(HALF, '\ufffd').replaceAll('\0', '').trim();

/** How long a text is, counted as the database counts: an emoji of one code point is one. */
export const lengthOf = (text: string | null): number => [...(text ?? '')].length;

/** How long something is as the database writes it: with a space after each comma and colon. */
export const lengthAsJson = (value: object): number =>
	lengthOf(JSON.stringify(value, null, 1).replace(/,\n */g, ', ').replace(/\n */g, '')); // a new line of a text is written \n

const seen = new RegExp(`[^${inside(`${SPACES} ${HIDDEN} ${MARKS}`)}]`, 'u');

/** Nothing to be read in it: not one character that draws ink (as in the database, private.has_words). */
export const isBlank = (text: string | null): boolean => !seen.test(text ?? '');

/** Whether every text in a call could be kept at all. */
export function isWhole(value: unknown): boolean {
	if (typeof value === 'string') return value.search(HALF) < 0 && !value.includes('\0');
	return typeof value !== 'object' || value === null || Object.values(value).every(isWhole);
}
