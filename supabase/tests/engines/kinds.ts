import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database, Sql } from '../../server/database/database.ts';
import { readMigrations } from '../../server/database/migrations.ts';

/** exec(sql) gives the rows of each statement, query(sql, params) the rows of one. */
export interface TestDatabase extends Database {
	/** Where it is, for a second connection; null on PGlite, which has only the one. */
	url: string | null;
	/**
	 * A second session, where there can be one, for what a test does past all rules: session_replication_role throws away every
	 * plan of its session, and planning the rule of who reads takes longer than all else.
	 */
	aside: Sql;
}

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const cacheFolder = `${root}node_modules/.cache/sayso`;

/** Our migrations, or those of a folder that somebody at work on them names. */
export const migrationsFolder = process.env['SAYSO_MIGRATIONS'] ?? `${root}supabase/migrations`;
export const migrations = () => readMigrations(migrationsFolder);

/** Every session of a test finds pgTAP without asking. */
export const SEARCH_PATH = 'set search_path = "$user", public, tap, extensions';

/** Stands for all that goes into a prepared database, so that one made from older texts is never used. */
export function fingerprint(): string {
	const files = [
		'node_modules/@supabase/lite/package.json',
		'node_modules/@electric-sql/pglite/package.json',
		'supabase/server/database/platform.ts',
		'supabase/tests/engines/pgtap.ts'
	];
	const hash = createHash('sha256');
	for (const file of files) hash.update(readFileSync(`${root}${file}`));
	for (const { version, sql } of migrations()) hash.update(version).update(sql);
	return hash.digest('hex').slice(0, 16);
}
