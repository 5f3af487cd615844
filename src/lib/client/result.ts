/** The code of what is in the way. Each has a sentence in every language (domain/problems.ts). */
export type Problem = string;

/** How something ended: with its value, or with what is in the way. Nothing throws a problem. */
export type Result<T = unknown> = { ok: true; value: T } | Failed;
export interface Failed {
	ok: false;
	problem: Problem;
}

export const done = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (problem: Problem): Failed => ({ ok: false, problem });

/** As screens take it: null when it worked. */
export const problemOf = (result: Result): Problem | null => (result.ok ? null : result.problem);
