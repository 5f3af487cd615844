import { readdirSync, readFileSync } from 'node:fs';
import { parse, type Problem } from '../../src/content/parse.ts';
import { plain } from '../../src/content/sentences.ts';
import type { Block, Leaf, Pieces } from '../../src/content/tree.ts';

const root = new URL('../../src/content/england/', import.meta.url);

/** One file of the pack, as it was written. */
export interface File {
	lang: string;
	file: string; // england/en/help.md
	leaf: Leaf;
	problems: readonly Problem[];
}

/** English first: what is wrong there is wrong everywhere. */
export const LANGS = ['en', 'en-easy', ...readdirSync(root).filter((lang) => !lang.startsWith('en'))];

export const files: readonly File[] = LANGS.flatMap((lang) =>
	readdirSync(new URL(`${lang}/`, root)).map((file) => {
		const read = parse(file.replace(/\.md$/, ''), readFileSync(new URL(`${lang}/${file}`, root), 'utf8'));
		return { lang, file: `england/${lang}/${file}`, ...read };
	})
);

export const blocksOf = (leaf: Leaf): readonly Block[] => leaf.parts.flatMap(({ blocks }) => blocks);

/** What is read on a page, piece by piece. */
export function textsOf(leaf: Leaf): string[] {
	return [leaf.title, leaf.about, ...leaf.parts.map(({ title }) => title), ...sentencesIn(leaf)].filter(
		(text) => text !== ''
	);
}

/** The same without titles, which are short and would make a page look easier than it is. */
export function sentencesIn(leaf: Leaf): string[] {
	return blocksOf(leaf).flatMap((block) => {
		if ('ideas' in block) return block.ideas.map(({ words }) => said(words));
		if ('words' in block) return [said(block.words)];
		if (block.kind === 'ways') return block.ways.map(({ text }) => text);
		return block.kind === 'write' || block.kind === 'tick' ? [block.label] : [];
	});
}

const said = (words: Pieces): string =>
	plain(words)
		.replace(/{{keyWorker}}/g, 'key worker')
		.replace(/{{KeyWorker}}/g, 'Key worker');
