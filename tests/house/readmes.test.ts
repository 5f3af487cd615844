import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** What nothing runs, rots: so each README is held to what is there. */
const readmes = globSync([
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'src/**/README.md',
	'supabase/**/README.md'
]).map((file) => ({
	file,
	text: readFileSync(file, 'utf8')
}));
const all = globSync(['src/**/*', 'supabase/**/*', 'static/**/*', 'tests/**/*', '*.*', '.ci/*']);
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Names of files in code marks: `remote.ts`, `tests/sql/people.sql`, `src/lib/domain`. Gaps and examples are none. */
const namesIn = (text: string): string[] =>
	[...text.matchAll(/`([^`\s]+)`/g)]
		.map(([, name = '']) => name.replace('$lib', 'src/lib').replace(/\/$/, ''))
		.filter((name) => /^[\w()./-]+$/.test(name))
		.filter(
			(name) => /^(src|supabase|static|tests)\//.test(name) || /\w\.(ts|js|css|md|json|sql|svelte|toml|txt)$/.test(name)
		);

it('every file that a README names is there', () => {
	const made = ['england/en/night.md', 'advocate.md', 'first-day.md']; // examples of what somebody may write
	const gone = readmes.flatMap(({ file, text }) =>
		namesIn(text)
			.filter((name) => !made.includes(name))
			.filter((name) => !all.some((one) => one === name || one.endsWith(`/${name}`)))
			.map((name) => `${file}: ${name}`)
	);
	expect(readmes.flatMap(({ text }) => namesIn(text)).length).toBeGreaterThan(50);
	expect(gone).toEqual([]);
});

it('every link of a README leads somewhere', () => {
	const links = readmes.flatMap(({ file, text }) =>
		[...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([\w-]+))?\)/g)].map(([, to = '', part]) => ({ file, to, part }))
	);
	const heads = (file: string) =>
		[...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, head = '']) =>
			head
				.toLowerCase()
				.replaceAll(/[^\w -]/g, '')
				.replaceAll(' ', '-')
		);
	const lost = links.filter(({ file, to, part }) => {
		if (file.endsWith('content/README.md') && /^\w*$/.test(to)) return false; // examples of links between pages
		const target = to === '' ? file : join(dirname(file), to);
		return ![...all, 'LICENSE'].includes(target) || (part !== undefined && !heads(target).includes(part));
	});
	expect(links.length).toBeGreaterThan(10);
	expect(lost).toEqual([]);
});

it('every command is told, and every command that is told is there', () => {
	const text = readmes.map((readme) => readme.text).join('\n');
	const told = [...text.matchAll(/npm run ([\w:-]+)|npm (start|test)\b|`([a-z:-]+)`/g)].map((found) =>
		found.slice(1).join('')
	);
	const run = [...text.matchAll(/npm run ([\w:-]+)|`((?:bench|test|check):[\w:]+)`/g)].map((found) =>
		found.slice(1).join('')
	);
	expect(run.length).toBeGreaterThan(10);
	expect(run.filter((name) => !(name in scripts))).toEqual([]);
	expect(Object.keys(scripts).filter((name) => name !== 'prepare' && !told.includes(name))).toEqual([]); // npm runs that by itself
});

it('every part of the kit stands in its README', () => {
	const { text = '' } = readmes.find(({ file }) => file === 'src/lib/ui/README.md') ?? {};
	const parts = globSync('src/lib/ui/*/*.svelte').map((file) => basename(file, '.svelte'));
	expect(parts.length).toBeGreaterThan(20);
	expect(parts.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
