import { beforeEach, describe, expect, it, vi } from 'vitest';
import { wish } from '$lib/domain/testing/maple.ts';
import { evidence } from '$lib/domain/testing/evidence.ts';
import { viewWith } from '../../../../tests/support/drawers.ts';
import { makeRemote } from './supabase.ts';
import type { Remote } from './reply.ts';

interface Asked {
	path: string;
	headers: Headers;
	body: unknown;
}
let asked: Asked[];
let answer: (path: string) => Response | Promise<Response>;
let remote: Remote;

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
	new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const session = { access_token: 'a', refresh_token: 'r', token_type: 'bearer', expires_in: 3600, user: { id: 'u' } };

const fetch: typeof globalThis.fetch = async (input, init) => {
	const { pathname, search } = new URL(String(input), 'http://maple.example');
	const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
	asked.push({ path: pathname + search, headers: new Headers(init?.headers), body });
	return pathname === '/config.json' ? json({ key: 'public key' }) : answer(pathname + search);
};

beforeEach(() => {
	asked = [];
	answer = () => json(null);
	remote = makeRemote('http://maple.example', fetch);
});

describe('asking', () => {
	it('goes to this origin only, with the public key, and as the person whose token it is', async () => {
		answer = () => json({ version: 'v', now: '2026-11-22T12:00:00+00:00', view: null });
		const known = await remote.myView('token of Ada', 'ada', 'v', ['done']);
		const value = { version: 'v', now: '2026-11-22T12:00:00+00:00', view: null, stop: null, lacks: false };
		expect(known).toEqual({ ok: true, value });
		const [config, view] = asked;
		expect([config?.path, view?.path]).toEqual(['/config.json', '/rest/v1/rpc/my_view']);
		expect(view?.headers.get('authorization')).toBe('Bearer token of Ada');
		expect(view?.headers.get('apikey')).toBe('public key');
		expect(view?.body).toEqual({ person: 'ada', known_version: 'v', shape: 1, known: ['done'] });
	});

	it('asks for its settings once, and again after they did not come', async () => {
		answer = () => json({ state: 'good', for: 'child' });
		const broken = makeRemote('http://maple.example', async (input, init) => {
			if (asked.length === 0) return (asked.push({ path: '', headers: new Headers(), body: null }), json('no', 500));
			return fetch(input, init);
		});
		expect(await broken.checkCode('X')).toMatchObject({ ok: false, status: 0 });
		expect(await broken.checkCode('X')).toEqual({ ok: true, value: { state: 'good', for: 'child' } });
		await broken.checkCode('X');
		expect(asked.filter(({ path }) => path === '/config.json').length).toBe(1);
	});

	it('sends calls as they are, and takes the outcomes that it understands', async () => {
		const calls = [{ id: 'c', name: 'take_back', args: { id: 'e', item: 'i' }, at: '2026' }] as const;
		answer = () =>
			json([{ id: 'c', end: 'done', seq: 3 }, { id: 'd', end: 'refused', code: 'x' }, { id: 'e', end: 'lost' }, null]);
		expect(await remote.applyCalls('t', null, [...calls], ['done'])).toEqual({
			ok: true,
			value: [
				{ id: 'c', end: 'done', seq: 3 },
				{ id: 'd', end: 'refused', code: 'x' }
			]
		});
		expect(asked.at(-1)?.body).toEqual({ person: null, calls, known: ['done'] });
	});

	it('fetches pictures and older items', async () => {
		answer = () => json([{ hash: 'h', data: 'AAAA' }, { hash: 1 }]);
		expect(await remote.myPictures('t', 'ada', ['h'])).toEqual({ ok: true, value: [{ hash: 'h', data: 'AAAA' }] });
		const items = [wish()];
		answer = () => json([...items, { id: 'bad' }]);
		const value = { items, aside: [{ list: 'items', id: 'bad' }], more: false };
		expect(await remote.myOlder('t', 'ada', '2026-11-22')).toEqual({ ok: true, value });
	});

	it('fetches evidence whole or not at all, and the audit', async () => {
		answer = () => json(evidence());
		expect(await remote.myEvidence('t', 'pat', '2026-03-01', '2026-05-31')).toEqual({ ok: true, value: evidence() });
		expect(asked.at(-1)?.body).toEqual({ person: 'pat', first_day: '2026-03-01', last_day: '2026-05-31' });
		answer = () => json({ ...evidence(), promises: {} });
		expect(await remote.myEvidence('t', 'pat', '2026-03-01', '2026-05-31')).toMatchObject({ ok: false, status: 502 });
		answer = () => json([7]);
		const value = { lines: [], lost: 1, more: false };
		expect(await remote.myAudit('t', 'pat', '2026-05-31')).toEqual({ ok: true, value });
	});
});

describe('answers that are none', () => {
	it.each([
		['nothing', null],
		['a text', 'welcome to our Wi-Fi'],
		['a view of another shape', { version: 'v', now: '2026-11-22T12:00:00Z', view: { ...viewWith([]), shape: 2 } }],
		['half a view', { version: 'v', now: '2026-11-22T12:00:00Z', view: { shape: 1 } }],
		['no time', { version: 'v', now: 'soon', view: viewWith([]) }]
	])('%s is not believed', async (_, body) => {
		answer = () => json(body);
		expect(await remote.myView('t', null, null, [])).toMatchObject({ ok: false, status: 502 });
	});

	it('a page of a hotel is not believed', async () => {
		answer = () =>
			new Response('<html>Sign in to our Wi-Fi', { status: 200, headers: { 'content-type': 'text/html' } });
		expect(await remote.applyCalls('t', null, [], [])).toMatchObject({ ok: false });
		expect(await remote.checkCode('X')).toMatchObject({ ok: false });
	});
});

describe('failures', () => {
	it.each([
		[401, { code: 'PGRST301', message: 'JWT expired' }, { status: 401, code: 'PGRST301' }],
		[403, { code: '42501', message: 'nobody' }, { status: 403, code: 'nobody' }],
		[413, { code: 'too_large', message: 'too_large' }, { status: 413, code: 'too_large' }],
		[500, { code: 'XX000', message: 'The database refused this request.' }, { status: 500, code: 'XX000' }]
	])('%i comes with its code', async (status, body, failure) => {
		answer = () => json(body, status);
		expect(await remote.applyCalls('t', null, [], [])).toEqual({ ok: false, wait: null, ...failure });
	});

	it('say for how long to stay away: in seconds, or until a date by the clock of the server', async () => {
		const problem = { code: 'busy', message: 'busy' };
		answer = () => json(problem, 429, { 'retry-after': '7' });
		expect(await remote.applyCalls('t', null, [], [])).toMatchObject({ status: 429, wait: 7000 });
		const dates = { date: 'Sun, 22 Nov 2026 12:00:00 GMT', 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' };
		answer = () => json(problem, 503, dates);
		expect(await remote.myView('t', null, null, [])).toMatchObject({ status: 503, wait: 30_000 });
		answer = () => json(problem, 503, { 'retry-after': 'soon' });
		expect(await remote.myView('t', null, null, [])).toMatchObject({ wait: null });
		answer = () => json(problem, 503, { 'retry-after': '9999999' });
		expect(await remote.myView('t', null, null, [])).toMatchObject({ wait: 3_600_000 });
	});

	it('no network is status 0, asked once only', async () => {
		await remote.checkCode('X');
		answer = () => Promise.reject(new TypeError('Failed to fetch'));
		const before = asked.length;
		expect(await remote.applyCalls('t', null, [], [])).toMatchObject({ ok: false, status: 0 });
		expect(asked.length).toBe(before + 1);
	});
});

describe('signing in', () => {
	it('signs up with the code, and gives the session', async () => {
		answer = () => json(session);
		const who = { email: 'x@device.sayso.invalid', password: 'secret' };
		expect(await remote.signUp(who, 'ABCD')).toEqual({ ok: true, value: { access_token: 'a', refresh_token: 'r' } });
		expect(asked.at(-1)).toMatchObject({ path: '/auth/v1/signup', body: { ...who, data: { invite_code: 'ABCD' } } });
	});

	it('keeps how the server knows this device, shows it again, and hears how long to stay away', async () => {
		const who = { email: 'x@y', password: 'z' };
		answer = () => json(session, 200, { 'x-sayso-device': 'known' });
		expect(await remote.signIn(who)).toMatchObject({ ok: true, value: { device: 'known' } });
		expect(asked.at(-1)?.headers.has('x-sayso-device')).toBe(false);
		answer = () => json(session);
		expect(await remote.refresh('r', 'known')).toMatchObject({ ok: true, value: { device: 'known' } });
		expect(asked.at(-1)?.headers.get('x-sayso-device')).toBe('known');
		answer = () => json({ code: 429, error_code: 'over_request_rate_limit', msg: 'x' }, 429, { 'retry-after': '7' });
		expect(await remote.signIn(who, 'known')).toMatchObject({ status: 429, wait: 7000 });
		expect(await remote.refresh('r', 'known')).toMatchObject({ status: 429, wait: 7000 });
	});

	it('says why it was refused', async () => {
		answer = () => json({ code: 422, error_code: 'code_used', msg: 'code_used' }, 422);
		expect(await remote.signUp({ email: 'x@y', password: 'z' }, 'A')).toMatchObject({ status: 422, code: 'code_used' });
		answer = () => json({ code: 400, error_code: 'invalid_credentials', msg: 'Invalid login credentials' }, 400);
		expect(await remote.signIn({ email: 'x@y', password: 'z' })).toMatchObject({
			status: 400,
			code: 'invalid_credentials'
		});
		answer = () => json({ code: 422, error_code: 'weak_password', msg: 'short' }, 422);
		expect(await remote.signUp({ email: 'x@y', password: 'z' }, 'A')).toMatchObject({
			status: 422,
			code: 'weak_password'
		});
	});

	it('gives a session up to the server once, and has patience of its own where the server is down', async () => {
		answer = () => json(session);
		expect(await remote.refresh('r')).toMatchObject({ ok: true });
		const before = asked.length;
		answer = () => json({ msg: 'down' }, 503);
		expect(await remote.refresh('r')).toMatchObject({ ok: false, status: 408 });
		answer = () => Promise.reject(new TypeError('Failed to fetch'));
		expect(await remote.refresh('r')).toMatchObject({ ok: false, status: 408 });
		expect(asked.length).toBe(before + 2);
	});

	it('takes no network for no network', async () => {
		await remote.checkCode('X');
		answer = () => Promise.reject(new TypeError('Failed to fetch'));
		expect(await remote.signIn({ email: 'x@y', password: 'z' })).toMatchObject({ ok: false, status: 0 });
	});
});

it('renews no session by itself, whatever this device takes for the time', async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2126-11-22') });
	answer = () => json({ ...session, expires_at: Date.parse('2026-11-22') / 1000 });
	await remote.signIn({ email: 'x@y', password: 'z' });
	answer = () => json([]);
	await remote.applyCalls('a', null, [], []);
	expect(asked.map(({ path }) => path)).toEqual([
		'/config.json',
		'/auth/v1/token?grant_type=password',
		'/rest/v1/rpc/apply_calls'
	]);
	vi.useRealTimers();
});

it('leaves nothing of anybody behind in the browser', async () => {
	const kept = vi.fn();
	vi.stubGlobal('localStorage', { setItem: kept, getItem: () => null, removeItem: () => undefined });
	answer = () => json(session);
	await remote.signIn({ email: 'x@y', password: 'z' });
	expect(kept).not.toHaveBeenCalled();
	vi.unstubAllGlobals();
});

describe('changing a password', () => {
	const who = { email: 'sam@maple.example', password: 'old' };

	it('asks the gate, which asks Supabase, and gives the new session and how the server knows this device', async () => {
		answer = () => json(session, 200, { 'x-sayso-device': 'known' });
		const value = { access_token: 'a', refresh_token: 'r', device: 'known' };
		expect(await remote.changePassword(who, 'new')).toEqual({ ok: true, value });
		expect(asked.at(-1)).toMatchObject({ path: '/auth/v1/password', body: { ...who, new_password: 'new' } });
		expect(asked.at(-1)?.headers.get('apikey')).toBe('public key');
	});

	it('says why not, and when to come back', async () => {
		answer = () => json({ error_code: 'invalid_credentials' }, 400);
		expect(await remote.changePassword(who, 'new')).toMatchObject({ status: 400, code: 'invalid_credentials' });
		answer = () => json({ error_code: 'over_request_rate_limit' }, 429, { 'retry-after': '7' });
		expect(await remote.changePassword(who, 'new')).toMatchObject({ status: 429, wait: 7000 });
		answer = () => Promise.reject(new TypeError('no network'));
		expect(await remote.changePassword(who, 'new')).toMatchObject({ status: 0 });
		answer = () => json({});
		expect(await remote.changePassword(who, 'new')).toMatchObject({ status: 502 });
	});
});
