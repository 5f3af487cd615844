import type { Connection } from '@supabase/lite';
import { loadLitePglite, loadLitePostgres } from '../embedded/lite.ts';
import { onPglite, onPostgres, type Database } from './database.ts';
import { createFairQueue, type FairQueue } from '../gate/fair-queue.ts';

/** One database, as Lite talks to it and as we do. */
export interface Connected {
	connection: Connection;
	database: Database;
	queue: FairQueue;
	/** Works while no other server sets up the same database. */
	alone<T>(work: () => Promise<T>): Promise<T>;
}

const MAX_WAITING = 200; // three seconds' worth on two cores (bench:load): who comes later is told to come back
const TIMESTAMPTZ = 1184;
const LOCK = 7_281_967;

/** 2026-11-21 23:38:47.013+00 as 2026-11-21T23:38:47.013+00:00: as PostgREST says it, and as an old Safari reads it. */
const isoTime = (text: string) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');

/** PGlite, in a folder or (null) in memory, empty or from a dump. */
export async function connectPglite(folder: string | null, dump?: Blob): Promise<Connected> {
	const { createPgliteConnection } = await loadLitePglite();
	const parsers = { [TIMESTAMPTZ]: isoTime };
	const connection = await createPgliteConnection({
		...(folder && { url: folder }),
		pgliteOptions: { parsers, ...(dump && { loadDataDir: dump }) }
	});
	await connection.driver.waitReady;
	const database = onPglite(connection.driver);
	return {
		connection,
		database: { ...database, close: () => connection.close() },
		queue: createFairQueue(1, MAX_WAITING),
		alone: (work) => work() // the folder's lock sees to it
	};
}

export async function connectPostgres(url: string, connections = 10): Promise<Connected> {
	const { createPostgresConnection } = await loadLitePostgres();
	const connection = createPostgresConnection({
		url,
		postgresOptions: { max: connections, connect_timeout: 10, onnotice: () => undefined, types: TYPES }
	});
	const database = onPostgres(connection.driver);
	const alone: Connected['alone'] = (work) =>
		database.transaction(async (sql) => {
			await sql.query('select pg_advisory_xact_lock($1)', [LOCK]);
			return work(); // on other connections of the pool
		});
	return { connection, database, queue: createFairQueue(connections, MAX_WAITING), alone };
}

/** Lite makes the metadata of a sign-up a text before it hands it over: made a text again, it would be no json object. */
const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const parse = (text: string): unknown => JSON.parse(text);
const TYPES = {
	json: { to: 114, from: [114], serialize: asText, parse },
	jsonb: { to: 3802, from: [3802], serialize: asText, parse },
	timestamptz: { to: TIMESTAMPTZ, from: [TIMESTAMPTZ], serialize: String, parse: isoTime }
};
