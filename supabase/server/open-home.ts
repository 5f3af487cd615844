import { existsSync, readFileSync } from 'node:fs';
import { learned } from './gate/token-accounts.ts';
import { MOST_PASSWORDS, REFUSAL_TAKES, openBackend, type Backend } from './embedded/backend.ts';
import { hashOf, newCode } from './one-time-code.ts';
import { connectPglite, connectPostgres } from './database/connect.ts';
import type { Database } from './database/database.ts';
import { makeDemo } from './demo/demo-routes.ts';
import { makeDevices } from './gate/known-devices.ts';
import { openFolder } from './demo/demo-folder.ts';
import { fairGate } from './gate/fair-queue.ts';
import { makeGateway } from './gate/gate.ts';
import { askHosted } from './hosted/supabase-project.ts';
import { keysFrom, newSecret } from './keys.ts';
import { LIMITS, PLENTY, openBook } from './limits/limits.ts';
import { MigrationsDiffer } from './database/migrations.ts';
import { WillNotStart, type NewHome, type Plan } from './config.ts';
import type { Site } from './http/serve.ts';
import { makeRoles } from './database/roles.ts';
import { showCode } from '../../src/lib/domain/code.ts';

type PlanOf<K extends Plan['kind']> = Extract<Plan, { kind: K }>;

/** An open home: what the site needs of it, and what to tell whoever started it. */
export interface Home {
	site: Pick<Site, 'gateway' | 'config' | 'demo'>;
	notes: string[];
	close(): Promise<void>;
}

export function openHome(plan: Plan, log: (line: string) => void): Promise<Home> {
	switch (plan.kind) {
		case 'demo':
			return openDemo(plan, log);
		case 'postgres':
			return openOnPostgres(plan, log);
		case 'supabase':
			return Promise.resolve(openOnSupabase(plan, log));
	}
}

async function openDemo({ folder }: PlanOf<'demo'>, log: (line: string) => void): Promise<Home> {
	const { database: files, secret, ready, release } = openFolder(folder);
	const connected = await connectPglite(files).catch(() => {
		throw new WillNotStart(`The database in ${folder} cannot be read. Make a new one with: npm run reset`);
	});
	const backend = await openBackend(connected, { secret, limits: PLENTY, log }).catch((problem: unknown) => {
		if (!(problem instanceof MigrationsDiffer)) throw problem;
		throw new WillNotStart(
			`${folder} was made by another version of Sayso (${problem.message}). Make a new one with: npm run reset`
		);
	});
	if (!(await hasHome(backend.database))) await seed(backend.database);
	ready();
	const close = async () => {
		await backend.close();
		release();
	};
	return { site: siteOf(backend, true), notes: [], close };
}

async function seed(database: Database): Promise<void> {
	const file = new URL('../seed.sql', import.meta.url);
	if (!existsSync(file)) throw new WillNotStart('supabase/seed.sql is missing: it holds the made-up home.');
	await database.transaction((sql) => sql.exec(readFileSync(file, 'utf8')));
}

async function openOnPostgres(plan: PlanOf<'postgres'>, log: (line: string) => void): Promise<Home> {
	const connected = await connectPostgres(plan.url);
	await refuseForeign(connected.database);
	return connected.alone(async () => {
		await makeRoles(connected.database);
		const backend = await openBackend(connected, { secret: plan.secret, proof: true, log }).catch(
			(problem: unknown) => {
				if (!(problem instanceof MigrationsDiffer)) throw problem;
				throw new WillNotStart(`The database was made by another version of Sayso: ${problem.message}.`);
			}
		);
		const notes = [...(await lookBack(backend.database)), ...(await welcome(backend.database, plan.home))];
		return { site: siteOf(backend, false), notes, close: backend.close };
	});
}

/** A backup was restored since the last start: the epoch is another, and whoever starts this hears what that means. */
async function lookBack(database: Database): Promise<string[]> {
	const [row] = await database.query('select private.notice_life() as restored');
	return row?.['restored']
		? ['This database was restored from a backup. Every device sends again what it still has.']
		: [];
}

async function refuseForeign(database: Database): Promise<void> {
	const [row] = await database
		.query(
			`select to_regclass('auth.schema_migrations') is not null as supabase, to_regclass('app.homes') is not null as ours`
		)
		.catch((problem: unknown) => {
			throw new WillNotStart(
				`DATABASE_URL cannot be reached: ${problem instanceof Error ? problem.message : 'no answer'}`
			);
		});
	if (row?.['supabase'])
		throw new WillNotStart('DATABASE_URL is the database of a Supabase project. Use SUPABASE_URL and SUPABASE_KEY.');
	if (!row?.['ours']) return;
	const made = await database.query('select 1 from app.homes where demo');
	if (made.length > 0)
		throw new WillNotStart('DATABASE_URL holds the made-up home. A real home starts on an empty database.');
}

/** Until they have signed in: a one-time code for the first manager, and one for whoever is above them. Each is for that person's eyes only. */
async function welcome(database: Database, home: NewHome | null): Promise<string[]> {
	if (await hasHome(database)) {
		const rows = await database.query('select person_id, name, role from private.not_joined_yet() order by role');
		const notes: string[] = [];
		for (const { person_id, name, role } of rows) {
			const code = newCode();
			await database.query('select private.owner_code($1, $2)', [String(person_id), hashOf(code)]);
			notes.push(...codeFor(String(name), role === 'manager', code));
		}
		return notes;
	}
	if (!home) {
		throw new WillNotStart(
			'This database is empty. Name the home, its manager and the responsible individual above them: ' +
				'SAYSO_HOME_NAME="…" SAYSO_MANAGER="…" SAYSO_RESPONSIBLE="…" (the names to call them).'
		);
	}
	const [manager, responsible] = [newCode(), newCode()];
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

/** How many requests the project has of us at one moment, and how many wait here. */
const [AT_ONCE, MOST_WAITING] = [50, 1000];

function openOnSupabase(plan: PlanOf<'supabase'>, log: (line: string) => void): Home {
	const gateway = makeGateway({
		ask: askHosted(plan.url),
		publishable: plan.key,
		book: openBook(LIMITS),
		accounts: learned(),
		devices: makeDevices(keysFrom(plan.secret ?? newSecret()).devices),
		gate: fairGate(AT_ONCE, MOST_WAITING),
		passwords: fairGate(AT_ONCE, MOST_PASSWORDS),
		log,
		refusalTakes: REFUSAL_TAKES
	});
	return {
		site: { gateway, config: { key: plan.key, demo: false }, demo: null },
		notes: [],
		close: () => Promise.resolve()
	};
}

const siteOf = (backend: Backend, demo: boolean): Home['site'] => ({
	gateway: backend.gateway,
	config: { key: backend.publishable, demo },
	demo: demo ? makeDemo(backend) : null
});

async function hasHome(database: Database): Promise<boolean> {
	const [row] = await database.query('select exists (select from app.homes) as there');
	return row?.['there'] === true;
}
