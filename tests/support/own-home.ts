import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBackend } from '../../supabase/server/embedded/backend.ts';
import { connectPglite, connectPostgres } from '../../supabase/server/database/connect.ts';
import type { Database } from '../../supabase/server/database/database.ts';
import { createDemoRoutes } from '../../supabase/server/demo/demo-routes.ts';
import { RELAXED_LIMITS } from '../../supabase/server/limits/limits.ts';
import { serve, type RunningServer } from '../../supabase/server/http/serve.ts';
import type { Site } from '../../supabase/server/http/site.ts';
import { serveFiles } from '../../supabase/server/http/static-files.ts';
import { copyMapleHouse } from './maple-database.ts';

const A_DAY = 86_400;
const CONNECTIONS = 5; // a PostgreSQL for tests takes 60
const place = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The made-up home in this process: a test can look into its database, and stop and start its server. */
export class OwnHome {
	readonly base: string;
	readonly database: Database;
	readonly site: Site;
	#served: RunningServer | null;
	#end: () => Promise<void>;

	private constructor(parts: { site: Site; served: RunningServer; database: Database; end: () => Promise<void> }) {
		this.base = `http://127.0.0.1:${parts.served.port}`;
		this.database = parts.database;
		this.site = parts.site;
		this.#served = parts.served;
		this.#end = parts.end;
	}

	/** On a copy of the prepared database, or (null) on PGlite in this process. */
	static async open(prepared = process.env['SAYSO_MAPLE_HOUSE'] ?? null): Promise<OwnHome> {
		const log = (): void => undefined;
		const copy = prepared === null ? null : await copyMapleHouse(prepared);
		const connected = copy ? await connectPostgres(copy.url, CONNECTIONS) : await connectPglite(null);
		const secret = 'a secret for journeys only, and long enough';
		const backend = await openBackend(connected, { secret, limits: RELAXED_LIMITS, tokenSeconds: A_DAY, log });
		if (!copy) await backend.database.transaction((sql) => sql.exec(readFileSync(place('supabase/seed.sql'), 'utf8')));
		const { gate, publishable, database, withDatabase, close } = backend;
		const config = { key: publishable, demo: true };
		const parts = { gate, config, files: serveFiles(place('build')), demo: createDemoRoutes(backend) };
		const site: Site = { ...parts, trustProxy: false, log };
		const waits: Database = { ...database, query: (text, values) => withDatabase((one) => one.query(text, values)) };
		const end = () => close().then(() => copy?.drop());
		return new OwnHome({ site, served: await serve(site, 0, '127.0.0.1'), database: waits, end });
	}

	/** Nobody answers any more. */
	async stop(): Promise<void> {
		await this.#served?.close();
		this.#served = null;
	}

	/** At the same address as before. `change`: a server that behaves in another way. */
	async start(change: Partial<Site> = {}): Promise<void> {
		await this.stop();
		this.#served = await serve({ ...this.site, ...change }, Number(new URL(this.base).port), '127.0.0.1');
	}

	async close(): Promise<void> {
		await this.stop();
		await this.#end();
	}
}

/** The same request by a browser that has nothing of the app yet, and reads nothing compressed. */
export const askedFirst = (request: Request): Request =>
	new Request(request.url, { headers: { accept: request.headers.get('accept') ?? '' } });
