import type { AllowedCall } from './allowed-calls.ts';
import { JSON_TYPE, busy, json, refuse, tooManyRequests, type Answer } from './answers.ts';
import { captureLogs } from './capture-logs.ts';
import type { FairQueue, Waiter } from './fair-queue.ts';
import { asProblem, refuseCall, refuseSignIn, type Problem } from './refusals.ts';

/** Supabase's sign-in and API: Lite in this process, or a hosted project. What a database refuses with may be thrown. */
export type SupabaseFetch = (request: Request) => Promise<Response>;

export interface SupabaseDeps {
	supabase: SupabaseFetch;
	publishable: string;
	queue: FairQueue;
}

export interface SupabaseAnswer {
	status: number;
	text: string;
	/** What the database refused with, where that was told. */
	problem?: Problem;
}

interface Turn {
	waiter: Waiter;
	bearer: string | null;
	ask: () => Promise<SupabaseAnswer>;
}

const ORIGIN = 'http://supabase.invalid';

/** Asks Supabase when it is this caller's turn, and gives its answer without what gives anything away. */
export async function forward(deps: SupabaseDeps, call: AllowedCall, { waiter, bearer, ask }: Turn): Promise<Answer> {
	const done = await deps.queue.run(waiter, () => captureLogs(ask));
	if (!done) return busy(call);
	const { status, text } = done.result;
	const problem = done.problem ?? done.result.problem;
	if (status < 400) return { status, body: status === 204 ? null : text, headers: JSON_TYPE, code: null };
	if (problem) {
		const refusal = call.kind === 'auth' ? refuseSignIn(problem) : refuseCall(problem, bearer !== null);
		return { ...json(refusal.status, refusal.body), code: problem.code };
	}
	if (status === 429) return tooManyRequests(call, 10);
	if (status >= 500) return refuse(call, status, 'unexpected_failure');
	return { status, body: text, headers: JSON_TYPE, code: null };
}

/** Passes on the path, the body and whose token it is: nothing else of what the caller said. */
export async function askSupabase(
	{ supabase, publishable }: SupabaseDeps,
	path: string,
	body: string,
	bearer: string | null,
	method: 'POST' | 'PUT' = 'POST'
): Promise<SupabaseAnswer> {
	const headers = new Headers({ apikey: publishable, accept: 'application/json' });
	if (body !== '') headers.set('content-type', 'application/json');
	if (bearer !== null) headers.set('authorization', `Bearer ${bearer}`);
	const request = new Request(ORIGIN + path, { method, headers, body: body === '' ? null : body });
	try {
		const response = await supabase(request);
		return { status: response.status, text: await response.text() };
	} catch (thrown) {
		const problem = asProblem(thrown);
		if (!problem) throw thrown;
		return { status: 500, text: '', problem };
	}
}
