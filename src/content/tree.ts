import type { Nation } from '../lib/domain/vocabulary/home.ts';

/** A piece of a sentence: words, **bold** words, a word that is explained, a way to another page. */
export type Piece = string | { bold: string } | { word: string; text: string } | { to: string; text: string };
export type Pieces = readonly Piece[];

/** A picture, and a sentence or two. `english` stands beside words about safety in a translation. */
export interface Idea {
	picture: string;
	words: Pieces;
	english?: Pieces;
}

export type Block =
	| { kind: 'words' | 'note' | 'home'; words: Pieces; english?: Pieces }
	| { kind: 'ideas' | 'steps'; ideas: readonly Idea[] }
	| { kind: 'ways'; ways: readonly { to: string; text: string }[] }
	| { kind: 'people'; ids: readonly string[] }
	| { kind: 'write'; label: string; lines: number }
	| { kind: 'tick'; label: string; choices: readonly string[] }
	| { kind: 'place'; name: string }; // where a page puts something that is not words: the big number, the people here

/** What stands under one heading. The part before the first heading has neither title nor id. */
export interface Part {
	id: string;
	title: string;
	blocks: readonly Block[];
	/** In the list of words: the word that adults use, and the forms in which a page may say it. */
	official?: string;
	forms?: readonly string[];
}

/** One page of the pack: what its Markdown file says, and what England’s says of the rest. */
export interface Leaf {
	name: string;
	/** Whose rules it tells. */
	nation: Nation;
	title: string;
	about: string;
	picture: string;
	shelf: string;
	/** In an open drawer a child may talk about it, or say that they do not get it: the page, and these of its parts. Null: never. */
	talk: readonly string[] | null;
	parts: readonly Part[];
}
