import type { Gate, Waiting } from './fair-queue.ts';
import { JSON_HEADERS, json, type Answer } from '../http/http.ts';
import { refuseCall, refuseSignIn, signInRefusal } from './refusals.ts';
import { quietly } from './capture-logs.ts';
import type { Route } from './allowed-calls.ts';

/** Supabase's sign-in and API: Lite in this process, or a hosted project. */
export type AskSupabase = (request: Request) => Promise<Response>;

export interface Inside {
	ask: AskSupabase;
	publishable: string;
	gate: Gate;
}

export interface Inner {
	status: number;
	text: string;
}

/** An answer, and for the log the SQLSTATE or the name of the refusal: never a message, which may repeat words. */
export interface Told {
	answer: Answer;
	code: string | null;
}

const ORIGIN = 'http://supabase.invalid';

/** Asks Supabase in its turn, and gives its answer without what gives anything away. */
export async function pass(
	inside: Inside,
	route: Route,
	{ who, bearer, work }: { who: Waiting; bearer: string | null; work: () => Promise<Inner> }
): Promise<Told> {
	const done = await inside.gate.pass(who, () => quietly(work));
	if (!done) return refused(route, 503, 'busy', { 'retry-after': '2' });
	const { status, text } = done.answer;
	if (status < 400)
		return { answer: { status, headers: JSON_HEADERS, body: status === 204 ? null : text }, code: null };
	if (done.problem) {
		const refusal = route.kind === 'auth' ? refuseSignIn(done.problem) : refuseCall(done.problem, bearer !== null);
		return { answer: json(refusal.status, refusal.body), code: done.problem.code };
	}
	if (status === 429) return toWait(route, 10);
	if (status >= 500) return refused(route, status, 'unexpected_failure');
	return { answer: { status, headers: JSON_HEADERS, body: text }, code: null };
}

export async function askInside(inside: Inside, path: string, body: string, bearer: string | null): Promise<Inner> {
	const headers = new Headers({ apikey: inside.publishable, accept: 'application/json' });
	if (body !== '') headers.set('content-type', 'application/json');
	if (bearer !== null) headers.set('authorization', `Bearer ${bearer}`);
	const request = new Request(ORIGIN + path, { method: 'POST', headers, body: body === '' ? null : body });
	const response = await inside.ask(request);
	return { status: response.status, text: await response.text() };
}

/** Too often: and when it is free again. */
export const toWait = (route: Route, seconds: number): Told =>
	refused(route, 429, 'over_request_rate_limit', { 'retry-after': String(seconds) });

export function refused(route: Route, status: number, code: string, headers: Record<string, string> = {}): Told {
	const body =
		route.kind === 'auth' ? signInRefusal(status, code).body : { code, message: code, details: null, hint: null };
	return { answer: json(status, body, headers), code };
}

/** A field of a text that should be JSON. */
export function field(text: string, name: string): string | null {
	try {
		const read: Record<string, unknown> = JSON.parse(text);
		const value = read[name];
		return typeof value === 'string' ? value : null;
	} catch {
		return null;
	}
}
