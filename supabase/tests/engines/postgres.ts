import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { onPostgres } from '../../server/database/database.ts';
import { applyMigrations } from '../../server/database/migrations.ts';
import { preparePlatform } from '../../server/database/platform.ts';
import { SEARCH_PATH, fingerprint, migrations, type TestDatabase } from './kinds.ts';
import { pgtap } from './pgtap.ts';
import { serverUrl } from './server.ts';

/** Values as PGlite takes and gives them: numbers as numbers, a text for a json column as that json. */
const json = (oid: number) => ({
	to: oid,
	from: [oid],
	serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
	parse: (text: string): unknown => JSON.parse(text)
});
const types = { bigint: { to: 20, from: [20], serialize: String, parse: Number }, json: json(114), jsonb: json(3802) };

export const connect = (url: string, max = 1) =>
	postgres(url, { max, types, onnotice: () => undefined, connection: { TimeZone: 'UTC' } });

export function at(server: string, name: string, user?: string): string {
	const url = new URL(server);
	url.pathname = `/${name}`;
	if (user) url.username = user;
	return url.href;
}

/** A copy of a prepared database (a tenth of a second) on the one server of this run. */
export async function postgresDatabase(): Promise<TestDatabase> {
	const server = await serverUrl();
	const name = `sayso_${randomBytes(6).toString('hex')}`;
	const template = await prepared(server);
	await asOwner(server, (sql) => sql.unsafe(`create database ${name} template ${template}`));
	await asOwner(at(server, name), (sql) =>
		sql.unsafe(`alter database ${name} ${SEARCH_PATH}; alter database ${name} set jit = off`)
	);
	return opened(server, name);
}

/** A database with what a project has before its first migration. */
export async function platformDatabase(): Promise<TestDatabase> {
	const server = await serverUrl();
	const name = `sayso_${randomBytes(6).toString('hex')}`;
	await asOwner(server, (sql) => sql.unsafe(`create database ${name}`));
	const database = opened(server, name);
	await preparePlatform(database);
	return database;
}

function opened(server: string, name: string): TestDatabase {
	const [database, aside] = [onPostgres(connect(at(server, name))), onPostgres(connect(at(server, name)))];
	const close = async () => {
		await Promise.all([database.close(), aside.close()]);
		await asOwner(server, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
	};
	return { ...database, close, url: at(server, name), aside };
}

export async function asOwner<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}

async function prepared(server: string): Promise<string> {
	const template = `sayso_template_${fingerprint()}`;
	await asOwner(server, async (sql) => {
		await sql`select pg_advisory_lock(7281968)`; // two tests that start at once; ends with the connection
		const found = await sql`select from pg_database where datname = ${template}`;
		if (found.length > 0) return;
		await sql.unsafe(`drop database if exists sayso_draft with (force)`);
		await sql.unsafe('create database sayso_draft');
		const draft = onPostgres(connect(at(server, 'sayso_draft')));
		await preparePlatform(draft);
		await draft.exec(pgtap());
		await applyMigrations(draft, migrations());
		await draft.close();
		await sql.unsafe(`alter database sayso_draft rename to ${template}`);
	});
	return template;
}
