import { createHash } from 'node:crypto';
import { askInside, field, pass, toWait, type Inside, type Told } from './ask-supabase.ts';
import type { Caller } from './caller.ts';
import type { Waiting } from './fair-queue.ts';
import type { Book, Claim } from '../limits/limits.ts';
import type { Route } from './allowed-calls.ts';

type Looked =
	| { state: (typeof STATES)[number]; told: Told; who: Waiting }
	/** It was not looked at, or must not be told yet. */
	| { state: null; told: Told };

const STATES = ['good', 'used', 'ended', 'expired', 'unknown'] as const;
/** With such a code nobody signs up. */
export const NO_USE = ['unknown', 'ended', 'expired'] as const;

/**
 * Looks at a code, always: a look is cheap, nobody guesses 54 random bits, and whoever has a code is answered however many others
 * at the same address ask for codes that nobody made. Those count for their address, and are told to wait. Somebody's code
 * counts for itself.
 */
export async function lookAtCode(
	parts: Inside & { book: Book },
	route: Route,
	code: string,
	{ network }: Caller
): Promise<Looked> {
	const work = () => askInside(parts, '/rest/v1/rpc/check_code', JSON.stringify({ code }), null);
	const told = await pass(parts, route, { who: { name: network, known: false }, bearer: null, work });
	const text = told.answer.status < 400 && typeof told.answer.body === 'string' ? told.answer.body : '';
	const state = STATES.find((one) => one === field(text, 'state'));
	if (state === undefined) return { state: null, told };
	const name = createHash('sha256').update(code).digest('base64url');
	const claim: Claim = state === 'unknown' ? ['wrong_code', network] : ['code', name];
	const wait = parts.book.take([claim]);
	return wait > 0 ? { state: null, told: toWait(route, wait) } : { state, told, who: { name, known: true } };
}
