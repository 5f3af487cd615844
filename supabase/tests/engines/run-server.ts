import { startServer } from './server.ts';

/** For vitest's globalSetup: one PostgreSQL for all test files of a run. */
export async function setup(): Promise<(() => void) | undefined> {
	if (process.env['PGURL']) return undefined;
	const server = await startServer();
	process.env['PGURL'] = server.url;
	return server.stop;
}
