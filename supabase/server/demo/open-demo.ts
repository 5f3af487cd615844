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

/** The made-up home, on PGlite in a folder. */
export async function openDemo(folder: string, log: (line: string) => void): Promise<Home> {
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
	if (!(await hasHome(backend.database))) await seed(backend.database);
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

async function seed(database: Database): Promise<void> {
	const file = new URL('../../seed.sql', import.meta.url);
	if (!existsSync(file)) throw new CommandError('supabase/seed.sql is missing: it holds the made-up home.');
	await database.transaction((sql) => sql.exec(readFileSync(file, 'utf8')));
}
