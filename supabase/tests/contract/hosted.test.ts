import { randomUUID } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLiteApp } from '../../server/embedded/lite-app.ts';
import { connectPglite } from '../../server/database/connect.ts';
import { createHomeSql } from '../../server/create-home.ts';
import { openHome } from '../../server/open-home.ts';
import { deriveKeys } from '../../server/keys.ts';
import { readConfig } from '../../server/config.ts';
import { probe } from '../../server/hosted/probe.ts';
import { captureLogs } from '../../server/gate/capture-logs.ts';
import { serve, type RunningServer } from '../../server/http/serve.ts';
import { hostedLike, type Hosted } from '../engines.ts';
import { preparedPglite } from '../engines/pglite.ts';
import { PASSWORD, SECRET, codeFor, deviceMail, openMaple, openWorld, type World } from './world.ts';

describe('our migrations, as hosted Supabase applies them', () => {
	let hosted: Hosted;
	beforeAll(async () => {
		hosted = await hostedLike();
	});
	afterAll(() => hosted.close());

	it('need no superuser, and leave nothing that passes row security', async () => {
		const [me] = await hosted.migrator.query('select rolname, rolsuper from pg_roles where rolname = current_user');
		expect(me).toEqual({ rolname: 'hosted_owner', rolsuper: false });
		const without = await hosted.migrator
			.query(`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname in ('app', 'private', 'calls', 'public') and relkind = 'r' and not relrowsecurity`);
		expect(without).toEqual([]);
	});

	it('a manager joins with the set-up code and sees the home; the code stays nowhere', async () => {
		const code = randomUUID();
		const home = { name: "Oak's House", manager: 'Nia', responsible: 'Ivy' };
		await hosted.migrator.query(createHomeSql(home, { manager: code, responsible: randomUUID() }));
		const account = await hosted.signUp({ invite_code: code, device: 'Tablet' });
		const [row] = await hosted.as(account, 'select public.my_view() as answer');
		expect(row?.['answer']).toMatchObject({
			view: {
				home: { name: "Oak's House" },
				people: expect.arrayContaining([expect.objectContaining({ name: 'Nia' })])
			}
		});
		const kept = await hosted.migrator.query(
			`select raw_user_meta_data as data from auth.users where id = $1
				union all select identity_data from auth.identities where user_id = $1`,
			[account]
		);
		expect(kept).toEqual([{ data: { device: 'Tablet' } }, { data: { device: 'Tablet' } }]);
	});

	it('nobody gets an account without a code, and a visitor reaches nothing but check_code', async () => {
		await expect(hosted.signUp({})).rejects.toMatchObject({ code: 'PT422', message: 'code_unknown' });
		expect(await hosted.as(null, `select public.check_code('X') as answer`)).toEqual([
			{ answer: { state: 'unknown', for: null } }
		]);
		for (const statement of [
			'select public.my_view()',
			'select * from app.homes',
			`select private.found_home('a', 'b', '', 'c', '')`
		]) {
			await expect(hosted.as(null, statement)).rejects.toMatchObject({ code: '42501' });
		}
	});
});

describe('our server in front of a Supabase project', () => {
	let project: World;
	let served: RunningServer;
	let url: string;
	let maple: Awaited<ReturnType<typeof openMaple>>;
	const lines: string[] = [];
	beforeAll(async () => {
		project = await openWorld('pglite');
		maple = await openMaple(project);
		const env = { SAYSO_HOME: 'real', SUPABASE_URL: project.url, SUPABASE_KEY: project.backend.publishable };
		const home = await openHome(readConfig(env), (line) => lines.push(line));
		served = await serve(
			{ ...home.site, files: () => new Response(null, { status: 404 }), trustProxy: false, log: () => undefined },
			0,
			'127.0.0.1'
		);
		url = `http://127.0.0.1:${served.port}`;
	});
	afterAll(async () => {
		await served.close();
		await project.close();
	});

	const client = () =>
		createClient(url, project.backend.publishable, { auth: { persistSession: false, autoRefreshToken: false } });

	it('the app joins, reads and writes through it, and it has no demo', async () => {
		const robin = client();
		const data = { invite_code: await codeFor(maple.pat, maple.robin.id), device: 'Tablet' };
		expect((await robin.auth.signUp({ email: deviceMail(), password: PASSWORD, options: { data } })).error).toBeNull();
		expect((await robin.rpc('my_view', { person: null })).data.view.me).toBe(maple.robin.id);
		const sent = await robin.rpc('apply_calls', {
			person: null,
			calls: [{ id: randomUUID(), name: 'nothing_known', args: {} }]
		});
		expect(sent.data).toEqual([{ id: expect.any(String), end: 'refused', code: 'no_such_call' }]);
		expect(await (await fetch(`${url}/config.json`)).json()).toEqual({ key: project.backend.publishable, demo: false });
		expect((await fetch(`${url}/demo`)).status).toBe(404);
	});

	it('passes on what our own gate would, and nothing else', async () => {
		const post = (path: string) =>
			fetch(url + path, { method: 'POST', headers: { apikey: project.backend.publishable }, body: '{}' });
		for (const path of [
			'/rest/v1/people',
			'/auth/v1/recover',
			'/auth/v1/user',
			'/rest/v1/rpc/found_home',
			'/storage/v1/bucket'
		]) {
			expect([path, (await post(path)).status]).toEqual([path, 404]);
		}
	});

	it('a project that cannot be reached is a bad moment, to be tried again', async () => {
		const home = await openHome(
			readConfig({ SAYSO_HOME: 'real', SUPABASE_URL: 'http://127.0.0.1:42098', SUPABASE_KEY: 'sb_publishable_x' }),
			(line) => lines.push(line)
		);
		const init = { method: 'POST', headers: { apikey: 'sb_publishable_x' }, body: '{"code":"X"}' };
		const request = new Request('http://localhost/rest/v1/rpc/check_code', init);
		expect((await home.site.gate(request, { address: '' })).status).toBe(503);
		expect(JSON.parse(lines.at(-1)!)).toMatchObject({ status: 503, code: 'unexpected_failure' });
	});
});

describe('looking at a project from outside', () => {
	const keys = deriveKeys(SECRET);
	let ask: (request: Request) => Promise<Response>;
	let close: () => Promise<void>;
	beforeAll(async () => {
		const { connection, database } = await connectPglite(null, await preparedPglite());
		ask = await createLiteApp(connection, keys);
		close = database.close;
	});
	afterAll(() => close());

	/** The project as it should be, but for what a test says differently. */
	const look = (change: (path: string, body: Record<string, unknown>) => Record<string, unknown> | null = () => null) =>
		probe('http://project.invalid', keys.publishable, async (input, init) => {
			const request = new Request(input as URL, init);
			const { result: response } = await captureLogs(() => ask(request));
			const { pathname } = new URL(request.url);
			const changed = change(
				pathname,
				await response
					.clone()
					.json()
					.catch(() => ({}))
			);
			return changed ? Response.json(changed, { status: changed['access_token'] ? 200 : response.status }) : response;
		});
	const faults = (findings: { ok: boolean; says: string }[]) =>
		findings.filter(({ ok }) => !ok).map(({ says }) => says);

	it('finds nothing wrong with one that is set up as config.toml says', async () => {
		expect(faults(await look())).toEqual([]);
	});

	it.each([
		['sign-up off', '/auth/v1/settings', { disable_signup: true }, 'Sign-up with e-mail is off'],
		['e-mail off', '/auth/v1/settings', { external: { email: false } }, 'Sign-up with e-mail is off'],
		['confirmations on', '/auth/v1/settings', { mailer_autoconfirm: false }, 'E-mail confirmations are on'],
		['other schemas served', '/rest/v1/nothing', { code: 'PGRST205' }, 'The API serves app, calls, private, auth'],
		['no functions', '/rest/v1/rpc/check_code', { code: 'PGRST202', state: null }, 'Our functions are not there'],
		['short passwords', '/auth/v1/signup', { error_code: 'unexpected_failure' }, 'Passwords of 11 characters are taken']
	])('%s', async (_, path, change, says) => {
		const findings = await look((asked, body) => (asked === path ? { ...body, ...change } : null));
		expect(faults(findings).join()).toContain(says);
	});

	it('sign-up without a code', async () => {
		const findings = await look((path) => (path === '/auth/v1/signup' ? { access_token: 'x' } : null));
		expect(faults(findings).join()).toContain('An account was made without a code');
	});
});
