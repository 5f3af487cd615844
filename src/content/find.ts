import { localeOf, type Lang } from '$lib/i18n/languages';
import type { Pack } from './pack';
import { plain } from './sentences.ts';
import type { Leaf, Part } from './tree.ts';

/** A place that can be found: a page, a part of one, or a word that is explained. */
export interface Place {
	to: string;
	title: string;
	hint: string;
	picture: string;
	/** All its words, without marks on the letters: what somebody types is looked for in them. */
	heap: string;
}

/** Letters without marks, small: “Ŵy” is found by “wy”, and “شكوى” with or without its vowel signs. */
export const bare = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Is every word that somebody typed the start or a piece of one that stands there? */
export const holds = (heap: string, typed: string): boolean =>
	bare(typed)
		.split(/\s+/)
		.every((word) => heap.includes(word));

/** Everything there is to find, in three lists, each from A to Z. */
export function places(pack: Pack, lang: Lang): Record<'pages' | 'parts' | 'words', Place[]> {
	const order = new Intl.Collator(localeOf(lang));
	const sorted = (list: Place[]) => list.toSorted((a, b) => order.compare(a.title, b.title));
	const leaves = Object.values(pack);
	return {
		pages: sorted(leaves.map(pageOf)),
		parts: sorted(
			leaves.filter(({ name }) => name !== 'words').flatMap((leaf) => titled(leaf).map((part) => partOf(leaf, part)))
		),
		words: sorted(leaves.filter(({ name }) => name === 'words').flatMap((leaf) => titled(leaf).map(wordOf)))
	};
}

const titled = ({ parts }: Leaf): Part[] => parts.filter(({ title }) => title !== '');
const pageOf = ({ name, title, about, picture, parts }: Leaf): Place => {
	const open = parts.filter((part) => part.title === '').map(textOf);
	return { to: name, title, hint: about, picture, heap: heapOf([title, about, ...open]) };
};
const partOf = (leaf: Leaf, part: Part): Place => ({
	to: `${leaf.name}#${part.id}`,
	title: part.title,
	hint: leaf.title,
	picture: pictureOf(part) ?? leaf.picture,
	heap: heapOf([part.title, leaf.title, textOf(part)])
});
const wordOf = (part: Part): Place => ({
	to: `words#${part.id}`,
	title: part.title,
	hint: part.official && part.official !== part.title ? part.official : '',
	picture: pictureOf(part) ?? 'open_book',
	heap: heapOf([part.title, part.official ?? '', ...(part.forms ?? []), textOf(part)])
});

const pictureOf = ({ blocks }: Part): string | undefined =>
	blocks.flatMap((block) => ('ideas' in block ? block.ideas : []))[0]?.picture;

const textOf = ({ blocks }: Part): string =>
	blocks
		.flatMap((block) => {
			if ('ideas' in block) return block.ideas.map(({ words }) => plain(words));
			return 'words' in block ? [plain(block.words)] : [];
		})
		.join(' ');

/** Each word once: it is only for looking in. */
const heapOf = (texts: readonly string[]): string =>
	[...new Set(bare(texts.join(' ')).match(/[\p{L}\p{N}]{2,}/gu) ?? [])].join(' ');
