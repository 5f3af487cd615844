import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '$lib/domain/vocabulary/problems.ts';
import { codeOfFetch, codeOfSignIn, codeOfWaiting } from './reply.ts';

const failed = (status: number, code: string) => ({ ok: false, status, code, wait: null }) as const;

describe('why somebody is not let in', () => {
	it.each([
		[400, 'invalid_credentials', 'wrong_password'],
		[429, 'over_request_rate_limit', 'wait'],
		[422, 'user_already_exists', 'email_taken'],
		[422, 'weak_password', 'weak_password'],
		[422, 'code_used', 'code_used'],
		[403, 'something_new', 'not_let_in'],
		[0, 'offline', 'offline'],
		[503, 'busy', 'server_down']
	])('%i %s is %s, which has a sentence', (status, code, told) => {
		expect(codeOfSignIn(failed(status, code))).toBe(told);
		expect(PROBLEMS).toContain(told);
	});

	it('whatever else waits has a sentence too', () => {
		for (const status of [0, 401, 403, 408, 429, 500, 502, 503])
			expect(PROBLEMS).toContain(codeOfWaiting(failed(status, 'x')));
	});

	it('of what was only asked for nothing waits, and no sentence says that it does', () => {
		for (const status of [0, 429, 500, 503]) expect(codeOfFetch(failed(status, 'x'))).toBe('not_fetched');
		expect(codeOfFetch(failed(401, 'x'))).toBe('signed_out');
		expect(PROBLEMS).toContain('not_fetched');
	});
});
