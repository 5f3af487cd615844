import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MUTANTS } from '../faults/mutants.ts';

// Files that are tracked, or new and not ignored; a file that was deleted but not committed yet is left out.
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
	.split('\n')
	.filter((file) => file !== '' && existsSync(file));
const code = files.filter((file) => /\.(ts|js|cjs|svelte|css|sql)$/.test(file));
const source = (of: string[]) => of.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const isTest = (file: string) =>
	/\.(test|spec)\./.test(file) || file.startsWith('tests/') || file.startsWith('supabase/tests/');

/** The lines that match, as "file:line", so that a failure says where to look. */
function found(of: string[], pattern: RegExp): string[] {
	return source(of).flatMap(({ file, text }) =>
		text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim().slice(0, 80)}`] : []))
	);
}

function most(file: string): number {
	if (file.startsWith('supabase/migrations/')) return 150;
	if (file === 'supabase/seed.sql') return 300;
	return isTest(file) ? 300 : 200;
}

it('is looked at whole', () => {
	expect(code.length).toBeGreaterThan(700);
	expect(code.filter((file) => file.startsWith('src/') && !isTest(file)).length).toBeGreaterThan(400);
	expect(code.filter((file) => file.endsWith('.svelte')).length).toBeGreaterThan(200);
});

it('keeps files short enough to read', () => {
	const long = source(code)
		.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
		.filter(({ file, lines }) => lines > most(file));
	expect(long).toEqual([]);
});

it('leaves nothing behind: no note to do it later, no test that is switched off', () => {
	const here = 'tests/house/code.test.ts';
	expect(
		found(
			code.filter((file) => file !== here),
			/\b(TODO|FIXME|XXX)\b|\.(only|skip|todo)\(|@ts-(ignore|nocheck)/
		)
	).toEqual([]);
});

it('says nothing in the console of a child', () => {
	expect(
		found(
			code.filter((file) => file.startsWith('src/') && !isTest(file)),
			/console\.\w+\(/
		)
	).toEqual([]);
});

it('reads no clock and no chance in the domain', () => {
	const domain = code.filter((file) => file.startsWith('src/lib/domain/') && !isTest(file));
	expect(domain.length).toBeGreaterThan(3);
	expect(found(domain, /Date\.now\(|new Date\(\)|Math\.random|\bcrypto\b/)).toEqual([]);
});

it('every button hands back the promise of what it does: until it ends, a second press does nothing', () => {
	const thrownAway = /<Button\b[^<]*?onpress=\{[^}]*=> [({]?\s*void\b/g;
	const wrong = source(code.filter((file) => file.endsWith('.svelte'))).flatMap(({ file, text }) =>
		[...text.matchAll(thrownAway)].map(([found]) => `${file}: ${found}`)
	);
	expect(wrong).toEqual([]);
});

it('sends nothing because something was drawn: a component that shows writes when it is pressed, or asks its screen', () => {
	const writes = /\bapp\.(call|mend|drop|undo)\(/;
	const parts = source(code.filter((file) => file.startsWith('src/') && file.endsWith('.svelte')));
	const attached = parts.filter(({ text }) => text.includes('{@attach') && writes.test(text));
	expect(attached.map(({ file }) => file)).toEqual([]);
	const begins = parts.flatMap(({ file, text }) =>
		[...text.matchAll(/\b(?:onMount|whenever|afterNavigate)\((?:[^\n]*\);|[\s\S]*?\n\t(?:\}\)|\));)/g)].map(
			([body]) => ({ file, body })
		)
	);
	expect(begins.length).toBeGreaterThan(20);
	expect(begins.filter(({ body }) => writes.test(body))).toEqual([]);
});

it('uses $effect only in ui and platform: elsewhere a value is derived', () => {
	const elsewhere = code.filter((file) => file.startsWith('src/') && !/^src\/lib\/(ui|platform)\//.test(file));
	expect(found(elsewhere, /\$effect\(/)).toEqual([]);
});

it('each promise that is broken on purpose stands where it is looked for', () => {
	const lost = MUTANTS.filter(({ file, from }) => !readFileSync(`src/lib/${file}`, 'utf8').includes(from));
	expect(lost.map(({ file, broken }) => `${file}: ${broken}`)).toEqual([]);
	expect(MUTANTS.filter(({ from, to }) => from === to)).toEqual([]);
});

it('names no path of a machine', () => {
	const text = files.filter(
		(file) => !/\.(png|webp|woff2|ico)$|package-lock/.test(file) && file !== 'tests/house/code.test.ts'
	);
	expect(found(text, /(^|[\s'"`(=])\/(root|Users)\/\w/)).toEqual([]);
	const notTheApp = text.filter((file) => !/^(src|tests\/(e2e|support))\//.test(file)); // it has addresses /work and /home of its own
	expect(found(notTheApp, /(^|[\s'"`(=])\/(work\/|home\/\w+\/\w)/)).toEqual([]);
});

it('opens no top-level room that was not agreed', () => {
	const top = [...new Set(files.map((file) => file.split('/')[0]))].sort();
	const agreed = [
		...['src', 'static', 'supabase', 'tests', 'package.json', 'tsconfig.json', 'svelte.config.js', 'vite.config.ts'],
		...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'LICENSE', '.ci', '.github'],
		// Where tools and editors look for them
		...['eslint.config.js', 'playwright.config.ts', 'vitest.config.ts', 'package-lock.json'],
		...['.editorconfig', '.gitignore', '.node-version', '.prettierignore']
	];
	expect(top.filter((name) => !agreed.includes(name!))).toEqual([]);
	expect(files.filter((file) => /(^|\/)(utils?|helpers?|stores?|services?|common)(\/|\.ts$)/.test(file))).toEqual([]);
});
