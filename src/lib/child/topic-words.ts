import type { Item } from '$lib/domain/item.ts';
import type { Words } from '$lib/i18n/words.ts';
import { inShort } from './in-short.ts';

/** A thing on the list in a few words: what was written, else its picture's name, else that it is a drawing. */
export const whatOf = (item: Pick<Item, 'words' | 'symbol' | 'recording'>, words: Words): string =>
	inShort(words, item) ?? words.t(($) => $.list.drawing);
