import type { Item } from '$lib/domain/view';
import type { Words } from '$lib/i18n/words';
import { isTopic } from '$lib/ui/symbols';

/** A thing on the list in a few words: what was written, else its picture's name. */
export function whatOf({ words: said, symbol }: Pick<Item, 'words' | 'symbol'>, words: Words): string {
	if (said !== '') return said;
	return symbol !== null && isTopic(symbol) ? words.t((w) => w.symbols[symbol]) : words.t(($) => $.list.drawing);
}
