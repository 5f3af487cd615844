import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { explain } from './glossary.ts';
import { parse } from './parse.ts';
import type { Block, Idea, Leaf } from './tree.ts';

/** The Markdown of the pack becomes a tree while the app is built, so that no device has to read Markdown. */
export function pack(): Plugin {
	return {
		name: 'pack',
		enforce: 'pre',
		transform: {
			filter: { id: /\/src\/content\/\w+\/[\w-]+\/[\w-]+\.md$/ },
			handler(text, file) {
				const folder = dirname(file);
				for (const near of [join(folder, 'words.md'), englishOf(file)]) this.addWatchFile(near);
				return { code: `export default ${JSON.stringify(read(file, text))}`, map: null };
			}
		}
	};
}

const englishOf = (file: string): string => join(dirname(dirname(file)), 'en', basename(file));

/** One file as a tree: its words explained, and English beside what is about safety in another language. */
function read(file: string, text = readFileSync(file, 'utf8')): Leaf {
	const name = basename(file, '.md');
	const { leaf, problems } = parse(name, text);
	const [problem] = problems;
	if (problem) throw new Error(`${file}: ${problem.say} ${problem.mend}`);
	const whole = /^en\b/.test(basename(dirname(file))) ? leaf : beside(leaf, englishOf(file));
	if (name === 'words') return whole;
	const words = join(dirname(file), 'words.md');
	return explain(whole, parse('words', readFileSync(words, 'utf8')).leaf);
}

/** Puts English beside each careful idea and each note: the same part, the same block, the same place. */
function beside(leaf: Leaf, english: string): Leaf {
	const { leaf: twin, careful } = parse(leaf.name, readFileSync(english, 'utf8'));
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
