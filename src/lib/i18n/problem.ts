import { isProblem } from '$lib/domain/vocabulary/problems.ts';
import { key, type Words } from './words.ts';

/** A sentence for why something did not work. A code that this app does not know has one too. */
export function sayProblem(words: Words, code: string | null): string {
	const known = code !== null && isProblem(code) ? code : 'unknown';
	// Not by its name: the types take the end of "too_many" for a plural's.
	return words.t(key(($) => Reflect.get($.problems, known)));
}
