import { describe, expect, it } from 'vitest';
import { findCall } from './allowed-calls.ts';

const route = (method: string, address: string) => {
	const url = new URL(address, 'http://x.invalid');
	return findCall(method, url.pathname, url.searchParams)?.path ?? null;
};

describe('what is served', () => {
	it('eight functions and four ways to sign in and out, by POST', () => {
		const reads = ['my_view', 'my_pictures', 'my_older', 'my_evidence', 'my_audit', 'home_guide'];
		for (const name of ['check_code', 'apply_calls', ...reads]) {
			expect(route('POST', `/rest/v1/rpc/${name}`)).toBe(`/rest/v1/rpc/${name}`);
			expect(route('GET', `/rest/v1/rpc/${name}`)).toBeNull();
		}
		expect(route('POST', '/auth/v1/signup')).toBe('/auth/v1/signup');
		expect(route('POST', '/auth/v1/token?grant_type=password')).toBe('/auth/v1/token?grant_type=password');
		expect(route('POST', '/auth/v1/token?grant_type=refresh_token')).toBe('/auth/v1/token?grant_type=refresh_token');
		expect(route('POST', '/auth/v1/logout?scope=local')).toBe('/auth/v1/logout?scope=local');
	});

	it('nothing of what else the address says goes on', () => {
		expect(route('POST', '/rest/v1/rpc/my_view?select=a&limit=1')).toBe('/rest/v1/rpc/my_view');
		expect(route('POST', '/auth/v1/signup?redirect_to=http://elsewhere.invalid')).toBe('/auth/v1/signup');
		expect(route('POST', '/auth/v1/token?grant_type=password&grant_type=pkce&x=1')).toBe(
			'/auth/v1/token?grant_type=password'
		);
		expect(route('POST', '/auth/v1/logout?scope=local%26x')).toBeNull();
	});

	it('names that every object has are no functions', () => {
		for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
			expect(route('POST', `/rest/v1/rpc/${name}`)).toBeNull();
		}
	});
});
