import { setTimeout as sleep } from 'node:timers/promises';
import type { AllowedCall } from './allowed-calls.ts';
import { refuse, type Answer } from './answers.ts';
import { askSupabase, forward } from './ask-supabase.ts';
import { waiterFor, type Caller } from './caller.ts';
import { checkCode } from './check-code.ts';
import { signIn, type SignInDeps } from './sign-in.ts';
import type { TokenAccounts } from './token-accounts.ts';

export interface CallDeps extends SignInDeps {
	accounts: TokenAccounts;
	/** How long a refused sign-in takes at least, in milliseconds: always longer than the slowest reason. */
	minRefusalMs: number;
}

export const MIN_REFUSAL_MS = 400;

/** A token has three parts, that is: Lite would take one whose signature is empty for a visitor's. */
const SIGNED_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Answers a call that is allowed, of the right shape and not too often. */
export async function answerCall(deps: CallDeps, call: AllowedCall, body: string, caller: Caller): Promise<Answer> {
	const { bearer } = caller;
	if (bearer !== null && !SIGNED_TOKEN.test(bearer)) return refuse(call, 401, 'bad_jwt');
	if (call.limit === 'check_code') {
		const { code }: { code: string } = JSON.parse(body);
		return (await checkCode(deps, call, code, caller)).answer;
	}
	if (call.kind === 'auth' && !call.path.startsWith('/auth/v1/logout')) return signInSlowly(deps, call, body, caller);
	const ask = () => askSupabase(deps, call.path, body, bearer);
	const answer = await forward(deps, call, { waiter: waiterFor(caller), bearer, ask });
	if (bearer !== null && answer.status < 400) deps.accounts.accepted(bearer);
	return answer;
}

/** Whether an e-mail address is known must not be told by how fast the refusal comes. */
async function signInSlowly(deps: CallDeps, call: AllowedCall, body: string, caller: Caller): Promise<Answer> {
	const started = performance.now();
	const answer = await signIn(deps, call, body, caller);
	const left = deps.minRefusalMs - (performance.now() - started);
	if (call.limit === 'sign_in' && answer.status >= 400 && left > 0) await sleep(left);
	return answer;
}
