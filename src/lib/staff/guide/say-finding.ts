import { sayNames } from '$lib/i18n/when.ts';
import type { Words } from '$lib/i18n/words.ts';
import type { Finding } from './how-easy.ts';

/** What would make a line easier to read. */
export function sayFinding(finding: Finding, words: Words): string {
	if (finding.kind === 'long') return words.t(($) => $.homeguide.long, { count: finding.count });
	if (finding.kind === 'hard')
		return words.t(($) => $.homeguide.hardWords, { words: sayNames(finding.words, words.lang) });
	return words.t(($) => $.homeguide.sayInstead, { word: finding.word, easier: finding.easier });
}
