import { randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compressAnswers, padJson } from '../http/compress-answers.ts';
import { createPart } from '../http/part.ts';
import { findCall, type AllowedCall } from './allowed-calls.ts';
import { answerCall, type CallDeps } from './answer-call.ts';
import { json, refuse, tooManyRequests, type Answer } from './answers.ts';
import { chargesFor, identifyCaller, type Caller } from './caller.ts';
import { asProblem } from './refusals.ts';
import { validateBody } from './validate-body.ts';

export interface GateDeps extends CallDeps {
	log(line: string): void;
}

interface GateEnv {
	Bindings: { address: string };
	Variables: { call: AllowedCall; caller: Caller; refusal: string | null };
}
type GateContext = Context<GateEnv>;

const KB = 1024;

/** The only way to the database from outside: known calls, sizes and rates, and answers that give nothing away. */
export function createGate(deps: GateDeps): Hono<GateEnv> {
	const gate = createPart<GateEnv>();
	gate.use(async (c, next) => {
		const started = performance.now();
		await next();
		logTrouble(deps, c, Math.round(performance.now() - started));
	});
	gate.use('/rest/*', compressAnswers);
	gate.use(async (c, next) => {
		const { pathname, searchParams } = new URL(c.req.url); // c.req.path is decoded: another spelling is not on the list
		const call = findCall(c.req.method, pathname, searchParams);
		if (!call) return c.notFound();
		c.set('call', call);
		if (c.req.header('apikey') !== deps.publishable) return give(c, json(401, { message: 'Invalid API key' }));
		const caller = identifyCaller((name) => c.req.header(name), c.env.address, deps);
		c.set('caller', caller);
		const wait = deps.limits.take(chargesFor(call, caller));
		return wait > 0 ? give(c, tooManyRequests(call, wait)) : next();
	});
	const onError = (c: GateContext) => give(c, refuse(c.var.call, 413, 'too_large'));
	gate.use('/rest/*', bodyLimit({ maxSize: 512 * KB, onError }));
	gate.use('/auth/*', bodyLimit({ maxSize: 64 * KB, onError }));
	gate.all('*', async (c) => {
		const checked = validateBody(c.var.call, await c.req.text());
		if (!checked.ok) return give(c, json(checked.refusal.status, checked.refusal.body));
		const answer = answerCall(deps, c.var.call, checked.body, c.var.caller);
		return give(c, await answer.catch((problem: unknown) => failed(c.var.call, problem)));
	});
	return gate;
}

/** A fault of ours: for the log its SQLSTATE, never its message. */
const failed = (call: AllowedCall, problem: unknown): Answer => ({
	...refuse(call, 500, 'unexpected_failure'),
	code: asProblem(problem)?.code ?? 'unknown'
});

function give(c: GateContext, { status, body, headers, code }: Answer): Response {
	c.set('refusal', code);
	const padded = body !== null && c.req.path.startsWith('/rest/') ? padJson(body) : body;
	const length = padded === null ? {} : { 'content-length': String(Buffer.byteLength(padded)) };
	return new Response(padded, { status, headers: { ...headers, ...length } });
}

/** What went wrong on our side, or too often. Nothing of what anybody said is in it. */
function logTrouble(deps: GateDeps, c: GateContext, ms: number): void {
	const id = randomBytes(8).toString('hex');
	c.header('x-request-id', id);
	const { status } = c.res;
	if (status < 500 && status !== 429) return;
	deps.log(JSON.stringify({ id, route: c.var.call.path, status, code: c.var.refusal, ms }));
}
