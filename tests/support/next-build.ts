import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SOURCES = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/** Builds these sources with one text of theirs changed, where this build lies, so that it is the version after. Returns its folder. */
export function buildChanged(file: string, from: string, to: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-next-'));
	for (const source of [...SOURCES, 'build'])
		cpSync(source, join(folder, source), { recursive: true, preserveTimestamps: true });
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	const text = readFileSync(join(folder, file), 'utf8');
	if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
	writeFileSync(join(folder, file), text.replace(from, to));
	const vite = join(folder, 'node_modules/vite/bin/vite.js');
	const { status, stderr } = spawnSync(process.execPath, [vite, 'build'], { cwd: folder, encoding: 'utf8' });
	if (status !== 0) throw new Error(`the next version could not be built: ${stderr}`);
	return folder;
}

/** The version that comes after this one: every page of it is marked. Returns its folder. */
export const buildNext = (): string =>
	buildChanged('src/lib/ui/page/Page.svelte', '<main ', '<main data-build="next" ');

/** Which version a built app says that it is. */
export const versionIn = (build: string): string =>
	JSON.parse(readFileSync(join(build, '_app/version.json'), 'utf8')).version;
