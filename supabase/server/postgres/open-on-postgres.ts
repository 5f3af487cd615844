import { showCode } from '../../../src/lib/domain/code.ts';
import { CommandError } from '../command-error.ts';
import type { Config, NewHome } from '../config.ts';
import { connectPostgres } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { MigrationsDiffer } from '../database/migrations.ts';
import { openBackend } from '../embedded/backend.ts';
import { hasHome, type Home } from '../home.ts';
import { hashOf, makeOneTimeCode } from '../one-time-code.ts';
import { ensureRoles } from './roles.ts';

type PostgresConfig = Extract<Config, { kind: 'postgres' }>;

/** A real home, on a PostgreSQL of its own. */
export async function openOnPostgres(config: PostgresConfig, log: (line: string) => void): Promise<Home> {
	const connected = await connectPostgres(config.url);
	await refuseWrongDatabase(connected.database);
	return connected.alone(async () => {
		await ensureRoles(connected.database);
		const backend = await openBackend(connected, { secret: config.secret, proof: true, log }).catch(
			(problem: unknown) => {
				if (!(problem instanceof MigrationsDiffer)) throw problem;
				throw new CommandError(`The database was made by another version of Sayso: ${problem.message}.`);
			}
		);
		const { gate, publishable, database, close } = backend;
		const notes = [...(await noticeRestore(database)), ...(await joiningCodes(database, config.home))];
		return { site: { gate, config: { key: publishable, demo: false }, demo: null }, notes, close };
	});
}

/** A backup was restored since the last start: the epoch is another, and whoever starts this hears what that means. */
async function noticeRestore(database: Database): Promise<string[]> {
	const [row] = await database.query('select private.notice_life() as restored');
	return row?.['restored']
		? ['This database was restored from a backup. Every device sends again what it still has.']
		: [];
}

async function refuseWrongDatabase(database: Database): Promise<void> {
	const [row] = await database
		.query(
			`select to_regclass('auth.schema_migrations') is not null as supabase, to_regclass('app.homes') is not null as ours`
		)
		.catch((problem: unknown) => {
			throw new CommandError(
				`DATABASE_URL cannot be reached: ${problem instanceof Error ? problem.message : 'no answer'}`
			);
		});
	if (row?.['supabase'])
		throw new CommandError('DATABASE_URL is the database of a Supabase project. Use SUPABASE_URL and SUPABASE_KEY.');
	if (!row?.['ours']) return;
	const made = await database.query('select 1 from app.homes where demo');
	if (made.length > 0)
		throw new CommandError('DATABASE_URL holds the made-up home. A real home starts on an empty database.');
}

/** Until they have signed in: a one-time code for the first manager, and one for whoever is above them. Each is for that person's eyes only. */
async function joiningCodes(database: Database, home: NewHome | null): Promise<string[]> {
	if (!(await hasHome(database))) return createHome(database, home);
	const notes: string[] = [];
	for (const { person_id, name, role } of await database.query(
		'select person_id, name, role from private.not_joined_yet() order by role'
	)) {
		const code = makeOneTimeCode();
		await database.query('select private.owner_code($1, $2)', [String(person_id), hashOf(code)]);
		notes.push(...codeFor(String(name), role === 'manager', code));
	}
	return notes;
}

async function createHome(database: Database, home: NewHome | null): Promise<string[]> {
	if (!home) {
		throw new CommandError(
			'This database is empty. Name the home, its manager and the responsible individual above them: ' +
				'SAYSO_HOME_NAME="…" SAYSO_MANAGER="…" SAYSO_RESPONSIBLE="…" (the names to call them).'
		);
	}
	const [manager, responsible] = [makeOneTimeCode(), makeOneTimeCode()];
	await database.query('select private.found_home($1, $2, $3, $4, $5)', [
		...[home.name, home.manager, hashOf(manager), home.responsible, hashOf(responsible)]
	]);
	return [...codeFor(home.manager, true, manager), ...codeFor(home.responsible, false, responsible)];
}

const codeFor = (name: string, isManager: boolean, code: string): string[] => [
	isManager
		? `${name} sets up this home with this one-time code, good for a week:`
		: `${name}, the responsible individual, joins with this one. Give it to nobody else, and not through the manager:`,
	`    ${showCode(code)}`,
	'Until it is used, each start makes a new one.'
];
