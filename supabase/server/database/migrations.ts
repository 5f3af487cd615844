import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';

export interface Migration {
	version: string;
	name: string;
	sql: string;
}

/** The database was made by other migrations than ours: by an older text of one, or by a newer Sayso. */
export class MigrationsDiffer extends Error {}

const NAME = /^(\d{14})_(\w+)\.sql$/;

export function readMigrations(folder: string): Migration[] {
	return readdirSync(folder)
		.sort()
		.flatMap((file) => {
			const [, version, name] = NAME.exec(file) ?? [];
			return version && name ? [{ version, name, sql: readFileSync(join(folder, file), 'utf8') }] : [];
		});
}

/** Whose text of a migration is whole: the Supabase CLI keeps it in pieces. */
const US = 'sayso';

/** Applies what is missing, each file in a transaction, and keeps the same history table as the Supabase CLI. `before`: the first. */
export async function applyMigrations(
	database: Database,
	migrations: Migration[],
	before: () => Promise<void> = async () => undefined
): Promise<string[]> {
	await database.exec(`create schema if not exists supabase_migrations;
		create table if not exists supabase_migrations.schema_migrations
			(version text primary key, statements text[], name text, created_by text, idempotency_key text, rollback text[])`);
	const known = await applied(database);
	refuseOthers(known, migrations);
	const missing = migrations.filter(({ version }) => !known.has(version));
	if (missing.length > 0) await before();
	for (const migration of missing) await applyOne(database, migration);
	return missing.map(({ version }) => version);
}

async function applied(database: Database): Promise<Map<string, string | null>> {
	const rows = await database.query(
		`select version, case when created_by = $1 then statements[1] end as sql from supabase_migrations.schema_migrations`,
		[US]
	);
	return new Map(rows.map(({ version, sql }) => [String(version), typeof sql === 'string' ? sql : null]));
}

function refuseOthers(applied: Map<string, string | null>, migrations: Migration[]): void {
	const ours = new Map(migrations.map(({ version, sql }) => [version, sql]));
	for (const [version, sql] of applied) {
		if (ours.get(version) === undefined) throw new MigrationsDiffer(`${version} is not a migration of this Sayso`);
		if (sql !== null && ours.get(version) !== sql)
			throw new MigrationsDiffer(`${version} has changed since it was applied`);
	}
}

async function applyOne(database: Database, { version, name, sql }: Migration): Promise<void> {
	await database.transaction(async (run) => {
		await run.exec(sql).catch((problem: unknown) => {
			throw new Error(`${version}_${name}.sql${place(problem, sql)}`);
		});
		await run.query(
			'insert into supabase_migrations.schema_migrations (version, name, statements, created_by) values ($1, $2, $3, $4)',
			[version, name, [sql], US]
		);
		return true;
	});
}

/** Where in the file, and why. (The engine's own error would print the whole file.) */
function place(problem: unknown, sql: string): string {
	if (!(problem instanceof Error)) return ': failed';
	const position = 'position' in problem ? Number(problem.position) : 0;
	return `${position ? `, line ${sql.slice(0, position).split('\n').length}` : ''}: ${problem.message}`;
}
