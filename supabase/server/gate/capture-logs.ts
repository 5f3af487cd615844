import { AsyncLocalStorage } from 'node:async_hooks';
import { asProblem, type Problem } from './refusals.ts';

interface Capture {
	problem: Problem | null;
}

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;
const captures = new AsyncLocalStorage<Capture>();
const ours = new WeakSet<object>();

/**
 * Does a piece of work for one request, with every word of the libraries below kept out of the log: they print errors
 * with a child's words, hashes and e-mail addresses in them. What they complained about is our answer's business.
 */
export async function captureLogs<T>(work: () => Promise<T>): Promise<{ result: T; problem: Problem | null }> {
	wrapConsole();
	const capture: Capture = { problem: null };
	const result = await captures.run(capture, work);
	return { result, problem: capture.problem };
}

/** Each time, since others may have put a console of their own in place meanwhile. */
function wrapConsole(): void {
	for (const method of METHODS) {
		const print = console[method];
		if (ours.has(print)) continue;
		console[method] = (...words: unknown[]) => {
			const capture = captures.getStore();
			if (capture) capture.problem = words.map(asProblem).find((problem) => problem !== null) ?? capture.problem;
			else print.apply(console, words);
		};
		ours.add(console[method]);
	}
}
