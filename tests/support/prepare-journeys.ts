import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from '../../supabase/server/build-if-needed.ts';
import { setup } from '../../supabase/tests/engines/run-server.ts';
import { prepareMapleHouse } from './maple-database.ts';

/**
 * For Playwright's globalSetup: the app as its sources are (else `npm start` in a journey would build it under the
 * others' feet), one PostgreSQL for all journeys of a run, and on it the made-up home to be copied.
 */
export default async function prepareJourneys(): Promise<(() => void) | undefined> {
	buildIfNeeded(fileURLToPath(new URL('../..', import.meta.url)), console.log);
	const stop = await setup();
	process.env['SAYSO_MAPLE_HOUSE'] = await prepareMapleHouse();
	return stop;
}
