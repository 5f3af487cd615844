import type { Block, Idea, Leaf, Part, Piece, Pieces } from './tree.ts';

/** Marks the first time that a page says a word which the list of words explains, so that it can be tapped. */
export function explain(leaf: Leaf, words: Leaf): Leaf {
	const seen = new Set<string>();
	const known = words.parts
		.flatMap(({ id, forms = [], title }) => [title, ...forms].map((form) => ({ id, form })))
		.sort((a, b) => b.form.length - a.form.length); // “social worker” before “worker”
	if (known.length === 0) return leaf;
	const ids = new Map(known.map(({ id, form }) => [form.toLocaleLowerCase(), id]));
	const any = new RegExp(
		`(?<![\\p{L}\\p{M}])(${known.map(({ form }) => escape(form)).join('|')})(?![\\p{L}\\p{M}])`,
		'giu'
	);

	const inPiece = (piece: Piece): Piece[] => {
		if (typeof piece !== 'string') return [piece];
		const found: Piece[] = [];
		let from = 0;
		for (const { 0: text, index } of piece.matchAll(any)) {
			const word = ids.get(text.toLocaleLowerCase());
			if (word === undefined || seen.has(word)) continue;
			seen.add(word);
			found.push(piece.slice(from, index), { word, text });
			from = index + text.length;
		}
		return [...found, piece.slice(from)].filter((one) => one !== '');
	};
	const inWords = (said: Pieces): Pieces => said.flatMap(inPiece);
	const inIdea = (idea: Idea): Idea => ({ ...idea, words: inWords(idea.words) });
	const inBlock = (block: Block): Block => {
		if ('ideas' in block) return { ...block, ideas: block.ideas.map(inIdea) };
		return 'words' in block && block.kind !== 'home' ? { ...block, words: inWords(block.words) } : block;
	};
	return { ...leaf, parts: leaf.parts.map((part): Part => ({ ...part, blocks: part.blocks.map(inBlock) })) };
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]");

/** The words that a page explains, in the order in which they come. */
export function explained(leaf: Leaf): string[] {
	const pieces = leaf.parts.flatMap(({ blocks }) =>
		blocks.flatMap((block) =>
			'ideas' in block ? block.ideas.flatMap(({ words }) => words) : 'words' in block ? block.words : []
		)
	);
	return pieces.flatMap((piece) => (typeof piece === 'object' && 'word' in piece ? [piece.word] : []));
}
