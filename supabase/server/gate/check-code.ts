import { createHash } from 'node:crypto';
import type { Charge, RateLimits } from '../limits/limits.ts';
import type { AllowedCall } from './allowed-calls.ts';
import { textField, tooManyRequests, type Answer } from './answers.ts';
import { askSupabase, forward, type SupabaseDeps } from './ask-supabase.ts';
import type { Caller } from './caller.ts';
import type { Waiter } from './fair-queue.ts';

type CheckedCode =
	| { state: (typeof STATES)[number]; answer: Answer; waiter: Waiter }
	/** It was not looked at, or must not be told yet. */
	| { state: null; answer: Answer };

const STATES = ['good', 'used', 'ended', 'expired', 'unknown'] as const;
/** With such a code nobody signs up. */
export const UNUSABLE = ['unknown', 'ended', 'expired'] as const;

/**
 * Looks at a code, always: a look is cheap, nobody guesses 54 random bits, and somebody with a code is answered however many
 * others at the same address ask for codes that nobody made. Those count for their address, and are told to wait. A code that
 * somebody made counts for itself.
 */
export async function checkCode(
	deps: SupabaseDeps & { limits: RateLimits },
	call: AllowedCall,
	code: string,
	{ network }: Caller
): Promise<CheckedCode> {
	const ask = () => askSupabase(deps, '/rest/v1/rpc/check_code', JSON.stringify({ code }), null);
	const answer = await forward(deps, call, { waiter: { name: network, known: false }, bearer: null, ask });
	const told = answer.status < 400 ? textField(answer.body ?? '', 'state') : null;
	const state = STATES.find((one) => one === told);
	if (state === undefined) return { state: null, answer };
	const name = createHash('sha256').update(code).digest('base64url');
	const charge: Charge = state === 'unknown' ? ['wrong_code', network] : ['code', name];
	const wait = deps.limits.take([charge]);
	return wait > 0
		? { state: null, answer: tooManyRequests(call, wait) }
		: { state, answer, waiter: { name, known: true } };
}
