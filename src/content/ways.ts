import { createContext } from 'svelte';

/** Where a page of the pack stands: outside it is a page of its own, in a drawer it is drawn inside the app. */
export interface Ways {
	to: (page: string) => string;
	/** The pages are no part of the app that is running: the browser must fetch them. */
	reload?: boolean;
	/** On paper nothing can be tapped: words and ways are only words. */
	paper?: boolean;
}

export const [useWays, provideWays] = createContext<Ways>();
