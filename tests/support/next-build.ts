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
const PAGE = 'src/lib/ui/page/Page.svelte';

/** The version that comes after this one, built where this one lies: every page of it is marked. Returns its folder. */
export function buildNext(): string {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-next-'));
	for (const source of [...SOURCES, 'build'])
		cpSync(source, join(folder, source), { recursive: true, preserveTimestamps: true });
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	const page = join(folder, PAGE);
	writeFileSync(page, readFileSync(page, 'utf8').replace('<main ', '<main data-build="next" '));
	const vite = join(folder, 'node_modules/vite/bin/vite.js');
	const { status, stderr } = spawnSync(process.execPath, [vite, 'build'], { cwd: folder, encoding: 'utf8' });
	if (status !== 0) throw new Error(`the next version could not be built: ${stderr}`);
	return folder;
}

/** Which version a built app says that it is. */
export const versionIn = (build: string): string =>
	JSON.parse(readFileSync(join(build, '_app/version.json'), 'utf8')).version;
