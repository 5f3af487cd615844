import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error.ts';

const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** Builds the app when there is no build yet, or one older than what it is built from. */
export function buildIfNeeded(root: string, say: (line: string) => void): void {
	const built = join(root, 'build/200.html');
	const newest = Math.max(...SOURCES.map((source) => newestIn(join(root, source))));
	if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
	say('Building the app. This takes a few seconds.');
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(root, 'node_modules/vite/bin/vite.js'), 'build'],
		{
			cwd: root,
			encoding: 'utf8'
		}
	);
	if (status !== 0) throw new CommandError(`The app could not be built:\n${stdout}\n${stderr}`);
}

function newestIn(path: string): number {
	if (!existsSync(path)) return 0;
	const stat = statSync(path);
	if (!stat.isDirectory()) return stat.mtimeMs;
	return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
