import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../engines.ts';
import { PASSWORD, codeFor, deviceMail, openMaple, openWorld, view, type Somebody, type World } from './world.ts';

describe.each(ENGINES)('requests that no app of ours makes, on %s', (engine) => {
	let world: World;
	let robin: Somebody;
	let pat: Somebody;
	beforeAll(async () => {
		world = await openWorld(engine);
		({ robin, pat } = await openMaple(world));
	});
	afterAll(() => world.close());

	const ask = (path: string, body: unknown) => world.ask(path, body, { authorization: `Bearer ${robin.token}` });
	const status = async (path: string, body: unknown) => (await ask(path, body)).status;

	it('a body of 20 MB is refused at once, and the server goes on', async () => {
		const big = new Uint8Array(20_000_000).fill(97);
		for (const path of ['/rest/v1/rpc/apply_calls', '/auth/v1/signup', '/auth/v1/token?grant_type=password']) {
			const started = performance.now();
			const answer = await ask(path, big).then(
				({ status }) => status,
				() => 413
			); // or the connection ends under us
			expect([path, answer]).toEqual([path, 413]);
			expect(performance.now() - started).toBeLessThan(5000);
		}
		expect((await view(robin)).me).toBe(robin.id);
	});

	it('a body that says no size is counted as it comes', async () => {
		const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(65_536).fill(97)) });
		const headers = { apikey: world.backend.publishable, 'content-type': 'application/json' };
		const sent = fetch(`${world.url}/rest/v1/rpc/check_code`, {
			method: 'POST',
			headers,
			body: endless,
			duplex: 'half'
		} as RequestInit);
		expect(
			await sent.then(
				({ status }) => status,
				() => 413
			)
		).toBe(413);
	});

	it('a batch just over the limit is told so, in words that supabase-js passes on', async () => {
		const { error, status } = await robin.client.rpc('apply_calls', { person: null, calls: ['x'.repeat(530_000)] });
		expect([status, error?.code]).toEqual([413, 'too_large']);
	});

	it.each([
		'',
		'{',
		'{"person": ',
		'null',
		'42',
		'"text"',
		'[]',
		'[{}]',
		'undefined',
		'{"person":null,}',
		'\u0000',
		'[['.repeat(50_000),
		'{"person":null,"__proto__":{}}'
	])('as arguments of a function, %j is refused', async (body) => {
		expect(await status('/rest/v1/rpc/my_view', body.slice(0, 200_000))).toBe(400);
	});

	it('arguments of a wrong type are refused, and nothing of them is repeated', async () => {
		for (const args of [
			{ person: 42 },
			{ person: 'Robin said so' },
			{ person: {} },
			{ person: ['a'] },
			{ shape: 'one' },
			{ known_version: { a: 'Robin' } }
		]) {
			const { status, body } = await ask('/rest/v1/rpc/my_view', args);
			expect([args, status]).toEqual([args, 400]);
			expect(JSON.stringify(body)).not.toContain('Robin');
		}
		for (const args of [
			{ person: null, calls: null },
			{ person: null, calls: 'x' },
			{ person: null, calls: { a: 1 } },
			{ calls: [] },
			{}
		]) {
			expect([args, await status('/rest/v1/rpc/apply_calls', args)]).toEqual([
				args,
				expect.toSatisfy((code: number) => code >= 400 && code < 500)
			]);
		}
		expect(await status('/rest/v1/rpc/my_pictures', { person: null, hashes: 'x' })).toBe(400);
		expect(await status('/rest/v1/rpc/my_older', { person: null, before: 'yesterday or so' })).toBe(400);
		expect(
			await status('/rest/v1/rpc/my_evidence', { person: null, first_day: 'last year', last_day: '2026-01-01' })
		).toBe(400);
		expect(await status('/rest/v1/rpc/my_audit', { person: null, before: 'yesterday or so' })).toBe(400);
		expect(await status('/rest/v1/rpc/check_code', { code: null, extra: 1 })).toBe(400);
	});

	it('calls that are no calls are refused one by one', async () => {
		const odd = [
			null,
			1,
			'x',
			[],
			{},
			{ id: 'x' },
			{ id: null, name: 'agree' },
			{ id: robin.id, name: null },
			{ id: robin.id, name: 'x"; drop' },
			{ id: robin.id, name: 'agree', args: 5 }
		];
		const { status, body } = await ask('/rest/v1/rpc/apply_calls', { person: null, calls: odd });
		expect([status, body]).toEqual([200, null]); // a list, which `ask` does not read
		const { data } = await robin.client.rpc('apply_calls', { person: null, calls: odd });
		expect(data.map((outcome: { end: string }) => outcome.end)).toEqual(odd.map(() => 'refused'));
	});

	it('sign-in and sign-up with wrong types are refused as such', async () => {
		const bodies = [
			null,
			42,
			[],
			{},
			{ email: 1 },
			{ email: { a: 1 }, password: [1] },
			{ email: 'a@b.invalid', password: 12345678 },
			{ email: null, password: null }
		];
		for (const path of [
			'/auth/v1/signup',
			'/auth/v1/token?grant_type=password',
			'/auth/v1/token?grant_type=refresh_token'
		]) {
			for (const body of bodies)
				expect([path, body, await status(path, JSON.stringify(body))]).toEqual([path, body, 400]);
		}
		for (const data of ['x', 5, [], { invite_code: { a: 1 } }, { invite_code: 5 }]) {
			expect(await status('/auth/v1/signup', { email: 'a@b.invalid', password: PASSWORD, data })).toBe(422);
		}
		for (const email of ['', 'a', 'a@', '@b', 'a b@c.invalid', `${'a'.repeat(300)}@b.invalid`]) {
			expect([400, 422]).toContain(
				await status('/auth/v1/signup', { email, password: PASSWORD, data: { invite_code: 'X' } })
			);
		}
	});

	it('what goes on with a sign-up is the code and the device, whatever else was said', async () => {
		const [code, email] = [await codeFor(pat, robin.id), deviceMail()];
		const data = { invite_code: code, role: 'manager', is_admin: true, device: 'Tablet' };
		const more = { phone: '07700900000', role: 'service_role', app_metadata: { is_admin: true } };
		expect(await status('/auth/v1/signup', { email, password: PASSWORD, data, ...more })).toBe(200);
		const [row] = await world.backend.withDatabase((database) =>
			database.query(
				`select u.role, u.phone, u.raw_user_meta_data as said, row_to_json(u)::text as all, p.id as person
					from auth.users u join app.logins l on l.account_id = u.id join app.people p on p.id = l.person_id where u.email = $1`,
				[email]
			)
		);
		expect(row).toMatchObject({ role: 'authenticated', phone: null, person: robin.id });
		expect(row!['all']).not.toMatch(/is_admin|manager|service_role/);
	});

	it('headers of 20 kB and an address of 20 kB are refused, and the server goes on', async () => {
		const long = await fetch(`${world.url}/rest/v1/rpc/my_view?${'a'.repeat(20_000)}`, { method: 'POST' }).then(
			({ status }) => status
		);
		expect(long).toBe(431);
		expect((await world.ask('/rest/v1/rpc/check_code', { code: 'X' })).status).toBe(200);
	});
});
