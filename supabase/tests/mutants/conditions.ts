/** A word, a string or a sign of a SQL text, and where it stands. */
interface Token {
	text: string;
	from: number;
	to: number;
}

/** A text in which one condition is always true, or never. */
export interface Loosened {
	what: string;
	text: string;
}

const TOKEN = /'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|"[^"]*"|\w+|[^\s\w]/g;
const STARTS = new Set(['where', 'on', 'when', 'if', 'having', 'return', 'using', 'check']);
const ENDS = new Set([
	...[
		'then',
		'else',
		'end',
		'when',
		'group',
		'order',
		'limit',
		'offset',
		'union',
		'except',
		'returning',
		'loop',
		'having',
		'where',
		'on'
	],
	...['join', 'cross', 'left', 'right', 'full', 'inner', 'window', 'for', 'with', ')', ',', ';']
]);

function tokens(text: string): Token[] {
	return [...text.matchAll(TOKEN)]
		.filter(([word]) => !word.startsWith('--') && !word.startsWith('/*'))
		.map((match) => ({ text: match[0].toLowerCase(), from: match.index, to: match.index + match[0].length }));
}

/** Each condition of a SQL text, one at a time, as if it were not asked. */
export function loosened(text: string): Loosened[] {
	const all = tokens(text);
	const found: Loosened[] = [];
	for (let i = 0; i < all.length; i++) {
		const { text: word } = all[i]!;
		const opens =
			word === '(' &&
			['and', 'or', 'not', 'where', 'when', 'if', 'on', 'and not', '('].includes(all[i - 1]?.text ?? '');
		if (!opens && !STARTS.has(word)) continue;
		const parts = operands(all, i + 1);
		if (opens && parts.length === 1) continue; // only a pair of brackets
		for (const { from, to, by } of parts) {
			const what = text.slice(from, to).replace(/\s+/g, ' ');
			if (/^('[^']*'|\w+|\d+|null|conflict.*|array\(.*|query .*)$/.test(what)) continue;
			for (const value of by)
				found.push({ what: `${what.slice(0, 90)} -> ${value}`, text: text.slice(0, from) + value + text.slice(to) });
		}
	}
	return found;
}

/** What stands between "and" and "or", from here to the end of the condition. */
function operands(all: Token[], start: number): { from: number; to: number; by: string[] }[] {
	const parts: { from: number; to: number; link: string }[] = [];
	let link = '';
	let from = start;
	let between = false;
	for (let i = start; i <= all.length; i++) {
		const word = all[i]?.text;
		if (word === '(' || word === '[') i = closing(all, i);
		else if (word === 'case') i = endOfCase(all, i);
		else if (word === 'between') between = true;
		else if (word === 'and' && between) between = false;
		else if (word === undefined || word === 'and' || word === 'or' || isEnd(all, i)) {
			if (i > from) parts.push({ from: all[from]!.from, to: all[i - 1]!.to, link });
			if (word !== 'and' && word !== 'or') break;
			link = word;
			from = i + 1;
		}
	}
	return parts.map((part, i) => {
		const or = part.link === 'or' || (i === 0 && parts[1]?.link === 'or');
		const alone = parts.length === 1;
		return { ...part, by: alone ? ['true', 'false'] : [or ? 'false' : 'true'] };
	});
}

function isEnd(all: Token[], i: number): boolean {
	const word = all[i]!.text;
	if (word === 'left') return all[i + 1]?.text === 'join' || all[i + 1]?.text === 'outer';
	return ENDS.has(word) || (word === 'from' && all[i - 1]?.text !== 'distinct');
}

function closing(all: Token[], open: number): number {
	let depth = 0;
	for (let i = open; i < all.length; i++) {
		if ('(['.includes(all[i]!.text)) depth++;
		if (')]'.includes(all[i]!.text) && --depth === 0) return i;
	}
	return all.length;
}

function endOfCase(all: Token[], start: number): number {
	let depth = 0;
	for (let i = start; i < all.length; i++) {
		if (all[i]!.text === 'case') depth++;
		if (all[i]!.text === 'end' && --depth === 0) return i;
	}
	return all.length;
}
