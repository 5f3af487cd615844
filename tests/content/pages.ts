import { existsSync } from 'node:fs';
import { NATIONS, type Nation } from '../../src/lib/domain/vocabulary/home.ts';
import { slugOf } from '../../src/content/nations.ts';
import type { Fact, Problem } from '../../src/content/parse.ts';
import { langsOf, pageNames, pageFor } from '../../src/content/read.ts';
import { plain } from '../../src/content/sentences.ts';
import type { Block, Leaf, Part, Pieces } from '../../src/content/tree.ts';

/** One page of one nation's pack, as it is read: what its own file says, and what England's says of the rest. */
export interface File {
	nation: Nation;
	lang: string;
	file: string; // england/en/help.md
	leaf: Leaf;
	problems: readonly Problem[];
	facts: readonly Fact[];
	/** Whether the nation has a file of its own for it. England has one for each. */
	isOwn: boolean;
	/** The parts that stand as in England. */
	shared: readonly Part[];
}

/** English first: what is wrong there is wrong everywhere. */
const inOrder = (nation: Nation): string[] => {
	const all = langsOf(nation);
	return [...all.filter((lang) => lang.startsWith('en')), ...all.filter((lang) => !lang.startsWith('en'))];
};
export const LANGS = inOrder('england');

export const files: readonly File[] = NATIONS.flatMap((nation) =>
	inOrder(nation).flatMap((lang) => pageNames().map((name) => fileOf(nation, lang, name)))
);

/** What every guide stands on: England's pages say everything themselves. */
export const england = files.filter(({ nation }) => nation === 'england');

function fileOf(nation: Nation, lang: string, name: string): File {
	const file = `${slugOf(nation)}/${lang}/${name}.md`;
	const { leaf, problems, facts, own } = pageFor(nation, lang, name);
	const isOwn = existsSync(new URL(`../../src/content/${file}`, import.meta.url));
	const mine = nation === 'england' || own === null ? [] : own.leaf.parts.filter((part) => !own.same.has(part));
	const shared = nation === 'england' ? [] : leaf.parts.filter((part) => !mine.includes(part));
	return { nation, lang, file, leaf, problems, facts: facts.map(asRead), isOwn, shared };
}

/** A line without what only marks it. */
function asRead({ ids, words }: Fact): Fact {
	return { ids, words: withWorker(words.replace(/^[a-z_]+!?: /, '').replace(/\*\*|\[|\]\([^)]*\)/g, '')) };
}

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

const said = (words: Pieces): string => withWorker(plain(words));

function withWorker(text: string): string {
	return text.replace(/{{keyWorker}}/g, 'key worker').replace(/{{KeyWorker}}/g, 'Key worker');
}
