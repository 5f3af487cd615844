import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { NATIONS, type Nation } from '../lib/domain/vocabulary/home.ts';
import { explain } from './glossary.ts';
import { slugOf } from './nations.ts';
import { parse, type Parsed } from './parse.ts';
import type { Block, Idea, Leaf, Part } from './tree.ts';

// The pages of each nation, put together from their files while the app is built and while it is tested: never on a device.

const folder = (nation: Nation, lang: string): URL => new URL(`${slugOf(nation)}/${lang}/`, import.meta.url);
const fileOf = (nation: Nation, lang: string, name: string): URL => new URL(`${name}.md`, folder(nation, lang));
const entries = (place: URL): string[] => (existsSync(place) ? readdirSync(place).toSorted() : []);
const pagesIn = (nation: Nation, lang: string): string[] =>
	entries(folder(nation, lang)).map((file) => file.replace(/\.md$/, ''));

/** The pages that there are, in every nation: each is a file in `england/en`. */
export const pageNames = (): string[] => pagesIn('england', 'en');

/** The languages that a nation's pages are in: each is a folder. */
export const langsOf = (nation: Nation): string[] => entries(new URL(`${slugOf(nation)}/`, import.meta.url));

/** The files that a nation's pages in one language are read from. */
export const sourcesOf = (nation: Nation, lang: string): URL[] =>
	['england' as const, nation].flatMap((one) =>
		['en', lang].flatMap((language) => pagesIn(one, language).map((name) => fileOf(one, language, name)))
	);

/** A page as a nation has it: England's where the nation says nothing else. `own`: what stands in the nation's own file. @internal */
export function pageFor(nation: Nation, lang: string, name: string): Parsed & { own: Parsed | null } {
	const england = parse(name, text('england', lang, name));
	if (nation === 'england') return { ...england, own: england };
	if (!existsSync(fileOf(nation, lang, name)))
		return { ...england, leaf: { ...england.leaf, nation }, facts: [], own: null };
	const own = parse(name, text(nation, lang, name), nation);
	return { ...merged(own, england), own };
}

const text = (nation: Nation, lang: string, name: string): string =>
	readFileSync(fileOf(nation, lang, name), 'utf8').replaceAll('\r\n', '\n');

/** What a nation says, with England’s for all that it names the same. @internal */
export function merged(own: Parsed, england: Parsed): Parsed {
	const problems = [...own.problems];
	const parts = own.leaf.parts.map((part): Part => {
		if (!own.same.has(part)) return part;
		const theirs = england.leaf.parts.find(({ id }) => id === part.id);
		if (!theirs)
			problems.push({ say: `England has no part “${part.id || 'top'}” here.`, mend: 'Look at the line “same”.' });
		return theirs ?? part;
	});
	const told = [...parts.map(({ id }) => id), ...own.without.map((id) => (id === 'top' ? '' : id))];
	for (const { id } of england.leaf.parts)
		if (!told.includes(id))
			problems.push({
				say: `England’s page has a part “${id || 'top'}”, and this one does not say what becomes of it.`,
				mend: 'Write it, name it in a line “same:”, or name it in “without:” in the card at the top.'
			});
	const { title, about, picture, shelf, talk } = own.leaf;
	const theirs = england.leaf;
	const leaf: Leaf = {
		...own.leaf,
		title: title || theirs.title,
		about: about || theirs.about,
		picture: picture || theirs.picture,
		shelf: shelf || theirs.shelf,
		talk: talk ?? theirs.talk?.filter((id) => parts.some((part) => part.id === id)) ?? null,
		parts
	};
	return { ...own, leaf, problems, careful: new Set([...own.careful, ...england.careful]) };
}

/** One page as devices get it: its words explained, and English beside what is about safety in another language. */
export function leafFor(nation: Nation, lang: string, name: string): Leaf {
	const { leaf, problems } = pageFor(nation, lang, name);
	const [problem] = problems;
	if (problem) throw new Error(`${slugOf(nation)}/${lang}/${name}.md: ${problem.say} ${problem.mend}`);
	const whole = /^en\b/.test(lang) ? leaf : beside(leaf, pageFor(nation, 'en', name));
	return name === 'words' ? whole : explain(whole, pageFor(nation, lang, 'words').leaf);
}

/** Puts English beside each careful idea and each note: the same part, the same block, the same place. */
function beside(leaf: Leaf, { leaf: twin, careful }: Parsed): Leaf {
	const inBlock = (block: Block, other: Block | undefined): Block => {
		if (block.kind === 'note' && other?.kind === 'note') return { ...block, english: other.words };
		if (!('ideas' in block)) return block;
		const ideas = block.ideas.map((idea, place): Idea => {
			const said = other && 'ideas' in other ? other.ideas[place] : undefined;
			return said && careful.has(said) ? { ...idea, english: said.words } : idea;
		});
		return { ...block, ideas };
	};
	const parts = leaf.parts.map((part) => {
		const same = twin.parts.find(({ id }) => id === part.id);
		return { ...part, blocks: part.blocks.map((block, place) => inBlock(block, same?.blocks[place])) };
	});
	return { ...leaf, parts };
}

/** The nations that have pages. */
export const nationsRead = (): Nation[] => NATIONS.filter((nation) => langsOf(nation).length > 0);
