import type { AboutMe } from '$lib/domain/vocabulary/about-me.ts';
import type { Words } from '$lib/i18n/words.ts';
import { isSymbol } from '$lib/ui/symbols/symbols.ts';

/** What a child tells of themselves, in lines of plain text. */
export const aboutLines = ({ parts }: AboutMe, words: Words): string[] =>
	parts.map(({ part, symbol, words: own }) => {
		const picture = symbol !== null && isSymbol(symbol) ? words.t((w) => w.symbols[symbol]) : '';
		return `${words.t((w) => w.about.part[part])}: ${[picture, own.trim()].filter(Boolean).join('. ')}`;
	});
