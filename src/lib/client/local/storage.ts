import { done, failed, type Result } from '../result.ts';

/** storage_full: this device has no room. storage_refused: it does not let us write (a private window, a broken disk). */
export type StorageCode = 'storage_full' | 'storage_refused';

/** A write that this device did not take. Whoever asked for it gets the code: nothing was half-written. */
export class StorageProblem extends Error {
	code: StorageCode;
	constructor(code: StorageCode, cause: unknown) {
		super(code, { cause });
		this.code = code;
	}
}

/** Runs what reads or writes Dexie, and turns whatever the storage throws into a StorageProblem. */
export async function stored<T>(work: () => PromiseLike<T>): Promise<T> {
	try {
		return await work();
	} catch (problem) {
		throw problem instanceof StorageProblem
			? problem
			: new StorageProblem(isFull(problem) ? 'storage_full' : 'storage_refused', problem);
	}
}

/** The same, for what must be kept: pictures make room for it, since they can be fetched again. */
export async function storedMakingRoom<T>(
	pictures: { clear(): PromiseLike<void> },
	work: () => PromiseLike<T>
): Promise<T> {
	try {
		return await stored(work);
	} catch (problem) {
		if (codeOf(problem) !== 'storage_full') throw problem;
		await stored(() => pictures.clear());
		return stored(work);
	}
}

/** The code of a storage problem; anything else is a mistake of ours and goes on. */
export function codeOf(problem: unknown): StorageCode {
	if (problem instanceof StorageProblem) return problem.code;
	throw problem;
}

/** Does what reads or writes, for whoever waits for it: a storage problem becomes its code. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
	try {
		return done(await work());
	} catch (problem) {
		return failed(codeOf(problem));
	}
}

function isFull(problem: unknown): boolean {
	if (typeof problem !== 'object' || problem === null) return false;
	if ('name' in problem && problem.name === 'QuotaExceededError') return true;
	if ('failures' in problem && Array.isArray(problem.failures)) return problem.failures.some(isFull);
	return 'inner' in problem && problem.inner !== problem && isFull(problem.inner);
}
