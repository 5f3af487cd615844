import { sayProblem } from '$lib/i18n/problem.ts';
import type { Words } from '$lib/i18n/words.ts';
import type { Problem } from '$lib/client/result.ts';

/** Why the lock of the drawer that is open was not taken. */
export function sayLockProblem(words: Words, problem: Problem): string {
	if (problem === 'wrong_lock') return words.t(($) => $.look.lock.wrong);
	return problem === 'wait' ? words.t(($) => $.look.lock.wait) : sayProblem(words, problem);
}
