import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';
import { addressOf, isHttps, mayAsk } from './request-origin.ts';

const request = (headers: Record<string, string>, method = 'GET') =>
	({ method, headers, socket: { remoteAddress: '127.0.0.1' } }) as unknown as IncomingMessage; // only what is read of one

describe('who asks, and how', () => {
	const forged = { host: 'home.example', 'x-forwarded-for': '203.0.113.9, 192.0.2.7', 'x-forwarded-proto': 'https' };

	it('what a proxy says counts only when there is one, and then what it added itself', () => {
		expect(addressOf(request(forged), false)).toBe('127.0.0.1');
		expect(addressOf(request(forged), true)).toBe('192.0.2.7');
		expect([isHttps(request(forged), false), isHttps(request(forged), true)]).toEqual([false, true]);
	});

	it('without a proxy only this computer is answered, by its own names', () => {
		for (const host of ['localhost', 'localhost:4173', '127.0.0.1:4173', '127.1.2.3', '[::1]:80'])
			expect(mayAsk(request({ host }), false)).toBeNull();
		for (const host of ['home.example', '127.0.0.1.example', 'localhost.example:4173', '', '192.168.1.5:4173'])
			expect(mayAsk(request({ host }), false)).toContain('only for this computer');
	});

	it('behind a proxy plain http is refused', () => {
		expect(mayAsk(request(forged), true)).toBeNull();
		expect(mayAsk(request({ ...forged, 'x-forwarded-proto': 'http' }), true)).toContain('https');
		expect(mayAsk(request({ host: 'home.example' }), true)).toContain('https');
	});

	it('another site may link here, and nothing else', () => {
		const from = (site: string, mode: string, method = 'GET') =>
			mayAsk(request({ host: 'localhost', 'sec-fetch-site': site, 'sec-fetch-mode': mode }, method), false);
		expect([from('cross-site', 'navigate'), from('same-origin', 'cors', 'POST'), from('none', 'navigate')]).toEqual([
			null,
			null,
			null
		]);
		for (const [site, mode, method] of [
			['cross-site', 'cors', 'POST'],
			['same-site', 'no-cors', 'GET'],
			['cross-site', 'navigate', 'POST']
		] as const) {
			expect(from(site, mode, method)).toContain('Another site');
		}
	});

	it('every answer forbids frames, guessing of types, referrers and every sensor but the camera', () => {
		const headers = securityHeaders('/', false);
		expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
		expect(headers['content-security-policy']).not.toContain('script-src'); // the page's own policy knows its scripts
		expect(headers['permissions-policy']).toMatch(/camera=\(self\).*geolocation=\(\).*microphone=\(\)/);
		expect([headers['x-content-type-options'], headers['referrer-policy']]).toEqual(['nosniff', 'no-referrer']);
		expect(headers['strict-transport-security']).toBeUndefined();
		expect(securityHeaders('/', true)['strict-transport-security']).toBe('max-age=63072000');
		expect(securityHeaders('/service-worker.js', false)['content-security-policy']).toContain("connect-src 'self'");
	});
});
