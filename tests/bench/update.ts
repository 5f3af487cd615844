/**
 * `npm run bench:update`: what a device that keeps this version fetches for the one after it, in kB of gzip, by kinds of change.
 * The fixed part is the worker's script and the list of names.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileOf, keepBuild } from '../support/kept-build.ts';
import { buildChanged } from '../support/next-build.ts';

const CHANGES: [name: string, goal: number, file: string, from: string, to: string][] = [
	['a word of a child’s screen', 30, 'src/lib/i18n/locales/en/today.json', 'Hello {{name}}', 'Hi {{name}}'],
	['a word that every page says', 30, 'src/lib/i18n/locales/en/common.json', 'Help now', 'Help me now'],
	['one screen', 60, 'src/routes/(app)/my/devices/+page.svelte', 'class="lead"', 'class="lead new"'],
	['a part of the kit', 120, 'src/lib/ui/form/Button.svelte', '<button', '<button data-new'],
	['a colour', 30, 'src/lib/ui/css/tokens.css', '#fbf3e3', '#fbf3e4']
];

const now = await keepBuild('build', null);
console.log(`first visit: ${now.asked.length} requests, ${kilobytes('build', now.asked)} kB`);
let isOver = false;
for (const [name, goal, file, from, to] of CHANGES) {
	const folder = buildChanged(file, from, to);
	const build = join(folder, 'build');
	const { asked } = await keepBuild(build, now);
	if (asked.length === 0) throw new Error(`${name}: nothing was fetched, so nothing was changed`);
	const bytes = kilobytes(build, [...asked, '/service-worker.js']);
	isOver ||= bytes > goal;
	console.log(`${name}: ${bytes} kB (goal ${goal}), ${asked.length + 1} requests`);
	for (const path of asked) console.log(`  ${kilobytes(build, [path])} ${path}`);
	rmSync(folder, { recursive: true, force: true });
}
if (isOver) process.exit(1);

function kilobytes(build: string, paths: string[]): number {
	const bytes = paths.map((path) => {
		const plain = readFileSync(fileOf(build, path));
		return /\.(png|woff2)$/.test(path) ? plain.length : gzipSync(plain, { level: 9 }).length;
	});
	return Math.round(bytes.reduce((sum, one) => sum + one, 0) / 100) / 10;
}
