import { CommandError } from './command-error.ts';

/** What `npm start` was asked to run. */
export type Config = { port: number; host: string; trustProxy: boolean } & (
	| { kind: 'demo'; folder: string; full: boolean }
	| { kind: 'postgres'; url: string; secret: string; home: NewHome | null }
	| { kind: 'supabase'; url: string; key: string; secret: string | null }
);

/** A home to be founded: its name, its first manager, and the responsible individual above them, who is named here and nowhere else. */
export interface NewHome {
	name: string;
	manager: string;
	responsible: string;
}

type Env = Record<string, string | undefined>;

/** Where the made-up home lies. */
export const demoFolder = (env: Env): string => env['SAYSO_DATA'] || '.data/demo';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
const SHORTEST_SECRET = 32;

/** Reads the environment. Nothing set: the made-up home, on this computer only. */
export function readConfig(env: Env): Config {
	const host = env['HOST'] || '127.0.0.1';
	const trustProxy = env['TRUST_PROXY'] === '1';
	const place = { port: portFrom(env['PORT']), host, trustProxy };
	if (env['SAYSO_HOME'] !== undefined && env['SAYSO_HOME'] !== 'real') {
		throw new CommandError('SAYSO_HOME can only be "real". Leave it out for the made-up home.');
	}
	if (env['SAYSO_HOME'] !== 'real') return demo(env, place);
	if (!trustProxy && !LOOPBACK.includes(host)) {
		throw new CommandError(
			'A real home is never open over plain http: a tablet then has no lock for what children write. ' +
				'Put a server with https in front, let it pass X-Forwarded-Proto and X-Forwarded-For on, and set TRUST_PROXY=1.'
		);
	}
	return { ...place, ...realHome(env) };
}

function demo(env: Env, place: { port: number; host: string; trustProxy: boolean }): Config {
	for (const name of ['DATABASE_URL', 'SUPABASE_URL']) {
		if (env[name])
			throw new CommandError(
				`${name} is set. For a real home set SAYSO_HOME=real too; for the made-up home take ${name} away.`
			);
	}
	if (place.trustProxy || !LOOPBACK.includes(place.host)) {
		throw new CommandError(
			'The made-up home opens every drawer without a secret, so it is for this computer only: leave HOST and TRUST_PROXY out.'
		);
	}
	return { ...place, kind: 'demo', folder: demoFolder(env), full: env['SAYSO_HOUSE'] === 'full' };
}

function realHome(env: Env) {
	const { DATABASE_URL: database, SUPABASE_URL: supabase, SUPABASE_KEY: key } = env;
	if (database && supabase)
		throw new CommandError('DATABASE_URL and SUPABASE_URL are both set. Keep the one that holds the home.');
	if (database) return onPostgres(env, database);
	if (!supabase) {
		throw new CommandError(
			'A real home needs a PostgreSQL (DATABASE_URL) or a Supabase project (SUPABASE_URL and SUPABASE_KEY). ' +
				"The database inside this program is for trying only: a power cut could lose a child's words."
		);
	}
	if (!key) throw new CommandError('SUPABASE_KEY is missing: the publishable key of the project.');
	if (isSecretKey(key))
		throw new CommandError('SUPABASE_KEY is a secret key, which opens everything. Use the publishable key.');
	if (!isLocalOr(supabase, ['https:'])) throw new CommandError('SUPABASE_URL must begin with https://.');
	return { kind: 'supabase', url: supabase, key, secret: env['SAYSO_SECRET'] ? secretFrom(env) : null } as const;
}

function onPostgres(env: Env, url: string) {
	const secret = secretFrom(env);
	const address = URL.parse(url);
	if (!address || !/^postgres(ql)?:$/.test(address.protocol))
		throw new CommandError('DATABASE_URL is not a postgres:// address.');
	if (!isLocalOr(url, []) && !address.searchParams.has('sslmode')) {
		throw new CommandError(
			'DATABASE_URL leads to another computer. Add ?sslmode=verify-full (or, on a network of your own, the sslmode that you chose).'
		);
	}
	const { SAYSO_HOME_NAME: name, SAYSO_MANAGER: manager, SAYSO_RESPONSIBLE: responsible } = env;
	const home = name && manager && responsible ? { name, manager, responsible } : null;
	return { kind: 'postgres', url, secret, home } as const;
}

function secretFrom(env: Env): string {
	const secret = env['SAYSO_SECRET'] ?? '';
	if (secret.length < SHORTEST_SECRET || new Set(secret).size < 12) {
		throw new CommandError(
			'SAYSO_SECRET is missing or too easy to guess. It signs who is signed in. Make one with: openssl rand -base64 48'
		);
	}
	return secret;
}

function isLocalOr(address: string, protocols: string[]): boolean {
	const url = URL.parse(address);
	return url !== null && (protocols.includes(url.protocol) || [...LOOPBACK, '[::1]', ''].includes(url.hostname));
}

/** Also the older kind of key, a token that names its role. */
function isSecretKey(key: string): boolean {
	if (key.startsWith('sb_secret_')) return true;
	const claims = Buffer.from(key.split('.')[1] ?? '', 'base64url').toString('utf8');
	return /"role"\s*:\s*"service_role"/.test(claims);
}

function portFrom(text: string | undefined): number {
	const port = Number(text || 4173);
	if (!Number.isInteger(port) || port < 0 || port > 65535)
		throw new CommandError('PORT must be a number from 0 to 65535.');
	return port;
}
