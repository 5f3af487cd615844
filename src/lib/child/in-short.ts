import type { Item } from '$lib/domain/item.ts';
import type { Words } from '$lib/i18n/words.ts';
import { isSymbol } from '$lib/ui/symbols/symbols.ts';

type Said = Pick<Item, 'words' | 'symbol' | 'recording'>;

/** What was said, where there is room for one line: its words, else the name of its picture, else that it was said aloud. Null: it is a drawing. */
export function inShort(words: Words, { words: said, symbol, recording = null }: Said): string | null {
	if (said.trim() !== '') return said.trim();
	if (symbol !== null && isSymbol(symbol)) return words.t((w) => w.symbols[symbol]);
	return recording === null ? null : words.t(($) => $.notices.aloud.mine);
}

/** The same on a page that somebody may see over a shoulder: of a complaint or a page for a review, only that it is one. */
export function onAList(words: Words, item: Item): string | null {
	if (item.kind === 'complaint') return words.t(($) => $.complain.mine);
	if (item.kind === 'about_me') return words.t(($) => $.shared.kind.about_me);
	return item.kind === 'meeting' ? words.t(($) => $.shared.kind.meeting) : inShort(words, item);
}
