import { key, type Words } from './words.ts';

/** A sentence for why something did not work. A code that this app does not know has one too. */
export const sayProblem = (words: Words, code: string | null): string =>
	words.t([sentence(code ?? 'unknown'), sentence('unknown')]);

// Not by its name: the types take the end of "too_many" for a plural's.
const sentence = (code: string) => key(($) => Reflect.get($.problems, code));
