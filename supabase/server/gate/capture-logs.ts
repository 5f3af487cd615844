import { AsyncLocalStorage } from 'node:async_hooks';
import { asProblem, type Problem } from './refusals.ts';

interface Ear {
	heard: Problem | null;
}

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;
const ears = new AsyncLocalStorage<Ear>();
const ours = new WeakSet<object>();

/**
 * Does a piece of work for one request, with every word of the libraries below kept out of the log: they print errors
 * with a child's words, hashes and e-mail addresses in them. What they complained about is our answer's business.
 */
export async function quietly<T>(work: () => Promise<T>): Promise<{ answer: T; problem: Problem | null }> {
	listen();
	const ear: Ear = { heard: null };
	const answer = await ears.run(ear, work);
	return { answer, problem: ear.heard };
}

/** Each time, since others may have put a console of their own in place meanwhile. */
function listen(): void {
	for (const method of METHODS) {
		const speak = console[method];
		if (ours.has(speak)) continue;
		console[method] = (...words: unknown[]) => {
			const ear = ears.getStore();
			if (ear) ear.heard = words.map(asProblem).find((problem) => problem !== null) ?? ear.heard;
			else speak.apply(console, words);
		};
		ours.add(console[method]);
	}
}
