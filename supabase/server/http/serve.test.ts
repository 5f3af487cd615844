import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type RunningServer } from './serve.ts';
import type { Site } from './site.ts';

describe('one origin', () => {
	let served: RunningServer;
	const lines: string[] = [];
	const site: Site = {
		gate: async (request) => Response.json({ got: (await request.text()).length, path: new URL(request.url).pathname }),
		config: { key: 'k', demo: false },
		files: ({ url }) => {
			const { pathname } = new URL(url);
			if (pathname === '/broken') throw new Error('Robin’s words');
			return new Response(pathname === '/' ? 'door' : 'none', { status: pathname === '/' ? 200 : 404 });
		},
		demo: null,
		trustProxy: false,
		log: (line) => lines.push(line)
	};
	beforeAll(async () => {
		served = await serve(site, 0, '127.0.0.1');
	});
	afterAll(() => served.close());

	const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${served.port}${path}`, init);

	it('every answer carries the headers, whatever it is an answer to', async () => {
		const answers = [
			await get('/'),
			await get('/gone'),
			await get('/config.json'),
			await get('/demo'),
			await get('/rest/v1/x', { method: 'POST', body: 'abc' }),
			await get('/auth/v1/x', { method: 'POST', body: 'abc' }),
			await get('/', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' } }),
			await get('/', { method: 'HEAD' })
		];
		expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 404, 200, 200, 403, 200]);
		for (const { headers } of answers) {
			expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
			expect(headers.get('permissions-policy')).toContain('camera=(self)');
			expect(headers.get('access-control-allow-origin')).toBeNull();
		}
	});

	it('the page’s configuration is never kept, and the API is on the same origin', async () => {
		const config = await get('/config.json');
		expect([await config.json(), config.headers.get('cache-control')]).toEqual([{ key: 'k', demo: false }, 'no-store']);
		expect(await (await get('/rest/v1/rpc/x', { method: 'POST', body: 'abc' })).json()).toEqual({
			got: 3,
			path: '/rest/v1/rpc/x'
		});
	});

	it('a fault of ours is logged by its kind, without the words in it, and the server goes on', async () => {
		const { status, headers } = await get('/broken');
		expect([status, headers.get('x-content-type-options')]).toEqual([500, 'nosniff']);
		expect(lines.splice(0)).toEqual(['{"status":500,"code":"Error"}']);
		expect((await get('/')).status).toBe(200);
	});

	it('a client that goes away in the middle, or talks nonsense, harms nobody', async () => {
		const half = ask({
			port: served.port,
			host: '127.0.0.1',
			method: 'POST',
			path: '/rest/v1/rpc/x',
			headers: { 'content-length': 500 }
		});
		half.on('error', () => undefined);
		half.write('half');
		await new Promise((sent) => setTimeout(sent, 30));
		half.destroy();
		const nonsense = connect(served.port, '127.0.0.1', () => nonsense.write('NONSENSE\r\n\r\n'));
		const said = await new Promise((heard) => nonsense.on('data', heard));
		expect(String(said)).toContain('400');
		expect((await get('/')).status).toBe(200);
		expect(lines).toEqual([]);
	});
});
