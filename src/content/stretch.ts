import { pseudo } from '$lib/i18n/pseudo';
import type { Block, Leaf, Piece, Pieces } from './tree.ts';

const longer = (text: string): string => String(pseudo({ text })['text']);
const inPiece = (piece: Piece): Piece => {
	if (typeof piece === 'string') return longer(piece);
	return 'bold' in piece ? { bold: longer(piece.bold) } : { ...piece, text: longer(piece.text) };
};
const inWords = (words: Pieces): Pieces => words.map(inPiece);
const inBlock = (block: Block): Block => {
	if ('ideas' in block)
		return { ...block, ideas: block.ideas.map((idea) => ({ ...idea, words: inWords(idea.words) })) };
	return 'words' in block ? { ...block, words: inWords(block.words) } : block;
};

/** A page in the language for testing layouts: longer words, from the right. */
export const stretch = (leaf: Leaf): Leaf => ({
	...leaf,
	title: longer(leaf.title),
	parts: leaf.parts.map((part) => ({ ...part, title: longer(part.title), blocks: part.blocks.map(inBlock) }))
});
