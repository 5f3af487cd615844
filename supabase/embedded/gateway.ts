import { randomBytes } from 'node:crypto';
import { checkBody } from './bodies.ts';
import type { Gate } from './gate.ts';
import { JSON_HEADERS, json, type Answer, type Ask } from './http.ts';
import { refuseCall, refuseSignIn, signInRefusal } from './problems.ts';
import { quietly } from './quiet.ts';
import type { Rates } from './rates.ts';
import { findRoute, type Route } from './routes.ts';
import { explainSignUp, type Inner } from './sign-up.ts';
import type { Tries } from './tries.ts';

/** Supabase's sign-in and API: Lite in this process, or a hosted project. */
export type AskSupabase = (request: Request) => Promise<Response>;

export interface GatewayParts {
	ask: AskSupabase;
	publishable: string;
	rates: Rates;
	tries: Tries;
	gate: Gate;
	log(line: string): void;
	/** How long a refused sign-in takes at least, in milliseconds: always longer than the slowest reason. */
	refusalTakes: number;
}

export type Gateway = (ask: Ask) => Promise<Answer>;

/** An answer, and for the log the SQLSTATE or the name of the refusal: never a message, which may repeat words. */
interface Told {
	answer: Answer;
	code: string | null;
}

const ORIGIN = 'http://supabase.invalid';

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
	const wait = parts.rates.take(route.limit, ask.address);
	if (wait > 0) return refused(route, 429, 'over_request_rate_limit', { 'retry-after': String(wait) });
	const bytes = await ask.body(route.mostBytes);
	if (bytes === 'too_large') return refused(route, 413, 'too_large', { connection: 'close' });
	const checked = checkBody(route, bytes);
	if (!checked.ok) return { answer: json(checked.refusal.status, checked.refusal.body), code: null };
	const bearer = bearerOf(ask.headers.authorization, parts.publishable);
	if (bearer !== null && !A_TOKEN.test(bearer)) return refused(route, 401, 'bad_jwt');
	const started = performance.now();
	const told = isPassword(route)
		? await withPassword(parts, route, checked.body)
		: await pass(parts, route, checked.body, bearer);
	if (route.limit === 'sign_in' && told.answer.status >= 400) await settle(started, parts.refusalTakes);
	return told;
}

const isPassword = ({ path }: Route) => path.endsWith('grant_type=password');

/** A few wrong passwords of an account are free. Whoever must wait is told so, and for how long. */
async function withPassword(parts: GatewayParts, route: Route, body: string): Promise<Told> {
	const { email }: { email: string } = JSON.parse(body);
	const wait = parts.tries.take(email);
	if (wait > 0) return refused(route, 429, 'over_request_rate_limit', { 'retry-after': String(wait) });
	const told = await pass(parts, route, body, null);
	if (told.answer.status < 400) parts.tries.right(email);
	else if (told.answer.status !== 400) parts.tries.giveBack(email);
	return told;
}

/** A token of a person; none when the client only repeats the key. */
function bearerOf(header: string | undefined, publishable: string): string | null {
	const token = header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : '';
	return token === '' || token === publishable ? null : token;
}

async function pass(parts: GatewayParts, route: Route, body: string, bearer: string | null): Promise<Told> {
	const done = await parts.gate.pass(() => quietly(() => passOn(parts, route, body, bearer)));
	if (!done) return refused(route, 503, 'busy');
	const { status, text } = done.answer;
	if (status < 400)
		return { answer: { status, headers: JSON_HEADERS, body: status === 204 ? null : text }, code: null };
	if (done.problem) {
		const refusal = route.kind === 'auth' ? refuseSignIn(done.problem) : refuseCall(done.problem, bearer !== null);
		return { answer: json(refusal.status, refusal.body), code: done.problem.code };
	}
	if (status >= 500) return refused(route, status, 'unexpected_failure');
	return { answer: { status, headers: JSON_HEADERS, body: text }, code: null };
}

async function passOn(parts: GatewayParts, route: Route, body: string, bearer: string | null): Promise<Inner> {
	const answer = await askInside(parts, route.path, body, bearer);
	if (route.path !== '/auth/v1/signup' || answer.status < 400) return answer;
	const check = (code: string) => askInside(parts, '/rest/v1/rpc/check_code', JSON.stringify({ code }), null);
	return explainSignUp(answer, body, check);
}

async function askInside(parts: GatewayParts, path: string, body: string, bearer: string | null): Promise<Inner> {
	const headers = new Headers({ apikey: parts.publishable, accept: 'application/json' });
	if (body !== '') headers.set('content-type', 'application/json');
	if (bearer !== null) headers.set('authorization', `Bearer ${bearer}`);
	const request = new Request(ORIGIN + path, { method: 'POST', headers, body: body === '' ? null : body });
	const response = await parts.ask(request);
	return { status: response.status, text: await response.text() };
}

/** Whether an e-mail address is known must not be told by how fast the refusal comes. */
function settle(started: number, takes: number): Promise<void> {
	const left = takes - (performance.now() - started);
	return new Promise((done) => setTimeout(done, Math.max(0, left)));
}

function refused(route: Route, status: number, code: string, headers: Record<string, string> = {}): Told {
	const body =
		route.kind === 'auth' ? signInRefusal(status, code).body : { code, message: code, details: null, hint: null };
	return { answer: json(status, body, headers), code };
}
