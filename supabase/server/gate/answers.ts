import { randomInt } from 'node:crypto';
import type { AllowedCall } from './allowed-calls.ts';
import { signInRefusal } from './refusals.ts';

/** An answer, and for the log the SQLSTATE or the name of the refusal: never a message, which may repeat words. */
export interface Answer {
	status: number;
	body: string | null;
	headers: Record<string, string>;
	code: string | null;
}

export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
	status,
	body: JSON.stringify(body),
	headers: { ...JSON_TYPE, ...headers },
	code: null
});

export function refuse(call: AllowedCall, status: number, code: string, headers: Record<string, string> = {}): Answer {
	const body =
		call.kind === 'auth' ? signInRefusal(status, code).body : { code, message: code, details: null, hint: null };
	return { ...json(status, body, headers), code };
}

/** Too many wait already: it may be tried again, not by all of them in the same second. */
export const busy = (call: AllowedCall): Answer =>
	refuse(call, 503, 'busy', { 'retry-after': String(randomInt(2, 13)) });

/** Too often, and when it is free again. */
export const tooManyRequests = (call: AllowedCall, seconds: number): Answer =>
	refuse(call, 429, 'over_request_rate_limit', { 'retry-after': String(seconds) });

/** A text in what should be JSON. */
export function textField(json: string, name: string): string | null {
	try {
		const read: Record<string, unknown> = JSON.parse(json);
		const value = read[name];
		return typeof value === 'string' ? value : null;
	} catch {
		return null;
	}
}
