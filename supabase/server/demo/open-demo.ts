import { existsSync, readFileSync } from 'node:fs';
import { CommandError } from '../command-error.ts';
import { connectPglite } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { MigrationsDiffer } from '../database/migrations.ts';
import { openBackend } from '../embedded/backend.ts';
import { hasHome, type Home } from '../home.ts';
import { RELAXED_LIMITS } from '../limits/limits.ts';
import { openFolder } from './demo-folder.ts';
import { createDemoRoutes } from './demo-routes.ts';

/** The made-up home, on PGlite in a folder. `full`: with twelve children and not two, from the day on which it is made. */
export async function openDemo(folder: string, full: boolean, log: (line: string) => void): Promise<Home> {
	const { database: files, secret, ready, release } = openFolder(folder);
	const connected = await connectPglite(files).catch(() => {
		throw new CommandError(`The database in ${folder} cannot be read. Make a new one with: npm run reset`);
	});
	const backend = await openBackend(connected, { secret, limits: RELAXED_LIMITS, log }).catch((problem: unknown) => {
		if (!(problem instanceof MigrationsDiffer)) throw problem;
		throw new CommandError(
			`${folder} was made by another version of Sayso (${problem.message}). Make a new one with: npm run reset`
		);
	});
	if (!(await hasHome(backend.database)))
		await seed(backend.database, full ? ['seed.sql', 'full-house.sql'] : ['seed.sql']);
	ready();
	const { gate, publishable } = backend;
	return {
		site: { gate, config: { key: publishable, demo: true }, demo: createDemoRoutes(backend) },
		notes: [],
		close: async () => {
			await backend.close();
			release();
		}
	};
}

async function seed(database: Database, names: readonly string[]): Promise<void> {
	const files = names.map((name) => new URL(`../../${name}`, import.meta.url));
	if (!files.every((file) => existsSync(file)))
		throw new CommandError(`supabase/${names.join(' or supabase/')} is missing: the made-up home is in it.`);
	await database.transaction(async (sql) => {
		for (const file of files) await sql.exec(readFileSync(file, 'utf8'));
	});
}
