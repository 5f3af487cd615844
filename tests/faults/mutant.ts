/** One thing broken at a time: a promise that no test notices when it is gone was no promise. */
export interface Mutant {
	/** What is no longer so. */
	broken: string;
	file: string; // in src/lib
	from: string;
	to: string;
}

/** One of them. */
export const of = (file: string, broken: string, from: string, to: string): Mutant => ({ file, broken, from, to });
