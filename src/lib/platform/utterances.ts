import { sayNumbers, spell } from './say-numbers.ts';
import type { Said } from './speech.ts';

/** A piece of a page as it is seen: what stands in it, and how it is read. */
export interface Seen<E> {
	readonly of: E;
	/**
	 * words: as they stand. line: inside of a line of words. box: a place of its own. whole: a paragraph, a heading, a field,
	 * read in one go where nothing in it is read by itself. press: what is pressed, always in one go. last: after all the rest.
	 */
	readonly as: 'words' | 'line' | 'box' | 'whole' | 'press' | 'last';
	readonly lang: string;
	readonly text?: string;
	/** A telephone number, a code: sign by sign. */
	readonly isSpelled?: boolean;
	readonly isChosen?: boolean;
	readonly parts: readonly Seen<E>[];
}

/** What is said in one go, and what is marked meanwhile. */
export interface Utterance<E> {
	readonly of: E;
	readonly said: readonly Said[];
}

/** All that is seen, in the order in which it is read: what frames a page comes after it. `chosen` is added to what is. */
export function utterances<E>(page: Seen<E>, chosen: Said): Utterance<E>[] {
	const found: Utterance<E>[] = [];
	const last: Seen<E>[] = [];
	let loose: Seen<E>[] = [];
	const say = (of: E, parts: readonly Seen<E>[]) => {
		const said = saidOf(parts, chosen);
		if (said.length > 0) found.push({ of, said });
	};
	const sayLoose = (around: E) => {
		const [first, ...more] = loose.filter(({ as, text = '' }) => as !== 'words' || text.trim() !== '');
		say(first && more.length === 0 ? first.of : around, loose);
		loose = [];
	};
	const read = (piece: Seen<E>, around: E): void => {
		if (isLoose(piece)) return void loose.push(piece);
		if (piece.as === 'line') return piece.parts.forEach((part) => read(part, around));
		sayLoose(around);
		if (piece.as === 'last') last.push(piece);
		else if (piece.as === 'press' || (piece.as === 'whole' && !piece.parts.some(standsAlone))) say(piece.of, [piece]);
		else readIn(piece);
	};
	const readIn = (piece: Seen<E>) => {
		for (const part of piece.parts) read(part, piece.of);
		sayLoose(piece.of);
	};
	readIn(page);
	for (const piece of last) readIn(piece); // one in another comes after both
	return found;
}

/** What is said of these pieces in one go: each language by itself, a rest where a new line begins. */
export function saidOf<E>(parts: readonly Seen<E>[], chosen: Said): Said[] {
	const said: Said[] = [];
	for (const { text, lang } of parts.flatMap((part) => flat(part, chosen))) {
		const before = said.at(-1);
		if (before && (before.lang === lang || text.trim() === ''))
			said.splice(-1, 1, { text: before.text + text, lang: before.lang });
		else said.push({ text, lang });
	}
	return said
		.map(({ text, lang }) => ({
			text: sayNumbers(text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n')).trim(),
			lang
		}))
		.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function flat<E>({ as, lang, text = '', isSpelled, isChosen, parts }: Seen<E>, chosen: Said): Said[] {
	const rest = { text: as === 'words' || as === 'line' ? '' : '\n', lang };
	const inside = parts.flatMap((part) => flat(part, chosen));
	const own = isSpelled ? [{ text: spell(inside.map((one) => one.text).join('')), lang }] : [{ text, lang }, ...inside];
	return [rest, ...own, ...(isChosen ? [{ text: '\n', lang }, chosen] : []), rest];
}

/** What is a part of the line that it stands in. */
const isLoose = (piece: Seen<unknown>): boolean =>
	piece.as === 'words' || (piece.as === 'line' && !piece.parts.some(standsAlone));

/** Whether something in it is read by itself. */
const standsAlone = ({ as, parts }: Seen<unknown>): boolean =>
	as === 'press' || as === 'whole' || as === 'last' || parts.some(standsAlone);
