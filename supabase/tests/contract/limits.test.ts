import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../server/limits/limits.ts';
import {
	PASSWORD,
	call,
	codeFor,
	deviceMail,
	done,
	from,
	hashOf,
	join,
	openMaple,
	openWorld,
	type Somebody,
	type World
} from './world.ts';

const HOME = from('192.0.2.1');
const ELSEWHERE = from('198.51.100.7');
const many = <T>(length: number, one: (n: number) => T) => Array.from({ length }, (_, n) => one(n));
/** How often each answer came. */
async function tally(asks: Promise<{ status: number }>[]): Promise<Record<number, number>> {
	const counts: Record<number, number> = {};
	for (const { status } of await Promise.all(asks)) counts[status] = (counts[status] ?? 0) + 1;
	return counts;
}

/** The limits as they are, on a clock that stands still: nothing comes back. */
describe('who is noisy harms only themselves', () => {
	let world: World;
	let pat: Somebody;
	let robin: Somebody;
	let now = Date.now();
	beforeAll(async () => {
		vi.stubEnv('RUN_SPEC', '1'); // Lite hashes passwords quickly then
		// What strangers have is less than it is, so that a little noise uses all of it up.
		const less = { burst: 10, seconds: 60 };
		const limits = { ...LIMITS, unknown: less, refresh_unknown: less, passwords_here: less };
		world = await openWorld('pglite', { limits, now: () => now }, true);
		({ pat, robin } = await openMaple(world));
	});
	afterEach(() => {
		now += 24 * 60 * 60 * 1000;
	});
	afterAll(async () => {
		vi.unstubAllEnvs();
		await world.close();
	});

	const signIn = (who: { email: string; password: string }, headers: Record<string, string>) =>
		world.ask('/auth/v1/token?grant_type=password', { email: who.email, password: who.password }, headers);
	const wrong = (who: Somebody) => ({ email: who.email, password: 'wrong horse 42' });
	const refresh = (token: string, headers: Record<string, string>) =>
		world.ask('/auth/v1/token?grant_type=refresh_token', { refresh_token: token }, headers);
	const look = (token: string) =>
		world.ask('/rest/v1/rpc/my_view', { person: null }, { ...HOME, authorization: `Bearer ${token}` });

	it('five wrong passwords from elsewhere, and hundreds, do not hold up the owner', async () => {
		const device = (await signIn(pat, HOME)).headers.get('x-sayso-device')!;
		const tried: number[] = [];
		for (let n = 0; n < 8; n++) tried.push((await signIn(wrong(pat), ELSEWHERE)).status);
		expect(tried).toEqual([400, 400, 400, 400, 400, 429, 429, 429]);
		expect((await signIn(pat, ELSEWHERE)).status).toBe(429);
		expect((await signIn(pat, from('203.0.113.5'))).status).toBe(200);
		await tally(many(40, (n) => signIn(wrong(pat), from(`10.0.${n}.1`))));
		const fromNew = await signIn(pat, from('203.0.113.5'));
		expect([fromNew.status, Number(fromNew.headers.get('retry-after'))]).toEqual([429, 2]);
		for (const place of [HOME, ELSEWHERE, from('10.0.1.1')])
			expect((await signIn(pat, { ...place, 'x-sayso-device': device })).status).toBe(200);
	});

	it('whoever asks for codes that nobody made is told to wait, and whoever has one joins from the same address', async () => {
		const code = await codeFor(pat, robin.id);
		const guesses = many(80, () => world.ask('/rest/v1/rpc/check_code', { code: randomUUID() }, HOME));
		expect(await tally(guesses)).toEqual({ 200: 60, 429: 20 });
		const signUps = many(20, () => world.visitor(HOME).auth.signUp({ email: deviceMail(), password: PASSWORD }));
		expect((await Promise.all(signUps)).map(({ error }) => error?.code)).toEqual(
			signUps.map(() => 'over_request_rate_limit')
		);
		const { status, body } = await world.ask('/rest/v1/rpc/check_code', { code }, HOME);
		expect([status, body]).toEqual([200, { state: 'good', for: 'child' }]);
		expect((await join(world, code)).id).toBe(robin.id);
	});

	it('one device that asks all the time with only the public key leaves the others all their answers', async () => {
		const { data } = await robin.client.auth.refreshSession();
		const token = data.session!.access_token;
		const device = (await signIn(robin, HOME)).headers.get('x-sayso-device')!;
		const noise = many(15, (n) => [
			world.ask('/rest/v1/rpc/my_view', { person: null }, HOME),
			refresh('made up', HOME),
			signIn({ email: `${n}@example.invalid`, password: 'x' }, HOME)
		]).flat();
		const others = many(38, () => look(token));
		expect(await tally(others)).toEqual({ 200: 38 });
		expect((await tally(noise))[429]).toBeGreaterThanOrEqual(15);
		expect((await look(token)).status).toBe(200);
		const signedIn = await signIn(robin, { ...HOME, 'x-sayso-device': device });
		expect(signedIn.status).toBe(200);
		const { refresh_token } = signedIn.body as { refresh_token: string };
		expect((await refresh(refresh_token, { ...HOME, 'x-sayso-device': device })).status).toBe(200);
	});

	it('42 staff and children join on the first day, at once, from one address; then comes a shift change, and a day offline', async () => {
		const people = many(
			42,
			(n) => ({ id: randomUUID(), code: randomUUID(), role: n % 2 ? 'worker' : 'child', n }) as const
		);
		await done(
			pat,
			people.map(({ id, role, n }) => call('add_person', { id, role, name: `Somebody ${n}` }))
		);
		await done(
			pat,
			people.map(({ id, code }) =>
				call('invite', { id: randomUUID(), person: id, device: 'Tablet', code_hash: hashOf(code).toString('hex') })
			)
		);
		expect(await tally(people.map(({ code }) => world.ask('/rest/v1/rpc/check_code', { code }, HOME)))).toEqual({
			200: 42
		});
		const signUp = (code: string) =>
			world.ask('/auth/v1/signup', { email: deviceMail(), password: PASSWORD, data: { invite_code: code } }, HOME);
		const joined = await Promise.all(people.map(({ code }) => signUp(code)));
		expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([200]));

		const shift = await Promise.all(
			joined.map(async ({ body, headers }) => {
				const renewed = await refresh((body as { refresh_token: string }).refresh_token, {
					...HOME,
					'x-sayso-device': headers.get('x-sayso-device')!
				});
				const token = (renewed.body as { access_token: string }).access_token;
				return { status: [renewed.status, (await look(token)).status].join(), token };
			})
		);
		expect(new Set(shift.map(({ status }) => status))).toEqual(new Set(['200,200']));

		const calls = many(30, () => ({ id: randomUUID(), name: 'nothing_known', args: {} }));
		const sendAll = (token: string) =>
			world.ask('/rest/v1/rpc/apply_calls', { person: null, calls }, { ...HOME, authorization: `Bearer ${token}` });
		expect(await tally(shift.map(({ token }) => sendAll(token)))).toEqual({ 200: 42 });
	}, 60_000);
});
