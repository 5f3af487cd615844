import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CommandError } from '../command-error.ts';

/** Runs a program of PostgreSQL's against a database. Its password is in no list of processes. Gives what it wrote. */
export function runProgram(name: 'pg_dump' | 'pg_restore', args: string[], url: string): string {
	const program = join(process.env['POSTGRES_PROGRAMS'] ?? '', name);
	const { status, stdout, stderr, error } = spawnSync(program, args, {
		encoding: 'utf8',
		env: { ...process.env, ...connectionEnv(url) },
		maxBuffer: 64 * 1024 * 1024
	});
	if (error && 'code' in error && error.code === 'ENOENT')
		throw new CommandError(
			`${name} was not found. It comes with PostgreSQL’s client programs, as new as the server or newer (Debian: postgresql-client).`
		);
	if (status !== 0) throw new CommandError(`${name} says: ${(error?.message ?? stderr).trim()}`);
	return stdout;
}

/** The address of the home’s database. */
export function databaseUrl(env: Record<string, string | undefined>): string {
	const url = env['DATABASE_URL'] ?? '';
	if (!/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? ''))
		throw new CommandError('Set DATABASE_URL to the postgres:// address of the home’s database.');
	return url;
}

function connectionEnv(address: string): Record<string, string> {
	const url = new URL(address);
	const sslmode = url.searchParams.get('sslmode');
	return {
		PGHOST: url.hostname.replace(/^\[|\]$/g, ''),
		PGPORT: url.port || '5432',
		PGUSER: decodeURIComponent(url.username),
		PGPASSWORD: decodeURIComponent(url.password),
		PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
		...(sslmode && { PGSSLMODE: sslmode })
	};
}
