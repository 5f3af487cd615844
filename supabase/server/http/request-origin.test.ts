import type { HttpBindings } from '@hono/node-server';
import { describe, expect, it } from 'vitest';
import { createSite } from './site.ts';

const answerWith = (words: string) => () => new Response(words);
const siteBehind = (trustProxy: boolean) =>
	createSite({
		gate: (_, { address }) => new Response(address),
		config: { key: 'k', demo: false },
		files: answerWith('a page'),
		demo: null,
		trustProxy,
		log: () => undefined
	});
const socket = { incoming: { socket: { remoteAddress: '127.0.0.1' } } } as unknown as HttpBindings; // only what is read of it

async function ask(trustProxy: boolean, headers: Record<string, string>, { method = 'GET', path = '/' } = {}) {
	const answer = await siteBehind(trustProxy).request(path, { method, headers }, socket);
	return { status: answer.status, said: await answer.text(), headers: answer.headers };
}

describe('who asks, and how', () => {
	const forged = { host: 'home.example', 'x-forwarded-for': '203.0.113.9, 192.0.2.7', 'x-forwarded-proto': 'https' };
	const rest = { method: 'POST', path: '/rest/v1/rpc/my_view' };

	it('what a proxy says counts only when there is one, and then what it added itself', async () => {
		expect((await ask(false, { ...forged, host: 'localhost' }, rest)).said).toBe('127.0.0.1');
		expect((await ask(true, forged, rest)).said).toBe('192.0.2.7');
		const transport = 'strict-transport-security';
		expect((await ask(false, { ...forged, host: 'localhost' })).headers.get(transport)).toBeNull();
		expect((await ask(true, forged)).headers.get(transport)).toBe('max-age=63072000');
	});

	it('without a proxy only this computer is answered, by its own names', async () => {
		for (const host of ['localhost', 'localhost:4173', '127.0.0.1:4173', '127.1.2.3', '[::1]:80'])
			expect([host, (await ask(false, { host })).status]).toEqual([host, 200]);
		for (const host of ['home.example', '127.0.0.1.example', 'localhost.example:4173', '', '192.168.1.5:4173'])
			expect(await ask(false, { host })).toMatchObject({ status: 403, said: expect.stringContaining('only for this') });
	});

	it('behind a proxy plain http is refused', async () => {
		expect((await ask(true, forged)).status).toBe(200);
		for (const plain of [{ ...forged, 'x-forwarded-proto': 'http' }, { host: 'home.example' }])
			expect(await ask(true, plain)).toMatchObject({ status: 403, said: expect.stringContaining('https') });
	});

	it('another site may link here, and nothing else', async () => {
		const from = async (site: string, mode: string, method = 'GET') =>
			ask(false, { host: 'localhost', 'sec-fetch-site': site, 'sec-fetch-mode': mode }, { method });
		for (const [site, mode, method] of [
			['cross-site', 'navigate', 'GET'],
			['same-origin', 'cors', 'POST'],
			['none', 'navigate', 'GET']
		] as const)
			expect((await from(site, mode, method)).status).toBe(200);
		for (const [site, mode, method] of [
			['cross-site', 'cors', 'POST'],
			['same-site', 'no-cors', 'GET'],
			['cross-site', 'navigate', 'POST']
		] as const)
			expect(await from(site, mode, method)).toMatchObject({
				status: 403,
				said: expect.stringContaining('Another site')
			});
	});
});

describe('every answer', () => {
	it('forbids frames, guessing of types, referrers and every sensor but the camera and the microphone', async () => {
		const { headers } = await ask(false, { host: 'localhost' });
		expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		expect(headers.get('content-security-policy')).not.toContain('script-src'); // the page's own policy knows its scripts
		expect(headers.get('permissions-policy')).toMatch(/camera=\(self\).*geolocation=\(\).*microphone=\(self\)/);
		expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer']);
		const worker = await ask(false, { host: 'localhost' }, { path: '/service-worker.js' });
		expect(worker.headers.get('content-security-policy')).toContain("connect-src 'self'");
	});

	it('says these headers, to the letter', async () => {
		const { headers } = await ask(true, { 'x-forwarded-proto': 'https' }, { path: '/service-worker.js' });
		const framing = "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";
		expect(Object.fromEntries(headers)).toEqual({
			'content-security-policy': `default-src 'none'; script-src 'self'; connect-src 'self'; ${framing}`,
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
			'permissions-policy':
				'camera=(self), accelerometer=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), ' +
				'idle-detection=(), local-fonts=(), magnetometer=(), microphone=(self), midi=(), payment=(), ' +
				'publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'strict-transport-security': 'max-age=63072000',
			'cache-control': 'no-store',
			'content-type': 'text/plain;charset=UTF-8'
		});
	});
});
