import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { createHash, randomUUID } from 'node:crypto';
import type { CallArgs, CallName, Outcome } from '../../../src/lib/domain/calls.ts';
import type { View } from '../../../src/lib/domain/view.ts';
import { openBackend, type Backend, type BackendSettings } from '../../server/embedded/backend.ts';
import { connectPglite, connectPostgres } from '../../server/database/connect.ts';
import { RELAXED_LIMITS } from '../../server/limits/limits.ts';
import { serve } from '../../server/http/serve.ts';
import { freshDatabase, type Engine } from '../engines.ts';
import { migrationsFolder } from '../engines/kinds.ts';
import { preparedPglite } from '../engines/pglite.ts';

export const SECRET = 'a secret for tests only, and long enough';

/** A server of its own, on a database of its own, spoken to over HTTP. */
export interface World {
	url: string;
	backend: Backend;
	/** Every line that the server logged. */
	lines: string[];
	/** A browser with nobody in it. `headers`: as something in front of the server, or another app, would say them. */
	visitor(headers?: Record<string, string>): SupabaseClient;
	/** A request as it is, without the client's manners. */
	ask(
		path: string,
		body?: unknown,
		headers?: Record<string, string>
	): Promise<{ status: number; body: never; headers: Headers }>;
	close(): Promise<void>;
}

export async function openWorld(
	engine: Engine,
	settings: Partial<BackendSettings> = {},
	trustProxy = false
): Promise<World> {
	const lines: string[] = [];
	const copy = engine === 'postgres' ? await freshDatabase('postgres') : null;
	const connected = copy?.url ? await connectPostgres(copy.url) : await connectPglite(null, await preparedPglite());
	const log = (line: string) => lines.push(line);
	const backend = await openBackend(connected, {
		secret: SECRET,
		migrations: migrationsFolder,
		limits: RELAXED_LIMITS,
		minRefusalMs: 0,
		log,
		...settings
	});
	const config = { key: backend.publishable, demo: false };
	const site = {
		gate: backend.gate,
		config,
		files: () => new Response(null, { status: 404 }),
		demo: null,
		trustProxy,
		log
	};
	const served = await serve(site, 0, '127.0.0.1');
	const url = `http://127.0.0.1:${served.port}`;
	return {
		url,
		backend,
		lines,
		visitor: (headers = trustProxy ? from('192.0.2.1') : {}) =>
			createClient(url, backend.publishable, {
				auth: { persistSession: false, autoRefreshToken: false },
				global: { headers }
			}),
		ask: (path, body, headers) => raw(url, backend.publishable, path, body, headers),
		close: async () => {
			await served.close();
			await backend.close();
			await copy?.close();
		}
	};
}

/** As a proxy in front says it. */
export const from = (address: string) => ({ 'x-forwarded-for': address, 'x-forwarded-proto': 'https' });

async function raw(url: string, key: string, path: string, body: unknown, headers: Record<string, string> = {}) {
	const response = await fetch(url + path, {
		method: 'POST',
		headers: { apikey: key, 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body ?? {})
	});
	const said = await response.text();
	return {
		status: response.status,
		body: (said.startsWith('{') ? JSON.parse(said) : null) as never,
		headers: response.headers
	};
}

export const hashOf = (code: string) => createHash('sha256').update(code).digest();
export const PASSWORD = 'correct horse 42';
export const deviceMail = () => `${randomUUID()}@device.sayso.invalid`;

/** One person on one device. */
export interface Somebody {
	client: SupabaseClient;
	email: string;
	password: string;
	token: string;
	id: string;
}

export const call = <N extends CallName>(name: N, args: CallArgs[N]) => ({
	id: randomUUID(),
	name,
	args,
	at: new Date().toISOString()
});

export async function send(who: Somebody, calls: unknown[]): Promise<Outcome[]> {
	const { data, error } = await who.client.rpc('apply_calls', { person: null, calls });
	if (error) throw error;
	return data;
}

/** All done, or the test ends here. */
export async function done(who: Somebody, calls: unknown[]): Promise<void> {
	const refused = (await send(who, calls)).filter((outcome) => outcome.end !== 'done');
	if (refused.length > 0) throw new Error(JSON.stringify(refused));
}

export async function view(who: Somebody): Promise<View> {
	const { data, error } = await who.client.rpc('my_view', { person: null, known_version: null, shape: 1 });
	if (error) throw error;
	return data.view;
}

export async function join(world: World, code: string, password = PASSWORD, email = deviceMail()): Promise<Somebody> {
	const client = world.visitor();
	const { data, error } = await client.auth.signUp({
		email,
		password,
		options: { data: { invite_code: code, device: 'Tablet' } }
	});
	if (error) throw error;
	const somebody = { client, email, password, token: data.session!.access_token, id: '' };
	return { ...somebody, id: (await view(somebody)).me };
}

/** A new code, made by somebody for somebody. */
export async function codeFor(maker: Somebody, person: string): Promise<string> {
	const code = randomUUID();
	await done(maker, [
		call('invite', { id: randomUUID(), person, device: 'Tablet', code_hash: hashOf(code).toString('hex') })
	]);
	return code;
}

/** Maple House as a manager makes it: Robin and Kai, Sam and Jo, Pat. Robin's key workers are Sam and Jo. */
export async function openMaple(world: World) {
	const code = randomUUID();
	await world.backend.withDatabase((database) =>
		database.query('select private.found_home($1, $2, $3, $4, $5)', [
			...[`Maple ${code}`, 'Pat', hashOf(code), 'Morgan', hashOf(randomUUID())]
		])
	);
	const pat = await join(world, code);
	const ids = { robin: randomUUID(), kai: randomUUID(), sam: randomUUID(), jo: randomUUID() };
	await done(pat, [
		call('add_person', { id: ids.robin, role: 'child', name: 'Robin' }),
		call('add_person', { id: ids.kai, role: 'child', name: 'Kai' }),
		call('add_person', { id: ids.sam, role: 'worker', name: 'Sam' }),
		call('add_person', { id: ids.jo, role: 'worker', name: 'Jo' }),
		call('set_key_worker', { id: randomUUID(), child: ids.robin, worker: ids.sam, place: 1, because: null }),
		call('set_key_worker', { id: randomUUID(), child: ids.robin, worker: ids.jo, place: 2, because: null })
	]);
	const newcomer = async (person: string) => join(world, await codeFor(pat, person));
	const [robin, kai, sam, jo] = [
		await newcomer(ids.robin),
		await newcomer(ids.kai),
		await newcomer(ids.sam),
		await newcomer(ids.jo)
	];
	return { pat, robin, kai, sam, jo };
}

export const wish = (words: string, readers: Somebody[], leftOut: Somebody[] = []) =>
	call('send_wish', {
		id: randomUUID(),
		symbol: null,
		words,
		picture: null,
		readers: readers.map(({ id }) => id),
		left_out: leftOut.map(({ id }) => id),
		shown: readers.map(({ id }) => id),
		may_move: false
	});
