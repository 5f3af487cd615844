import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const SECRET = 'pQ3v9Lr2xY7kTz5Wm8NcB4hJf6Gd1SaEoIuRqXwZ';
const REAL = { SAYSO_HOME: 'real' };
const POSTGRES = { ...REAL, DATABASE_URL: 'postgres://sayso@127.0.0.1/home', SAYSO_SECRET: SECRET };
const SUPABASE = { ...REAL, SUPABASE_URL: 'https://x.supabase.invalid', SUPABASE_KEY: 'sb_publishable_x' };

describe('what npm start runs', () => {
	it('with nothing set: the made-up home, on this computer only', () => {
		expect(readConfig({})).toEqual({
			kind: 'demo',
			folder: '.data/demo',
			full: false,
			port: 4173,
			host: '127.0.0.1',
			trustProxy: false
		});
		expect(readConfig({ SAYSO_DATA: '/x', PORT: '8080' })).toMatchObject({ folder: '/x', port: 8080 });
		expect(readConfig({ SAYSO_HOUSE: 'full' })).toMatchObject({ kind: 'demo', full: true });
	});

	it('a real home on PostgreSQL or on Supabase', () => {
		const named = { ...POSTGRES, SAYSO_HOME_NAME: 'Oak', SAYSO_MANAGER: 'Nia', SAYSO_RESPONSIBLE: 'Ivy' };
		expect(readConfig(named)).toMatchObject({
			kind: 'postgres',
			home: { name: 'Oak', manager: 'Nia', responsible: 'Ivy' }
		});
		expect(readConfig({ ...named, SAYSO_RESPONSIBLE: '' })).toMatchObject({ home: null });
		expect(readConfig(POSTGRES)).toMatchObject({ kind: 'postgres', home: null });
		expect(readConfig(SUPABASE)).toMatchObject({ kind: 'supabase', key: 'sb_publishable_x' });
		expect(readConfig({ ...POSTGRES, HOST: '0.0.0.0', TRUST_PROXY: '1' })).toMatchObject({
			host: '0.0.0.0',
			trustProxy: true
		});
	});

	const jwt = (role: string) => `a.${Buffer.from(JSON.stringify({ role })).toString('base64url')}.c`;
	it.each([
		['a real home on the database for trying', REAL, 'for trying only'],
		['a real home over plain http', { ...POSTGRES, HOST: '0.0.0.0' }, 'never open over plain http'],
		[
			'a database without saying that the home is real',
			{ DATABASE_URL: 'postgres://x' },
			'For a real home set SAYSO_HOME=real too'
		],
		[
			'a project without saying that the home is real',
			{ SUPABASE_URL: 'https://x' },
			'For a real home set SAYSO_HOME=real too'
		],
		['the made-up home for other computers', { HOST: '0.0.0.0' }, 'for this computer only'],
		['the made-up home behind a proxy', { TRUST_PROXY: '1' }, 'for this computer only'],
		['two databases', { ...POSTGRES, ...SUPABASE }, 'both set'],
		['no secret', { ...POSTGRES, SAYSO_SECRET: undefined }, 'openssl rand -base64 48'],
		['a short secret', { ...POSTGRES, SAYSO_SECRET: 'hunter2' }, 'too easy to guess'],
		['a long secret that is easy to guess', { ...POSTGRES, SAYSO_SECRET: 'a'.repeat(60) }, 'too easy to guess'],
		['another kind of database', { ...POSTGRES, DATABASE_URL: 'mysql://x/y' }, 'not a postgres:// address'],
		[
			'a database elsewhere, without a word on encryption',
			{ ...POSTGRES, DATABASE_URL: 'postgres://u@db.invalid/x' },
			'sslmode'
		],
		['no key', { ...SUPABASE, SUPABASE_KEY: '' }, 'SUPABASE_KEY is missing'],
		['a key that opens everything', { ...SUPABASE, SUPABASE_KEY: 'sb_secret_x' }, 'Use the publishable key'],
		[
			'the older key that opens everything',
			{ ...SUPABASE, SUPABASE_KEY: jwt('service_role') },
			'Use the publishable key'
		],
		['a project over plain http', { ...SUPABASE, SUPABASE_URL: 'http://x.supabase.invalid' }, 'https://'],
		['an unknown kind of home', { SAYSO_HOME: 'demo' }, 'can only be "real"'],
		['a port that is none', { PORT: 'http' }, 'PORT must be a number']
	])('%s is refused, with what to do', (_, env, says) => {
		expect(() => readConfig(env)).toThrow(says);
	});

	it('a database elsewhere is fine once it is said how it is encrypted, and so is the older visitor’s key', () => {
		expect(readConfig({ ...POSTGRES, DATABASE_URL: 'postgres://u@db.invalid/x?sslmode=verify-full' }).kind).toBe(
			'postgres'
		);
		expect(readConfig({ ...SUPABASE, SUPABASE_KEY: jwt('anon') }).kind).toBe('supabase');
		expect(readConfig({ ...SUPABASE, SUPABASE_URL: 'http://localhost:54321' }).kind).toBe('supabase');
	});
});
