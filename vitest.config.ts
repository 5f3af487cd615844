import { defineConfig } from 'vitest/config';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { bindBooks } from './src/lib/i18n/books.ts';
import { LongestFirst } from './tests/longest-first.ts';
import { pack } from './src/content/plugin.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
	root,
	plugins: [svelte({ configFile: false }), bindBooks(), pack()],
	resolve: { alias: { $lib: `${root}src/lib` }, conditions: ['browser'] },
	test: {
		expect: { requireAssertions: true },
		testTimeout: 60_000,
		hookTimeout: 120_000,
		sequence: { sequencer: LongestFirst },
		// `npm run test:domain`: what is true of a view is tested beside it, every line and every branch
		coverage: {
			include: ['src/lib/domain/**/*.ts'],
			exclude: ['**/*.test.ts', '**/testing/**'],
			reporter: ['text'],
			thresholds: { 100: true }
		},
		projects: [
			{ extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'supabase/server/**/*.test.ts'] } },
			{ extends: true, test: { name: 'house', include: ['tests/house/**/*.test.ts'] } },
			{ extends: true, test: { name: 'bench', include: ['tests/bench/**/*.test.ts'] } },
			{
				extends: true,
				test: {
					name: 'faults',
					include: ['tests/faults/**/*.test.ts'],
					setupFiles: ['tests/faults/packed.ts'],
					maxWorkers: 2
				}
			},
			// What was built, in the browsers that homes have: after `npm run build`
			{
				extends: true,
				test: {
					name: 'engines',
					include: ['tests/engines/**/*.test.ts'],
					globalSetup: ['tests/engines/installed.ts'],
					maxWorkers: 2 // a browser that starts is waited for
				}
			},
			{
				extends: true,
				test: {
					name: 'sql',
					include: ['supabase/tests/**/*.test.ts'],
					globalSetup: ['supabase/tests/engines/run-server.ts'],
					maxWorkers: 2 // a file waits for the server half of its time
				}
			}
		]
	}
});
