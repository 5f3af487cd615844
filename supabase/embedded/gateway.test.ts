import { describe, expect, it } from 'vitest';
import { allAtOnce } from './gate.ts';
import { makeGateway, type GatewayParts } from './gateway.ts';
import { LIMITS, makeRates } from './rates.ts';
import { makeTries } from './tries.ts';

type Said = { status: number; body: { error_code?: string; code?: string | number } };

/** A gateway before a Supabase that says what a test wants. */
function before(ask: GatewayParts['ask'], parts: Partial<GatewayParts> = {}) {
	const lines: string[] = [];
	const log = (line: string) => lines.push(line);
	const gateway = makeGateway({
		ask,
		publishable: 'key',
		rates: makeRates(LIMITS),
		tries: makeTries(() => 0),
		gate: allAtOnce,
		log,
		refusalTakes: 0,
		...parts
	});
	const post = async (address: string, body: unknown, headers: Record<string, string> = {}): Promise<Said> => {
		const url = new URL(address, 'http://x.invalid');
		const bytes = new TextEncoder().encode(JSON.stringify(body));
		const answer = await gateway({
			method: 'POST',
			path: url.pathname,
			query: url.searchParams,
			headers: { apikey: 'key', ...headers },
			address: '192.0.2.1',
			body: (most) => Promise.resolve(bytes.length > most ? 'too_large' : bytes)
		});
		return { status: answer.status, body: JSON.parse(String(answer.body)) };
	};
	return { post, lines };
}
const signUp = (code: string) => ({
	email: 'a@example.invalid',
	password: 'correct horse 42',
	data: { invite_code: code }
});

describe('the gateway', () => {
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
			['old', 'spent', 'nothing', 'fine'].map(
				async (code) => (await post('/auth/v1/signup', signUp(code))).body.error_code
			)
		);
		expect(answers).toEqual(['code_expired', 'code_used', 'code_unknown', 'unexpected_failure']);
	});

	it('tells whether an e-mail address is known only to somebody who has a code', async () => {
		const { post } = before(async (request) => {
			if (request.url.endsWith('/check_code')) return Response.json({ state: (await request.json()).code });
			return Response.json({ code: 422, error_code: 'user_already_exists' }, { status: 422 });
		});
		const told = async (state: string) => (await post('/auth/v1/signup', signUp(state))).body.error_code;
		expect([await told('unknown'), await told('expired'), await told('used'), await told('good')]).toEqual([
			'code_unknown',
			'code_expired',
			'user_already_exists',
			'user_already_exists'
		]);
	});

	it('refuses a sign-in no faster when the e-mail address is unknown', async () => {
		const { post } = before(
			() => Promise.resolve(Response.json({ error_code: 'invalid_credentials' }, { status: 400 })),
			{ refusalTakes: 120 }
		);
		const started = performance.now();
		expect(
			(await post('/auth/v1/token?grant_type=password', { email: 'a@example.invalid', password: 'x' })).status
		).toBe(400);
		expect(performance.now() - started).toBeGreaterThan(115);
	});

	const password = '/auth/v1/token?grant_type=password';
	const jo = { email: 'jo@example.invalid', password: 'x' };

	it('after five wrong passwords of an account the next waits, also one that is right, and others do not', async () => {
		let asked = 0;
		const { post } = before(() => {
			asked++;
			return Promise.resolve(Response.json({ error_code: 'invalid_credentials' }, { status: 400 }));
		});
		const tried = await Promise.all(Array.from({ length: 8 }, async () => (await post(password, jo)).status));
		expect(tried).toEqual([400, 400, 400, 400, 400, 429, 429, 429]);
		expect(asked).toBe(5);
		expect(await post(password, { ...jo, email: 'JO@Example.invalid' })).toMatchObject({
			status: 429,
			body: { error_code: 'over_request_rate_limit' }
		});
		expect((await post(password, { ...jo, email: 'sam@example.invalid' })).status).toBe(400);
	});

	it('the right password wipes out the wrong ones, and a bad moment of the server’s is no wrong one', async () => {
		const says = [400, 400, 400, 400, 200, 400, 400, 400, 400, 503, 503, 503, 400, 400];
		const { post } = before(() => Promise.resolve(Response.json({}, { status: says.shift() ?? 500 })));
		const tried: number[] = [];
		for (let left = says.length; left > 0; left--) tried.push((await post(password, jo)).status);
		expect(tried).toEqual([400, 400, 400, 400, 200, 400, 400, 400, 400, 503, 503, 503, 400, 429]);
	});

	it('turns away when too many wait, and says that it may be tried again', async () => {
		const { post, lines } = before(() => Promise.reject(new Error('not asked')), {
			gate: { pass: () => Promise.resolve(null) }
		});
		expect(await post('/rest/v1/rpc/my_view', { person: null })).toMatchObject({ status: 503, body: { code: 'busy' } });
		expect(JSON.parse(lines[0]!)).toMatchObject({ status: 503, code: 'busy', route: '/rest/v1/rpc/my_view' });
	});

	it('keeps the status of a project that has a bad moment, and none of its words', async () => {
		const { post } = before(() => Promise.resolve(new Response('upstream said: Robin', { status: 502 })));
		const { status, body } = await post('/rest/v1/rpc/my_view', { person: null });
		expect([status, JSON.stringify(body)]).toEqual([502, expect.not.stringContaining('Robin')]);
	});
});
