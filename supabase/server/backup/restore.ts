import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS } from '../embedded/backend.ts';
import { databaseUrl, runProgram } from './postgres-programs.ts';
import { connectPostgres } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { readMigrations } from '../database/migrations.ts';
import { ensureRoles } from '../postgres/roles.ts';
import { CommandError } from '../command-error.ts';
import { refuseIncomplete } from '../postgres/integrity.ts';

/**
 * Brings a home back from a file into an empty database, with its roles and rights: all of it, or nothing. It is proved to be
 * whole, and its epoch is another, so that every device sends again what it still has.
 */
export async function restore(url: string, file: string): Promise<void> {
	if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
	const { database } = await connectPostgres(url, 2);
	try {
		await refuseFull(database);
		await ensureRoles(database);
		bringBack(url, file);
		for (const { sql } of readMigrations(MIGRATIONS))
			for (const [statement] of sql.matchAll(DEFAULTS)) await database.exec(statement);
		await refuseIncomplete(database);
		await database.exec('select private.begin_life()');
	} finally {
		await database.close();
	}
}

/** What is made later is closed, too. A dump says it of its owner by name, who may have another one here. */
const DEFAULTS = /^alter default privileges[^;]+;/gm;
const IN_A_DUMP = / DEFAULT ACL /;

function bringBack(url: string, file: string): void {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-restore-'));
	try {
		const list = join(folder, 'list');
		const parts = runProgram('pg_restore', ['--list', file], url).split('\n');
		writeFileSync(list, parts.filter((part) => !IN_A_DUMP.test(part)).join('\n'));
		const whole = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-password'];
		const { pathname } = new URL(url);
		const into = `--dbname=${decodeURIComponent(pathname.slice(1))}`;
		runProgram('pg_restore', [...whole, `--use-list=${list}`, into, file], url);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function refuseFull(database: Database): Promise<void> {
	const found = await database.query(`select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' limit 1`);
	if (found.length > 0)
		throw new CommandError(
			'This database holds something already. A backup comes back into an empty one: createdb makes it.'
		);
}

if (import.meta.main) {
	const [file = ''] = process.argv.slice(2);
	try {
		if (file === '') throw new CommandError('Name the file: npm run restore -- FILE');
		await restore(databaseUrl(process.env), file);
		process.stdout.write('The home is back and whole. When it is open, every device sends again what it still has.\n');
	} catch (problem) {
		process.stderr.write(`${problem instanceof CommandError ? problem.message : String(problem)}\n`);
		process.exit(1);
	}
}
