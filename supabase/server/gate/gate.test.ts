import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accountsAccepted, accountsWeSigned } from './token-accounts.ts';
import { createKnownDevices } from './known-devices.ts';
import { createFairQueue } from './fair-queue.ts';
import { createGate, type GateDeps } from './gate.ts';
import { LIMITS, createRateLimits } from '../limits/limits.ts';

interface Said {
	status: number;
	body: { error_code?: string; code?: string | number };
}

/** A gate before a Supabase that says what a test wants. */
function before(supabase: GateDeps['supabase'], deps: Partial<GateDeps> = {}) {
	const lines: string[] = [];
	const log = (line: string) => lines.push(line);
	const gate = createGate({
		supabase,
		publishable: 'key',
		limits: createRateLimits(LIMITS, () => 0),
		accounts: accountsAccepted(),
		devices: createKnownDevices('key', () => 0),
		queue: createFairQueue(100, 100),
		passwordQueue: createFairQueue(100, 100),
		log,
		minRefusalMs: 0,
		...deps
	});
	const post = async (path: string, body: unknown, headers: Record<string, string> = {}, address = '192.0.2.1') => {
		const init = { method: 'POST', headers: { apikey: 'key', ...headers }, body: JSON.stringify(body) };
		const answer = await gate.request(path, init, { address });
		const said: Said['body'] = await answer.json();
		return { status: answer.status, body: said, headers: Object.fromEntries(answer.headers) };
	};
	return { post, lines };
}
const signUp = (code: string) => ({
	email: 'a@example.invalid',
	password: 'correct horse 42',
	data: { invite_code: code }
});

describe('the gate', () => {
	it('passes on the key, a person’s token and the body: nothing else that was said', async () => {
		let seen: Request | undefined;
		const { post } = before((request) => {
			seen = request;
			return Promise.resolve(Response.json({}));
		});
		const more = {
			'accept-profile': 'app',
			prefer: 'tx=rollback',
			cookie: 'a=b',
			'x-forwarded-for': '1.2.3.4',
			'user-agent': 'Mozilla'
		};
		await post('/rest/v1/rpc/my_view?limit=1', { person: null }, { authorization: 'Bearer a.b.c', ...more });
		expect(new URL(seen!.url).pathname + new URL(seen!.url).search).toBe('/rest/v1/rpc/my_view');
		expect(Object.fromEntries(seen!.headers)).toEqual({
			accept: 'application/json',
			apikey: 'key',
			authorization: 'Bearer a.b.c',
			'content-type': 'application/json'
		});
		await post('/rest/v1/rpc/check_code', { code: 'X' }, { authorization: 'Bearer key' });
		expect(seen!.headers.has('authorization')).toBe(false);
	});

	it('tells what is wrong with a code where hosted Supabase only says that something failed', async () => {
		const states = new Map([
			['old', 'expired'],
			['taken back', 'ended'],
			['spent', 'used'],
			['fine', 'good']
		]);
		const { post } = before(async (request) => {
			const body = await request.json();
			if (request.url.endsWith('/check_code')) return Response.json({ state: states.get(body.code) ?? 'unknown' });
			return Response.json(
				{ code: 500, error_code: 'unexpected_failure', msg: 'Database error saving new user' },
				{ status: 500 }
			);
		});
		const answers = await Promise.all(
			['old', 'taken back', 'spent', 'nothing', 'fine'].map(
				async (code) => (await post('/auth/v1/signup', signUp(code))).body.error_code
			)
		);
		expect(answers).toEqual(['code_expired', 'code_ended', 'code_used', 'code_unknown', 'unexpected_failure']);
	});

	it('tells whether an e-mail address is known only to somebody who has a code', async () => {
		const { post } = before(async (request) => {
			if (request.url.endsWith('/check_code')) return Response.json({ state: (await request.json()).code });
			return Response.json({ code: 422, error_code: 'user_already_exists' }, { status: 422 });
		});
		const told = async (state: string) => (await post('/auth/v1/signup', signUp(state))).body.error_code;
		const states = ['unknown', 'expired', 'ended', 'used', 'good'];
		expect(await Promise.all(states.map(told))).toEqual([
			...['code_unknown', 'code_expired', 'code_ended'],
			...['user_already_exists', 'user_already_exists']
		]);
	});

	it('refuses a sign-in no faster when the e-mail address is unknown', async () => {
		const { post } = before(
			() => Promise.resolve(Response.json({ error_code: 'invalid_credentials' }, { status: 400 })),
			{ minRefusalMs: 120 }
		);
		const started = performance.now();
		expect(
			(await post('/auth/v1/token?grant_type=password', { email: 'a@example.invalid', password: 'x' })).status
		).toBe(400);
		expect(performance.now() - started).toBeGreaterThan(115);
	});

	const password = '/auth/v1/token?grant_type=password';
	const jo = { email: 'jo@example.invalid', password: 'x' };

	const wrong = () => Promise.resolve(Response.json({ error_code: 'invalid_credentials' }, { status: 400 }));

	it('after five wrong passwords of an account from one network the next waits, and others do not', async () => {
		let asked = 0;
		const { post } = before(() => {
			asked++;
			return wrong();
		});
		const tried = await Promise.all(Array.from({ length: 8 }, async () => (await post(password, jo)).status));
		expect(tried).toEqual([400, 400, 400, 400, 400, 429, 429, 429]);
		expect(asked).toBe(5);
		const next = await post(password, { ...jo, email: 'JO@Example.invalid' });
		expect(next).toMatchObject({ status: 429, body: { error_code: 'over_request_rate_limit' } });
		expect(next.headers['retry-after']).toBe('30');
		expect((await post(password, { ...jo, email: 'sam@example.invalid' })).status).toBe(400);
		expect((await post(password, jo, {}, '198.51.100.1')).status).toBe(400);
	});

	it('a right password, and a bad moment of the server’s, is no wrong one', async () => {
		const says = [400, 400, 400, 400, 200, 503, 503, 503, 400];
		const { post } = before(() => Promise.resolve(Response.json({}, { status: says.shift() ?? 500 })));
		const tried: number[] = [];
		for (let left = says.length + 1; left > 0; left--) tried.push((await post(password, jo)).status);
		expect(tried).toEqual([400, 400, 400, 400, 200, 503, 503, 503, 400, 429]);
	});

	it('a device on which somebody signed in is known by what it was given, for that account alone', async () => {
		const { post } = before(async (request) => {
			const { email, password: given } = await request.json();
			return given === 'right' ? Response.json({ user: { email } }) : wrong();
		});
		const { headers } = await post(password, { ...jo, password: 'right' });
		const known = { 'x-sayso-device': headers['x-sayso-device']! };
		for (let n = 0; n < 6; n++) await post(password, jo);
		expect((await post(password, { ...jo, password: 'right' })).status).toBe(429);
		expect((await post(password, { ...jo, password: 'right' }, known)).status).toBe(200);
		const sam = { email: 'sam@example.invalid', password: 'x' };
		for (let n = 0; n < 5; n++) expect((await post(password, sam, known)).status).toBe(400);
		expect((await post(password, sam, known)).status).toBe(429);
	});

	const statuses = async (asks: Promise<{ status: number }>[]) => [
		...new Set((await Promise.all(asks)).map(({ status }) => status))
	];
	const many = <T>(length: number, one: (n: number) => T) => Array.from({ length }, (_, n) => one(n));
	const known = (n: number) => {
		const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
		const said = `${part({ alg: 'HS256' })}.${part({ sub: `device ${n}` })}`;
		return { authorization: `Bearer ${said}.${createHmac('sha256', 'ours').update(said).digest('base64url')}` };
	};
	const fine = () => Promise.resolve(Response.json({}));
	const roomy = {
		accounts: accountsWeSigned('ours'),
		queue: createFairQueue(5000, 5000),
		passwordQueue: createFairQueue(5000, 5000)
	};

	it('a day offline of 42 devices at one address is taken whole', async () => {
		const { post } = before(fine, roomy);
		const calls = many(42 * 30, (n) => post('/rest/v1/rpc/apply_calls', { person: null, calls: [] }, known(n % 42)));
		expect(await statuses(calls)).toEqual([200]);
	});

	it('ten homes behind one address sign in, renew and look at once', async () => {
		const { post } = before(fine, roomy);
		expect(
			await statuses(many(420, (n) => post(password, { email: `${n}@example.invalid`, password: 'right' })))
		).toEqual([200]);
		expect(
			await statuses(many(420, (n) => post('/auth/v1/token?grant_type=refresh_token', { refresh_token: `${n}` })))
		).toEqual([200]);
		expect(await statuses(many(420, (n) => post('/rest/v1/rpc/my_view', { person: null }, known(n))))).toEqual([200]);
	});

	it('whoever has only the public key, or makes up tokens, uses up nothing of those who are signed in', async () => {
		const { post } = before(fine, roomy);
		const junk = many(3000, (n) =>
			post('/rest/v1/rpc/my_view', { person: null }, n % 2 ? { authorization: `Bearer a.b.${n}` } : {})
		);
		expect(await statuses(junk)).toContain(429);
		expect(await statuses(many(42, (n) => post('/rest/v1/rpc/my_view', { person: null }, known(n))))).toEqual([200]);
	});

	it('one signed-in device that asks without end is told to wait, and the others are not', async () => {
		const { post } = before(fine, roomy);
		expect(await statuses(many(1000, () => post('/rest/v1/rpc/my_view', { person: null }, known(0))))).toContain(429);
		expect(await statuses(many(41, (n) => post('/rest/v1/rpc/my_view', { person: null }, known(n + 1))))).toEqual([
			200
		]);
	});

	it('a project that is asked too often is waited for', async () => {
		const { post } = before(() => Promise.resolve(Response.json({}, { status: 429 })));
		const { status, headers } = await post('/auth/v1/token?grant_type=refresh_token', { refresh_token: 'x' });
		expect([status, headers['retry-after']]).toEqual([429, '10']);
	});

	it('turns away when too many wait, and says that it may be tried again', async () => {
		const { post, lines } = before(() => Promise.reject(new Error('not asked')), {
			queue: { run: () => Promise.resolve(null) }
		});
		expect(await post('/rest/v1/rpc/my_view', { person: null })).toMatchObject({ status: 503, body: { code: 'busy' } });
		const waits = new Set<string>();
		for (let at = 0; at < 60; at++) {
			const { headers } = await post('/rest/v1/rpc/my_view', { person: null });
			waits.add(String(headers['retry-after']));
		}
		expect(waits.size).toBeGreaterThan(3); // they do not all come back at once
		expect([...waits].filter((seconds) => Number(seconds) < 2 || Number(seconds) > 12)).toEqual([]);
		expect(JSON.parse(lines[0]!)).toMatchObject({ status: 503, code: 'busy', route: '/rest/v1/rpc/my_view' });
	});

	it('keeps the status of a project that has a bad moment, and none of its words', async () => {
		const { post } = before(() => Promise.resolve(new Response('upstream said: Robin', { status: 502 })));
		const { status, body } = await post('/rest/v1/rpc/my_view', { person: null });
		expect([status, JSON.stringify(body)]).toEqual([502, expect.not.stringContaining('Robin')]);
	});

	it('a fault of ours is told by its kind, without the words in it, and the line has the number of the answer', async () => {
		const { post, lines } = before(() => Promise.reject(new Error('Robin’s words')));
		const { status, body, headers } = await post('/rest/v1/rpc/my_view', { person: null });
		expect([status, body.code]).toEqual([500, 'unexpected_failure']);
		const line = { id: headers['x-request-id'], route: '/rest/v1/rpc/my_view', status: 500, code: 'unknown' };
		expect(lines.map((one) => JSON.parse(one))).toEqual([{ ...line, ms: expect.any(Number) }]);
	});

	it('takes what fits, and not a byte more: 512 kB of a call, 64 kB of a sign-in', async () => {
		const { post } = before(fine);
		const limits = { '/rest/v1/rpc/check_code': 512, '/auth/v1/token?grant_type=refresh_token': 64 };
		for (const [path, kilobytes] of Object.entries(limits)) {
			const field = path.startsWith('/rest/') ? 'code' : 'refresh_token';
			const room = kilobytes * 1024 - JSON.stringify({ [field]: '' }).length;
			expect((await post(path, { [field]: 'x'.repeat(room) })).status).toBe(200);
			const { status, body } = await post(path, { [field]: 'x'.repeat(room + 1) });
			expect([path, status, body.error_code ?? body.code]).toEqual([path, 413, 'too_large']);
		}
	});
});
