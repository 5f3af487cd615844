import type { Activity } from '$lib/domain/vocabulary/sessions.ts';
import type { Words } from '$lib/i18n/words.ts';
import { isSymbol } from '$lib/ui/symbols/symbols.ts';

/** "Food: Bake a cake", "Food", "Bake a cake": what a child wants to do, in the reader's language as far as it is a picture. */
export function sayActivity({ symbol, words: said }: Activity, words: Words): string {
	const picture = symbol !== null && isSymbol(symbol) ? words.t((w) => w.symbols[symbol]) : '';
	return [picture, said ?? ''].filter((part) => part !== '').join(': ');
}
