import { AsyncLocalStorage } from 'node:async_hooks';
import { asProblem, type Problem } from './problems.ts';

interface Ear {
	heard: Problem | null;
}

const ears = new AsyncLocalStorage<Ear>();
let listening = false;

/**
 * Does a piece of work for one request, with every word of the libraries below kept out of the log: they print errors
 * with a child's words, hashes and e-mail addresses in them. What they complained about is our answer's business.
 */
export async function quietly<T>(work: () => Promise<T>): Promise<{ answer: T; problem: Problem | null }> {
	if (!listening) listen();
	const ear: Ear = { heard: null };
	const answer = await ears.run(ear, work);
	return { answer, problem: ear.heard };
}

function listen(): void {
	listening = true;
	for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
		const speak = console[method];
		console[method] = (...words: unknown[]) => {
			const ear = ears.getStore();
			if (ear) ear.heard = words.map(asProblem).find((problem) => problem !== null) ?? ear.heard;
			else speak.apply(console, words);
		};
	}
}
