import { createHmac } from 'node:crypto';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveKeys } from '../../server/keys.ts';
import { ENGINES } from '../engines.ts';
import { SECRET, openMaple, openWorld, view, type Somebody, type World } from './world.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function token(
	claims: object,
	secret = deriveKeys(SECRET).jwtSecret,
	header: object = { alg: 'HS256', typ: 'JWT' }
): string {
	const signed = `${part(header)}.${part(claims)}`;
	return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
const soon = () => Math.floor(Date.now() / 1000) + 600;

describe.each(ENGINES)('doors that stay shut, on %s', (engine) => {
	let world: World;
	let pat: Somebody;
	let robin: Somebody;
	let before: unknown;
	const privileges = () =>
		world.backend.withDatabase((database) =>
			database.query(`select n.nspname, c.relname, r.rolname, p.name, has_table_privilege(r.rolname, c.oid, p.name) as may
				from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles r, unnest(array['select', 'insert', 'update', 'delete']) p(name)
				where n.nspname in ('app', 'auth', 'private', 'public', 'supabase_migrations') and c.relkind in ('r', 'v')
					and r.rolname in ('anon', 'authenticated', 'service_role') and has_table_privilege(r.rolname, c.oid, p.name)
				order by 1, 2, 3, 4`)
		);
	beforeAll(async () => {
		world = await openWorld(engine);
		before = await privileges();
		({ pat, robin } = await openMaple(world));
	});
	afterAll(() => world.close());

	const asRobin = () => ({ authorization: `Bearer ${robin.token}` });

	it('serving grants nobody anything (Lite would grant everything to everybody on its first request)', async () => {
		expect(await privileges()).toEqual(before);
		const open = await world.backend.withDatabase((database) =>
			database.query(`select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where n.nspname in ('app', 'auth', 'private') and (has_table_privilege('anon', c.oid, 'select, insert, update, delete')
					or has_table_privilege('authenticated', c.oid, 'update, delete'))`)
		);
		expect(open).toEqual([]);
	});

	it.each([
		'/rest/v1/',
		'/rest/v1/people',
		'/rest/v1/homes?select=*',
		'/rest/v1/rpc/found_home',
		'/rest/v1/rpc/demo_code',
		'/rest/v1/rpc/act_as',
		'/rest/v1/rpc/my_login',
		'/rest/v1/rpc/my_view/',
		'/rest/v1/rpc/%6dy_view',
		'/rest/v1/rpc/toString',
		'/rest/v1/rpc/',
		'/rest/v1//rpc/my_view',
		'/auth/v1/recover',
		'/auth/v1/verify',
		'/auth/v1/otp',
		'/auth/v1/magiclink',
		'/auth/v1/user',
		'/auth/v1/admin/users',
		'/auth/v1/settings',
		'/auth/v1/health',
		'/auth/v1/.well-known/jwks.json',
		'/auth/v1/authorize',
		'/auth/v1/callback',
		'/auth/v1/resend',
		'/auth/v1/invite',
		'/auth/v1/token',
		'/auth/v1/token?grant_type=pkce',
		'/auth/v1/token?grant_type=id_token',
		'/auth/v1/logout?scope=everyone',
		'/storage/v1/bucket',
		'/_system/config',
		'/_system/info',
		'/_system/introspect',
		'/graphql/v1',
		'/demo',
		'/demo/enter'
	])('%s is not there', async (path) => {
		expect((await world.ask(path, {}, asRobin())).status).toBe(404);
	});

	it('a served function answers to POST alone, and hears no instructions beside its arguments', async () => {
		for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
			const { status, headers } = await fetch(`${world.url}/rest/v1/rpc/my_view`, {
				method,
				headers: { apikey: world.backend.publishable }
			});
			expect([method, status, headers.get('access-control-allow-origin')]).toEqual([method, 404, null]);
		}
		const extra = {
			...asRobin(),
			'content-profile': 'private',
			'accept-profile': 'app',
			accept: 'application/vnd.pgrst.plan',
			prefer: 'tx=rollback'
		};
		const { status, body } = await world.ask('/rest/v1/rpc/my_view?select=version&limit=0', { person: null }, extra);
		expect([status, Object.keys(body)]).toEqual([200, ['version', 'now', 'lacks', 'view']]);
	});

	it('tables, other schemas and inner functions cannot be reached by the client', async () => {
		for (const table of ['people', 'items', 'logins', 'invites', 'users']) {
			expect((await robin.client.from(table).select('*')).status).toBe(404);
			expect((await robin.client.schema('app').from(table).select('*')).status).toBe(404);
			expect((await robin.client.from(table).insert({})).status).toBe(404);
		}
		expect((await robin.client.schema('private').rpc('found_home', {})).status).toBe(404);
		expect((await robin.client.schema('calls').rpc('add_person', {})).status).toBe(404);
	});

	it('a visitor may look at a code, and nothing else', async () => {
		expect((await world.visitor().rpc('check_code', { code: 'X' })).status).toBe(200);
		for (const [name, args] of [
			['my_view', { person: null }],
			['apply_calls', { person: null, calls: [] }],
			['my_pictures', { person: null, hashes: [] }],
			['my_older', { person: null, before: '2026-01-01' }],
			['my_evidence', { person: null, first_day: '2026-01-01', last_day: '2026-01-01' }],
			['my_audit', { person: null, before: '2026-01-01' }],
			['home_guide', { known_version: null }]
		] as const) {
			expect([name, (await world.visitor().rpc(name, args)).status]).toEqual([name, 401]);
		}
	});

	it('who asks with no key, a wrong one or a secret one gets nothing', async () => {
		for (const apikey of ['', 'sb_publishable_wrong', deriveKeys(SECRET).secret]) {
			const { status } = await world.ask('/rest/v1/rpc/check_code', { code: 'X' }, { apikey });
			expect(status).toBe(401);
		}
	});

	it('a token that was forged, is too old, is unsigned, or names another role opens nothing', async () => {
		const account = chargesFor(robin.token).sub;
		const claims = { sub: account, role: 'authenticated', aud: 'authenticated', exp: soon() };
		const bad = {
			forged: token(claims, 'unsafe-secret-change-me'),
			old: token({ ...claims, exp: 1000 }),
			unsigned: `${part({ alg: 'none' })}.${part(claims)}.`,
			'unsigned, with junk': `${part({ alg: 'none' })}.${part(claims)}.AA`,
			'all of the database, forged': token({ ...claims, role: 'service_role' }, 'x'.repeat(40)),
			junk: 'x.y.z'
		};
		for (const [name, bearer] of Object.entries(bad)) {
			const { status } = await world.ask(
				'/rest/v1/rpc/my_view',
				{ person: null },
				{ authorization: `Bearer ${bearer}` }
			);
			expect([name, status]).toEqual([name, 401]);
		}
		const good = await world.ask(
			'/rest/v1/rpc/my_view',
			{ person: null },
			{ authorization: `Bearer ${token(claims)}` }
		);
		expect(good.status).toBe(200);
	});

	it('a person cannot ask as somebody else', async () => {
		const { status, error } = await pat.client.rpc('my_view', { person: robin.id });
		expect([status, error?.code]).toEqual([403, '42501']);
		expect((await robin.client.rpc('my_view', { person: robin.id })).data.view.me).toBe(robin.id);
	});

	/** fetch() decides on the name itself. */
	const statusAs = (host: string) =>
		new Promise((done, failed) => {
			get(`${world.url}/config.json`, { headers: { host } }, (response) => done(response.resume().statusCode)).on(
				'error',
				failed
			);
		});

	it('another site may not ask, and a name that is not ours is not answered', async () => {
		const ask = (headers: Record<string, string>) => world.ask('/rest/v1/rpc/check_code', { code: 'X' }, headers);
		expect((await ask({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).status).toBe(403);
		expect(await statusAs('elsewhere.example')).toBe(403);
		expect(await statusAs('localhost:4173')).toBe(200);
		expect((await ask({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' })).status).toBe(200);
	});

	it('an outsider with an account of another home sees nothing of this one', async () => {
		const other = await openMaple(world);
		expect(JSON.stringify(await view(other.pat))).not.toContain(robin.id);
	});
});

const chargesFor = (jwt: string): { sub: string } =>
	JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString());
