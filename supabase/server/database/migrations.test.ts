import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Database, Row } from './database.ts';
import { applyMigrations, readMigrations } from './migrations.ts';

describe('migrations', () => {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-migrations-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	/** A database that knows some migrations, and refuses what says so. */
	function database(known: Row[], done: string[] = []): Database {
		const sql = {
			exec: async (statements: string) => {
				if (statements.includes('WRONG'))
					throw Object.assign(new Error('syntax error'), { position: statements.indexOf('WRONG') + 1 });
				done.push(statements);
				return [];
			},
			query: async (statement: string) => (statement.startsWith('select') ? known : [])
		};
		const atOnce: Database['atOnce'] = (all) => Promise.all(all.map(([statement]) => sql.query(statement)));
		return { ...sql, transaction: (work) => work(sql), atOnce, close: () => Promise.resolve() };
	}
	const migration = (version: string, sql: string) => ({ version, name: 'n', sql });

	it('are read in order, by their 14-digit names alone', () => {
		for (const name of [
			'20260101000002_b.sql',
			'20260101000001_a.sql',
			'2026_short.sql',
			'notes.md',
			'20260101000003_c.sql.bak'
		]) {
			writeFileSync(join(folder, name), name);
		}
		expect(readMigrations(folder).map(({ version, name }) => `${version} ${name}`)).toEqual([
			'20260101000001 a',
			'20260101000002 b'
		]);
	});

	it('only what is missing is applied', async () => {
		const done: string[] = [];
		const ours = [migration('1', 'one'), migration('2', 'two')];
		expect(await applyMigrations(database([{ version: '1', sql: 'one' }], done), ours)).toEqual(['2']);
		expect(done.slice(1)).toEqual(['two']);
	});

	it('an edited one, and one of a newer Sayso, are refused; one that the Supabase CLI applied in pieces is taken', async () => {
		const ours = [migration('1', 'one')];
		await expect(applyMigrations(database([{ version: '1', sql: 'uno' }]), ours)).rejects.toThrow(
			'1 has changed since it was applied'
		);
		await expect(applyMigrations(database([{ version: '9', sql: 'x' }]), ours)).rejects.toThrow(
			'9 is not a migration of this Sayso'
		);
		expect(await applyMigrations(database([{ version: '1', sql: null }]), ours)).toEqual([]);
	});

	it('one that fails says where, and does not print the whole file', async () => {
		const failing = applyMigrations(database([]), [migration('1', 'select 1;\n\nselect WRONG;')]);
		await expect(failing).rejects.toThrow(/^1_n\.sql, line 3: syntax error$/);
	});
});
