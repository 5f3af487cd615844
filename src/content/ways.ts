import { createContext } from 'svelte';
import type { PictureId, SymbolId } from '$lib/ui/symbols/symbols';

/** Where a page of the pack stands: outside it is a page of its own, in a drawer it is drawn inside the app. */
export interface Ways {
	to: (page: string) => string;
	/** The pages are no part of the app that is running: the browser must fetch them. */
	reload?: boolean;
	/** On paper nothing can be tapped: words and ways are only words. */
	paper?: boolean;
	/** What the home wrote itself about a part of a page (`guide#fire`). Null, and without this: nobody here can know. */
	sections?: (place: string) => readonly SectionCard[] | null;
}

/** A card that leads to a section: what the home wrote itself. */
export interface SectionCard {
	href: string;
	name: string;
	symbol: PictureId | SymbolId;
}

export const [useWays, provideWays] = createContext<Ways>();
