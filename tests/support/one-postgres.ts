import { setup } from '../../supabase/tests/engines/run-server.ts';
import { prepareMapleHouse } from './maple-database.ts';

/** For Playwright's globalSetup: one PostgreSQL for all journeys of a run, and on it the made-up home to be copied. */
export default async function onePostgres(): Promise<(() => void) | undefined> {
	const stop = await setup();
	process.env['SAYSO_MAPLE_HOUSE'] = await prepareMapleHouse();
	return stop;
}
