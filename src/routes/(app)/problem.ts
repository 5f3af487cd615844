import { isProblem } from '$lib/domain/problems';
import { key, type Words } from '$lib/i18n/words';

/** A sentence for why something did not work. A code that this app does not know has one too. */
export function sayProblem(words: Words, code: string | null): string {
	if (code === null || !isProblem(code)) return words.t(key(($) => $.problems.unknown));
	return words.t(key(($) => $.problems[code]));
}
