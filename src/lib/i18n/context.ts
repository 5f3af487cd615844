import { createContext } from 'svelte';
import type { Words } from './words.ts';

const [get, set] = createContext<Words>();

/** Everything below speaks these words. Pass a function, so that a change of language is seen at once. */
export function provideWords(current: () => Words): void {
	set({
		get lang() {
			return current().lang;
		},
		get dir() {
			return current().dir;
		},
		get t() {
			return current().t;
		},
		get english() {
			return current().english;
		}
	});
}

/** The words of the page around this component. */
export const useWords = get;
