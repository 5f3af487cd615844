import type { SupabaseClient } from '@supabase/supabase-js';
import type { Call } from '$lib/domain/calls.ts';
import type { Day, Id, Time } from '$lib/domain/item.ts';
import type { Credential, SignInTokens } from '../local/accounts.ts';
import { newId } from '$lib/platform/ids.ts';
import {
	readAudit,
	readCodeState,
	readEvidence,
	readGuide,
	readItems,
	readOutcomes,
	readPictures,
	readView
} from '../inbound/read-answer.ts';
import { makeFetch, waitFrom } from './http.ts';
import type { Failure, Remote, Reply } from './reply.ts';

const OFFLINE: Failure = { ok: false, status: 0, code: 'offline', wait: null };
const DEVICE = 'x-sayso-device'; // in which header the server says how it knows this device, and hears it again
const SHAPE = 1; // the form of the view that this app understands

/** The only door to Supabase. One for each drawer, so that no two people ever share a client. */
export function makeRemote(origin: string, fetch: typeof globalThis.fetch = globalThis.fetch): Remote {
	const http = makeFetch(fetch);
	let clients: Promise<Clients | null> | null = null;
	const get = async () => {
		clients ??= connect(origin, http.fetch);
		const made = await clients;
		if (!made) clients = null; // the app's parts or its settings did not come: ask again next time
		return made;
	};

	async function rpc<T>(
		token: string | null,
		fn: string,
		args: object,
		read: (data: unknown) => T | null
	): Promise<Reply<T>> {
		const made = await get();
		if (!made) return OFFLINE;
		const { signal, waitOf } = http.request();
		const request = made.data.rpc(fn, args).abortSignal(signal).retry(false);
		const { data, error, status } = await (token === null
			? request
			: request.setHeader('Authorization', `Bearer ${token}`));
		if (error) return { ok: false, status, code: codeOfError(error), wait: waitOf() };
		const value = read(data);
		return value === null ? { ok: false, status: 502, code: 'bad_answer', wait: null } : { ok: true, value };
	}

	return {
		checkCode: (code) => rpc(null, 'check_code', { code }, readCodeState),
		signUp: ({ email, password }, code) =>
			signIn(get, (auth) => auth.signUp({ email, password, options: { data: { invite_code: code } } })),
		signIn: (who: Credential, device) => signIn(get, (auth) => auth.signInWithPassword(who), device),
		refresh: (refresh_token, device) => signIn(get, (auth) => auth.refreshSession({ refresh_token }), device),
		changePassword: async (who, new_password) => {
			const made = await get();
			return made ? made.changePassword({ ...who, new_password }) : OFFLINE;
		},
		myView: (token, person: Id | null, known_version, known) =>
			rpc(token, 'my_view', { person, known_version, shape: SHAPE, known }, readView),
		applyCalls: (token, person, calls: Call[], known) =>
			rpc(token, 'apply_calls', { person, calls, known }, readOutcomes),
		myPictures: (token, person, hashes) => rpc(token, 'my_pictures', { person, hashes }, readPictures),
		myOlder: (token, person, before: Time, of_kind) =>
			rpc(token, 'my_older', { person, before, ...(of_kind && { of_kind }) }, readItems),
		myEvidence: (token, person, first_day: Day, last_day: Day) =>
			rpc(token, 'my_evidence', { person, first_day, last_day }, readEvidence),
		myAudit: (token, person, before: Time) => rpc(token, 'my_audit', { person, before }, readAudit),
		homeGuide: (token, known_version) => rpc(token, 'home_guide', { known_version }, readGuide)
	};
}

type Auth = SupabaseClient['auth'];
interface Clients {
	data: SupabaseClient;
	/**
	 * A new one for each sign-in. One that holds a session would renew it behind our back whenever this device's clock is
	 * wrong, and would remember by that clock which renewals failed.
	 */
	auth(device: string | undefined, heard: Heard): Auth;
	changePassword(body: Credential & { new_password: string }): Promise<Reply<SignInTokens>>;
}

/** What an answer says beside the session. */
interface Heard {
	device: string | null;
	wait: number | null;
}

/** Nothing of a session is stored by the clients. Null: no network. */
async function connect(origin: string, fetch: typeof globalThis.fetch): Promise<Clients | null> {
	try {
		const [{ createClient }, response] = await Promise.all([import('@supabase/supabase-js'), fetch('/config.json')]);
		const config: unknown = await response.json();
		if (typeof config !== 'object' || config === null || !('key' in config) || typeof config.key !== 'string')
			return null;
		const { key } = config;
		const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };
		return {
			changePassword: (body) => changePassword(fetch, { url: `${origin}/auth/v1/password`, key }, body),
			data: createClient(origin, key, { accessToken: async () => null, global: { fetch } }),
			auth: (device, heard) => {
				const listening: typeof fetch = async (input, init) => {
					const response = await fetch(input, init);
					heard.device = response.headers.get(DEVICE);
					heard.wait = waitFrom(response.headers);
					return response;
				};
				const global = { fetch: listening, headers: device === undefined ? {} : { [DEVICE]: device } };
				return createClient(origin, key, { auth: { ...auth, storageKey: newId() }, global }).auth;
			}
		};
	} catch {
		return null;
	}
}

interface AuthAnswer {
	data: { session: { access_token: string; refresh_token: string } | null };
	error: { status?: number | undefined; code?: string | undefined; message: string } | null;
}

async function signIn(
	get: () => Promise<Clients | null>,
	ask: (auth: Auth) => Promise<AuthAnswer>,
	before?: string
): Promise<Reply<SignInTokens>> {
	const clients = await get();
	if (!clients) return OFFLINE;
	const heard: Heard = { device: null, wait: null };
	const { data, error } = await ask(clients.auth(before, heard));
	if (error) return { ok: false, status: error.status ?? 0, code: error.code ?? error.message, wait: heard.wait };
	if (!data.session) return { ok: false, status: 502, code: 'no_session', wait: null };
	const { access_token, refresh_token } = data.session;
	const device = heard.device ?? before;
	return { ok: true, value: { access_token, refresh_token, ...(device !== undefined && { device }) } };
}

/** What Supabase has no call for, and our gate has. */
async function changePassword(
	fetch: typeof globalThis.fetch,
	{ url, key }: { url: string; key: string },
	body: object
): Promise<Reply<SignInTokens>> {
	try {
		const headers = { apikey: key, 'content-type': 'application/json' };
		const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
		const said: unknown = await response.json();
		const text = (name: string) => readText(said, name) ?? '';
		const [access_token, refresh_token] = [text('access_token'), text('refresh_token')];
		if (!response.ok)
			return { ok: false, status: response.status, code: text('error_code'), wait: waitFrom(response.headers) };
		if (access_token === '' || refresh_token === '') return { ok: false, status: 502, code: 'no_session', wait: null };
		const device = response.headers.get(DEVICE);
		return { ok: true, value: { access_token, refresh_token, ...(device !== null && { device }) } };
	} catch {
		return OFFLINE;
	}
}

function readText(said: unknown, name: string): string | null {
	const value =
		typeof said === 'object' && said !== null ? Object.entries(said).find(([key]) => key === name)?.[1] : null;
	return typeof value === 'string' ? value : null;
}

/** Our own refusals say their code as the message; PostgreSQL's and the gateway's have it in `code`. */
function codeOfError({ code, message }: { code: string; message: string }): string {
	return /^[a-z_]+$/.test(message) ? message : code;
}
