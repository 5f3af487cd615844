import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { MUTANTS } from './mutants.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const mutant = process.env['MUTANT'] ? MUTANTS[Number(process.env['MUTANT'])] : undefined;

/** The tests of what a device knows and keeps, with one thing broken. Nothing is written: only what the tests load is changed. */
export default defineConfig({
	root,
	resolve: { alias: { $lib: `${root}src/lib` }, conditions: ['browser'] },
	plugins: [
		{
			name: 'mutant',
			enforce: 'pre',
			transform(code, id) {
				if (!mutant || !id.endsWith(`/src/lib/${mutant.file}`)) return;
				if (!code.includes(mutant.from)) throw new Error(`not found any more: ${mutant.from}`);
				return { code: code.replace(mutant.from, () => mutant.to), map: null };
			}
		}
	],
	test: {
		include: ['src/lib/{domain,client}/**/*.test.ts', 'tests/faults/*.test.ts'],
		setupFiles: ['tests/faults/packed.ts'],
		bail: 1,
		fsModuleCache: false, // or the next run would find the broken module
		testTimeout: 60_000,
		env: { FAULTS: process.env['FAULTS'] ?? '30' }
	}
});
