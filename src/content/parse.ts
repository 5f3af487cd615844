import { Lexer, type Token, type Tokens } from 'marked';
import type { Nation } from '../lib/domain/vocabulary/home.ts';
import type { Block, Idea, Leaf, Part, Piece, Pieces } from './tree.ts';

/** Something in a file that the pack cannot show, in words for whoever wrote it. */
export interface Problem {
	say: string;
	mend: string;
}
type Wrong = (say: string, mend: string) => void;

const KEYS = ['title', 'about', 'picture', 'shelf'] as const;
const PICTURE = /^([a-z_]+)(!?): ([\s\S]+)$/;
const KEYWORD = /^(people|home|write|tick|place|official|also): ?(.*)$/;
const LAW = /\s*\{law ([\w-]+(?:, [\w-]+)*)\}\s*$/;

/** A line that says what the law or a body says: its words, and the rows of laws.json that it rests on. */
export interface Fact {
	ids: readonly string[];
	words: string;
}

/** One file as it was written. */
export interface Parsed {
	leaf: Leaf;
	problems: Problem[];
	/** What is about being safe: English stays beside it in a translation. */
	careful: ReadonlySet<Idea>;
	facts: readonly Fact[];
	/** In a page of another nation: the parts that stand as in England, each in its place among the others. */
	same: ReadonlySet<Part>;
	/** The parts of England's page that this nation does not have. */
	without: readonly string[];
}

/**
 * Reads one Markdown file of the pack. What it cannot read it tells, and leaves out. A page of England says everything itself;
 * one of another nation may leave to England's what its card does not say, and what it calls the same.
 */
export function parse(name: string, text: string, nation: Nation = 'england'): Parsed {
	const problems: Problem[] = [];
	const careful = new Set<Idea>();
	const same = new Set<Part>();
	const facts: Fact[] = [];
	const wrong: Wrong = (say, mend) => problems.push({ say, mend });
	const { front, rest, without } = frontOf(text, nation === 'england', wrong);
	const parts: { -readonly [key in keyof Part]: Part[key] }[] = [];
	let blocks: Block[] = [];
	const open = (id: string, title: string) => parts.push({ id, title, blocks: (blocks = []) });
	const asWritten = (line: string): string => {
		const [all, ids] = LAW.exec(line) ?? [];
		if (all === undefined || ids === undefined) return line;
		facts.push({ ids: list(ids), words: line.slice(0, -all.length) });
		return line.slice(0, -all.length);
	};
	open('', '');
	for (const token of Lexer.lex(rest)) {
		const part = parts[parts.length - 1];
		if (token.type === 'space') continue;
		if (isHeading(token)) {
			const [, title = token.text, id] = /^(.*?)\s*(?:\{#([\w-]+)\})?$/.exec(token.text) ?? [];
			open(id ?? `part-${parts.length}`, title);
		} else if (token.type === 'paragraph' && /^same: /.test(token.raw)) {
			if (nation === 'england') wrong('England has nobody’s pages but its own.', 'Take the line “same” out.');
			for (const id of list(token.raw.slice(6))) {
				open(id === 'top' ? '' : id, '');
				same.add(parts.at(-1) as Part);
			}
		} else if (token.type === 'paragraph' && /^(official|also): /.test(token.raw)) {
			for (const line of token.raw.trim().split('\n')) {
				const [, key, value = ''] = KEYWORD.exec(line) ?? [];
				if (part && key === 'official') part.official = value;
				else if (part && key === 'also') part.forms = list(value);
			}
		} else blocks.push(...blocksOf(token, { careful, asWritten }, wrong));
	}
	const said = parts.filter((part) => part.id || part.blocks.length || same.has(part));
	return { leaf: { name, nation, ...front, parts: said }, problems, careful, facts, same, without };
}

function frontOf(
	text: string,
	isWhole: boolean,
	wrong: Wrong
): { front: Omit<Leaf, 'name' | 'nation' | 'parts'>; rest: string; without: string[] } {
	const found = /^---\n([\s\S]*?\n)?---\n/.exec(text);
	if (!found) wrong('The file does not start with its card.', 'Start it with ---, title, about, picture, shelf, ---.');
	const lines = (found?.[1] ?? '').split('\n').map((line) => line.split(/:\s*/));
	const value = (key: string) =>
		lines
			.find(([name]) => name === key)
			?.slice(1)
			.join(': ') ?? '';
	for (const key of KEYS)
		if (isWhole && !value(key)) wrong(`The card at the top has no “${key}”.`, `Add a line: ${key}: and what it is.`);
	const talk = value('talk') === '' ? null : list(value('talk')).filter((part) => part !== 'yes');
	const front = {
		title: value('title'),
		about: value('about'),
		picture: value('picture'),
		shelf: value('shelf'),
		talk
	};
	return { front, rest: text.slice(found?.[0].length ?? 0), without: list(value('without')) };
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading' && token['depth'] === 2;
const isList = (token: Token): token is Tokens.List => token.type === 'list';
const list = (text: string): string[] =>
	text
		.split(',')
		.map((one) => one.trim())
		.filter((one) => one !== '');

/** What is told of the lines of a file while they are read. */
interface Notes {
	careful: Set<Idea>;
	asWritten: (line: string) => string;
}

function blocksOf(token: Token, notes: Notes, wrong: Wrong): Block[] {
	if (isList(token)) return listOf(token, notes, wrong);
	if (token.type === 'blockquote') return [{ kind: 'note', words: wordsOf(notes.asWritten(token['text']), wrong) }];
	if (token.type === 'paragraph')
		return token.raw
			.trim()
			.split(/\n(?=\w+: )/)
			.map((line) => lineOf(notes.asWritten(line), wrong));
	wrong(
		`The pack cannot show this: ${token.raw.trim().slice(0, 60)}`,
		'Use headings (##), lists (-), plain lines and quotes (>).'
	);
	return [];
}

const WAY = /^\[([^\]]+)\]\(([\w#-]+)\)$/;

/** Ways to other pages are cards, all else is a row with a picture: each run of the one or the other is a block. */
function listOf(token: Tokens.List, { careful, asWritten }: Notes, wrong: Wrong): Block[] {
	const blocks: Block[] = [];
	for (const item of token.items.map(({ text }) => text.trim())) {
		const last = blocks.at(-1);
		const [, text, to] = WAY.exec(item) ?? [];
		if (text !== undefined && to !== undefined) {
			if (last?.kind === 'ways') blocks.splice(-1, 1, { kind: 'ways', ways: [...last.ways, { to, text }] });
			else blocks.push({ kind: 'ways', ways: [{ to, text }] });
			continue;
		}
		const kind = token.ordered ? 'steps' : 'ideas';
		const ideas = last?.kind === kind ? last.ideas : [];
		if (last?.kind === kind) blocks.pop();
		blocks.push({ kind, ideas: [...ideas, ideaOf(asWritten(item), careful, wrong)] });
	}
	return blocks;
}

function ideaOf(item: string, careful: Set<Idea>, wrong: Wrong): Idea {
	const [, picture = '', care, words = ''] = PICTURE.exec(item) ?? [];
	if (!picture)
		wrong(
			`There is no picture for: ${item.slice(0, 60)}`,
			'Start the line with the name of a picture: “- ear: Adults must listen.”'
		);
	const idea: Idea = { picture, words: wordsOf(words || item, wrong) };
	if (care) careful.add(idea);
	return idea;
}

function lineOf(line: string, wrong: Wrong): Block {
	const [, key, value = ''] = KEYWORD.exec(line.replaceAll('\n', ' ')) ?? [];
	const [label = '', ...choices] = value.split('|').map((one) => one.trim());
	if (key === 'people') return { kind: 'people', ids: list(value) };
	if (key === 'place') return { kind: 'place', name: value };
	if (key === 'home') return { kind: 'home', words: wordsOf(value, wrong) };
	if (key === 'write') return { kind: 'write', label, lines: Number(choices[0] ?? 1) };
	if (key === 'tick') return { kind: 'tick', label, choices };
	return { kind: 'words', words: wordsOf(line, wrong) };
}

function wordsOf(text: string, wrong: Wrong): Pieces {
	return new Lexer().inlineTokens(text.replaceAll('\n', ' ')).map((token): Piece => {
		if (token.type === 'strong') return { bold: token['text'] };
		if (token.type === 'link') return wayTo(token['href'], token['text'], wrong);
		if (token.type !== 'text' && token.type !== 'escape')
			wrong(`The pack cannot show this: ${token.raw}`, 'Use plain words, **bold words** and [links](page).');
		return token.raw;
	});
}

function wayTo(to: string, text: string, wrong: Wrong): Piece {
	if (!/^[\w#-]+$/.test(to))
		wrong(
			`This link leaves Sayso: ${to}`,
			'Link to a page of the pack by its file name. Other sites go into contacts.json.'
		);
	return { to, text };
}
