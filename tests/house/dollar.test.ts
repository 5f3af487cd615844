import { globSync, readFileSync } from 'node:fs';
import { compile, compileModule } from 'svelte/compiler';
import { stripTypeScriptTypes } from 'node:module';
import { expect, it } from 'vitest';

/** What a file becomes in the browser. */
function compiled(file: string): string {
	const text = readFileSync(file, 'utf8');
	if (file.endsWith('.svelte')) return compile(text, { filename: file, generate: 'client' }).js.code;
	return compileModule(stripTypeScriptTypes(text), { filename: file, generate: 'client' }).js.code;
}

it('never reads a reactive value inside ($) => …: Svelte calls its own runtime $ there, and finds the words instead', () => {
	const files = globSync('src/**/*.{svelte,svelte.ts}');
	const wrong = files.flatMap((file) => {
		const found = compiled(file).match(/\(\$\) => \$[\w.]*\[[^\]]*\$\.\w+\([^\n]*/g) ?? [];
		return found.map((line) => `${file}: ${line.slice(0, 120)}`);
	});
	expect(files.length).toBeGreaterThan(20);
	expect(wrong).toEqual([]);
});
