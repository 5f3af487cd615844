import { randomBytes } from 'node:crypto';
import type { Accounts } from './token-accounts.ts';
import { askInside, pass, refused, toWait, type Told } from './ask-supabase.ts';
import { checkBody } from './validate-body.ts';
import { callerOf, claimsOf, waitingAs, type Caller } from './caller.ts';
import { lookAtCode } from './check-code.ts';
import { json, type Answer, type Ask } from '../http/http.ts';
import { findRoute, type Route } from './allowed-calls.ts';
import { signIn, type SignInParts } from './sign-in.ts';

export type { AskSupabase } from './ask-supabase.ts';

export interface GatewayParts extends SignInParts {
	accounts: Accounts;
	log(line: string): void;
	/** How long a refused sign-in takes at least, in milliseconds: always longer than the slowest reason. */
	refusalTakes: number;
}

export type Gateway = (ask: Ask) => Promise<Answer>;

/** The only way to the database from outside: known routes, sizes and rates, and answers that give nothing away. */
export function makeGateway(parts: GatewayParts): Gateway {
	return async (ask) => {
		const started = performance.now();
		const id = randomBytes(8).toString('hex');
		const route = findRoute(ask.method, ask.path, ask.query);
		const { answer, code } = route ? await serve(parts, route, ask) : NOT_HERE;
		if (answer.status >= 500 || answer.status === 429) {
			const ms = Math.round(performance.now() - started);
			parts.log(JSON.stringify({ id, route: route?.path, status: answer.status, code, ms }));
		}
		return { ...answer, headers: { ...answer.headers, 'x-request-id': id } };
	};
}

/** Signed, that is: Lite would take one whose last part is empty for a visitor's. */
const A_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

const NOT_HERE: Told = {
	answer: json(404, { code: 'not_found', message: 'There is no such thing here.' }),
	code: null
};

async function serve(parts: GatewayParts, route: Route, ask: Ask): Promise<Told> {
	if (ask.headers['apikey'] !== parts.publishable)
		return { answer: json(401, { message: 'Invalid API key' }), code: null };
	const caller = callerOf(ask, parts.publishable, parts.accounts, parts.devices);
	const wait = parts.book.take(claimsOf(route, caller));
	if (wait > 0) return toWait(route, wait);
	const bytes = await ask.body(route.mostBytes);
	if (bytes === 'too_large') return refused(route, 413, 'too_large', { connection: 'close' });
	const checked = checkBody(route, bytes);
	if (!checked.ok) return { answer: json(checked.refusal.status, checked.refusal.body), code: null };
	if (caller.bearer !== null && !A_TOKEN.test(caller.bearer)) return refused(route, 401, 'bad_jwt');
	const started = performance.now();
	const told = await answerTo(parts, route, checked.body, caller);
	if (route.limit === 'sign_in' && told.answer.status >= 400) await settle(started, parts.refusalTakes);
	return told;
}

async function answerTo(parts: GatewayParts, route: Route, body: string, caller: Caller): Promise<Told> {
	if (route.limit === 'check_code') {
		const { code }: { code: string } = JSON.parse(body);
		return (await lookAtCode(parts, route, code, caller)).told;
	}
	if (route.kind === 'auth' && !route.path.startsWith('/auth/v1/logout')) return signIn(parts, route, body, caller);
	const { bearer } = caller;
	const work = () => askInside(parts, route.path, body, bearer);
	const told = await pass(parts, route, { who: waitingAs(caller), bearer, work });
	if (bearer !== null && told.answer.status < 400) parts.accounts.accepted(bearer);
	return told;
}

/** Whether an e-mail address is known must not be told by how fast the refusal comes. */
function settle(started: number, takes: number): Promise<void> {
	const left = takes - (performance.now() - started);
	return new Promise((done) => setTimeout(done, Math.max(0, left)));
}
