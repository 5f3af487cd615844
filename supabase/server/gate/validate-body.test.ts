import { describe, expect, it } from 'vitest';
import { validateBody } from './validate-body.ts';
import { findCall } from './allowed-calls.ts';

const check = (path: string, body: unknown) => {
	const url = new URL(path, 'http://x.invalid');
	const call = findCall('POST', url.pathname, url.searchParams);
	if (!call) throw new Error(path);
	const checked = validateBody(call, typeof body === 'string' ? body : JSON.stringify(body));
	return checked.ok ? JSON.parse(checked.body || 'null') : checked.refusal;
};

describe('what is passed on of a body', () => {
	it('arguments as they are, unknown ones not', () => {
		expect(check('/rest/v1/rpc/my_view', { person: null, shape: 1 })).toEqual({ person: null, shape: 1 });
		expect(check('/rest/v1/rpc/my_view', { person: null, other: 1 }).status).toBe(400);
		expect(check('/rest/v1/rpc/apply_calls', { person: null }).status).toBe(400);
	});

	it('a NUL goes and half a pair becomes the sign for unreadable, in texts and in names, at any depth', () => {
		const calls = [{ args: { words: 'a\0b \ud83d c', ['k\0']: ['\ude00', '😀'] } }];
		expect(check('/rest/v1/rpc/apply_calls', { calls })).toEqual({
			calls: [{ args: { words: 'ab \ufffd c', k: ['\ufffd', '😀'] } }]
		});
	});

	it('what is nested without end is refused', () => {
		expect(check('/rest/v1/rpc/apply_calls', `{"calls":${'['.repeat(100)}${']'.repeat(100)}}`).status).toBe(400);
		expect(check('/rest/v1/rpc/apply_calls', `{"calls":${'['.repeat(100_000)}`).status).toBe(400);
	});

	it('of a sign-up the address, the password, the code and the device: nothing that could end in a token', () => {
		const data = { invite_code: 'X', device: 'Tablet', role: 'manager', name: 'Robin' };
		const body = { email: 'a@b.invalid', password: 'p', data, code_challenge: 'x', gotrue_meta_security: {} };
		expect(check('/auth/v1/signup', body)).toEqual({
			email: 'a@b.invalid',
			password: 'p',
			data: { invite_code: 'X', device: 'Tablet' }
		});
	});

	it('a password is counted in bytes', () => {
		const signIn = (password: string) =>
			check('/auth/v1/token?grant_type=password', { email: 'a@b.invalid', password }).status;
		expect([signIn('é'.repeat(36)), signIn('é'.repeat(37))]).toEqual([undefined, 422]);
	});

	it('signing out needs no body, and takes none', () => {
		expect(check('/auth/v1/logout?scope=local', '{"scope":"global"}')).toBeNull();
	});
});
