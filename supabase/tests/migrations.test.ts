import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readMigrations } from '../server/database/migrations.ts';
import { schemaFiles, wholeSchema } from '../schema-files.ts';
import { schemaPage } from '../schema-page.ts';
import { catalogueOf } from './catalogue.ts';
import { freshDatabase, type TestDatabase } from './engines.ts';
import { root } from './engines/kinds.ts';
import { platformDatabase } from './engines/postgres.ts';

const released: { files: Record<string, string> } = JSON.parse(readFileSync(`${root}supabase/released.json`, 'utf8'));
const { version }: { version: string } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const migrations = readMigrations(`${root}supabase/migrations`);

let migrated: TestDatabase;
let declared: TestDatabase;
beforeAll(async () => {
	migrated = await freshDatabase('postgres');
	declared = await platformDatabase();
});
afterAll(() => Promise.all([migrated.close(), declared.close()]));

it('what was released is never changed', () => {
	const changed = Object.entries(released.files).filter(([file, hash]) => {
		const path = `${root}supabase/migrations/${file}`;
		return !existsSync(path) || createHash('sha256').update(readFileSync(path)).digest('hex') !== hash;
	});
	expect(changed).toEqual([]);
	expect(Object.keys(released.files).length > 0, 'from 1.0.0 on every migration stands in released.json').toBe(
		!version.startsWith('0.')
	);
});

it('before 1.0.0 there is one, made from the schemas: npm run migrations', () => {
	if (Object.keys(released.files).length > 0) return expect(migrations.length).toBeGreaterThan(0);
	expect(migrations.length).toBe(1);
	expect(migrations[0]?.sql === wholeSchema()).toBe(true);
});

it('they give what the schemas say', async () => {
	for (const { path, sql } of schemaFiles())
		await declared.exec(sql).catch((problem: unknown) => {
			throw new Error(`${path}: ${String(problem)}`);
		});
	const [says, gives] = [await catalogueOf(declared), await catalogueOf(migrated)];
	expect(says.length).toBeGreaterThan(850);
	expect(gives).toEqual(says);
});

it('SCHEMA.md says what they give: npm run migrations', async () => {
	const database = await freshDatabase('pglite'); // which wrote it: each PostgreSQL has its own way to write a condition
	const page = await schemaPage(database);
	await database.close();
	expect(readFileSync(`${root}supabase/SCHEMA.md`, 'utf8')).toBe(page);
	expect(page.match(/^### /gm)?.length).toBeGreaterThan(20);
});

it('two databases that differ in one thing are not taken for the same', async () => {
	const before = await catalogueOf(migrated);
	const changes = [
		'alter table app.items add column more text',
		'alter table app.items alter column words drop not null',
		'alter table app.items drop constraint nothing_said',
		'alter table app.items disable row level security',
		'alter table app.items disable trigger never_goes',
		'alter policy items_select_by_reader on app.items using (true)',
		'alter function private.me() security invoker',
		'grant execute on function private.held to authenticated',
		'grant update (words) on app.items to authenticated',
		'drop index app.items_child_id_closed_at_idx',
		`create or replace view private.manages as select 'manager'::app.role as role, 'child'::app.role as other`,
		`alter type app.how add value 'swim'`,
		'grant usage on schema app to anon',
		'alter default privileges in schema app grant select on tables to anon'
	];
	for (const change of changes) {
		await migrated.exec(`begin; ${change}`);
		const after = await catalogueOf(migrated);
		await migrated.exec('rollback');
		expect(after, change).not.toEqual(before);
	}
});
