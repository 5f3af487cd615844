import { daleChall } from 'dale-chall';
import { readFileSync } from 'node:fs';
import { spache } from 'spache';
import type { Plugin } from 'vite';

const added = new URL('easy-words.txt', import.meta.url);

/** Words that a child knows: two American lists, and what they lack here: one a line, looked at by a person. */
export function easyWords(): string[] {
	const lines = readFileSync(added, 'utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'));
	return [...new Set([...daleChall, ...spache, ...lines].map((word) => word.toLowerCase()))].sort();
}

/**
 * The list as a file of its own, for whoever writes the home's guide: their page fetches it (8 kB), no child's device does,
 * and it is not among what is kept for being without a signal.
 */
export function layEasyWords(): Plugin {
	const fileName = 'easy-words.txt';
	return {
		name: 'easy-words',
		configureServer(server) {
			server.middlewares.use(`/${fileName}`, (_, answer) => answer.end(easyWords().join(' ')));
		},
		generateBundle() {
			if (this.environment.config.consumer === 'client')
				this.emitFile({ type: 'asset', fileName, source: easyWords().join(' ') });
		}
	};
}
