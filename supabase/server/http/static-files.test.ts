import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type RunningServer } from './serve.ts';
import { serveFiles } from './static-files.ts';

describe('the app’s files, over HTTP', () => {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-static-'));
	let server: RunningServer;
	const lines: string[] = [];
	beforeAll(async () => {
		mkdirSync(join(folder, '_app/immutable'), { recursive: true });
		mkdirSync(join(folder, 'en'));
		mkdirSync(join(folder, 'cy'));
		const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
		write('index.html', 'door');
		write('200.html', 'the app');
		write('en/guide.html', 'guide');
		write('en/guide.html.br', 'guide in br');
		write('en/guide.html.gz', 'guide in gz');
		write('cy/index.html', 'Welsh');
		write('_app/immutable/a.js', 'code');
		write('service-worker.js', 'worker');
		write('gone.js', 'soon not here');
		writeFileSync(join(folder, '..', 'sayso-outside.txt'), 'secret');
		const files = serveFiles(folder);
		const nobody = () => new Response(null, { status: 404 });
		const site = { gate: nobody, config: { key: '', demo: false }, files, demo: null, trustProxy: false };
		server = await serve({ ...site, log: (line) => lines.push(line) }, 0, '127.0.0.1');
	});
	afterAll(async () => {
		await server.close();
		rmSync(folder, { recursive: true });
		rmSync(join(folder, '..', 'sayso-outside.txt'));
	});

	/** The path as it is written: fetch would tidy it up first. */
	const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
		new Promise<{ status: number; said: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
			const sent = request({ port: server.port, host: '127.0.0.1', path, method, headers }, (answer) => {
				let said = '';
				answer.on('data', (part) => (said += part));
				answer.on('end', () => resolve({ status: answer.statusCode ?? 0, said, headers: answer.headers }));
			});
			sent.once('error', reject).end();
		});
	const page = { accept: 'text/html,application/xhtml+xml' };

	it('pages have clean names', async () => {
		expect((await get('/')).said).toBe('door');
		expect(await get('/en/guide')).toMatchObject({ status: 200, said: 'guide' });
		expect((await get('/en/guide')).headers['content-type']).toBe('text/html; charset=utf-8');
		expect((await get('/cy')).said).toBe('Welsh');
		expect(await get('/en/guide/')).toMatchObject({ status: 308, headers: { location: '/en/guide' } });
		expect((await get('/en/guide?from=door')).said).toBe('guide');
	});

	it('a route of the app gets the one page that draws it; a missing file is a missing file', async () => {
		expect(await get('/my/wishes', page)).toMatchObject({ status: 200, said: 'the app' });
		expect((await get('/my/wishes', { accept: '*/*' })).status).toBe(404);
		for (const missing of ['/_app/immutable/gone.js', '/gone.png', '/en/guide.pdf'])
			expect((await get(missing, page)).status).toBe(404);
	});

	it('what carries its hash in its name is kept for ever, the rest is asked for again', async () => {
		const cacheControl = async (path: string) => (await get(path, page)).headers['cache-control'];
		expect(await cacheControl('/_app/immutable/a.js')).toBe('public, max-age=31536000, immutable');
		for (const path of ['/', '/service-worker.js', '/en/guide', '/my/wishes'])
			expect(await cacheControl(path)).toBe('no-cache');
		expect(await cacheControl('/_app/immutable/gone.js')).toBe('no-store');
	});

	it('what has not changed is not sent again, in the form that was asked for', async () => {
		const { etag } = (await get('/en/guide')).headers;
		expect(etag).toMatch(/^"[\w-]{16}"$/);
		expect((await get('/en/guide', {}, 'HEAD')).headers.etag).toBe(etag);
		const again = await get('/en/guide', { 'if-none-match': etag! });
		expect(again).toMatchObject({ status: 304, said: '', headers: { etag, 'cache-control': 'no-cache' } });
		expect(again.headers['content-security-policy']).toContain("frame-ancestors 'none'");
		expect((await get('/en/guide', { 'if-none-match': etag!, 'accept-encoding': 'br' })).status).toBe(200);
		expect((await get('/', { 'if-none-match': etag! })).status).toBe(200);
	});

	it('a smaller copy is sent to a client that can read it', async () => {
		const best = await get('/en/guide', { 'accept-encoding': 'gzip, deflate, br, zstd' });
		expect(best.said).toBe('guide in br');
		expect(best.headers['content-encoding']).toBe('br');
		expect(best.headers['vary']).toMatch(/accept-encoding/i);
		expect((await get('/en/guide', { 'accept-encoding': 'gzip' })).said).toBe('guide in gz');
		expect((await get('/en/guide', { 'accept-encoding': 'br;q=0, gzip' })).said).toBe('guide in gz');
		for (const none of [{}, { 'accept-encoding': 'zstd' }, { 'accept-encoding': 'br;q=0' }])
			expect((await get('/en/guide', none)).headers['content-encoding']).toBeUndefined();
		expect((await get('/en/guide.html.br')).status).toBe(404);
	});

	it('a part of a file can be asked for, and only of the version that was begun with', async () => {
		const { etag } = (await get('/')).headers;
		const part = await get('/', { range: 'bytes=1-2' });
		expect(part).toMatchObject({ status: 206, said: 'oo', headers: { 'content-range': 'bytes 1-2/4', etag } });
		expect((await get('/', { range: 'bytes=-1' })).said).toBe('r');
		expect((await get('/', { range: 'bytes=9-' })).status).toBe(416);
		expect(await get('/', { range: 'bytes=1-2', 'if-range': '"another"' })).toMatchObject({
			status: 200,
			said: 'door'
		});
	});

	it('nothing outside the folder can be had, however it is written', async () => {
		for (const path of [
			'/../sayso-outside.txt',
			'/..%2fsayso-outside.txt',
			'/%2e%2e/sayso-outside.txt',
			'/en/../../sayso-outside.txt',
			'/en/..%5c..%5csayso-outside.txt',
			'/%252e%252e/sayso-outside.txt',
			'//etc/passwd',
			'/%00',
			'/%',
			'/en\\..\\..'
		]) {
			const { status, said } = await get(path);
			expect([path, status, said.includes('secret')]).toEqual([path, path.includes('\\') ? 400 : 404, false]);
		}
	});

	it('files are only to be read', async () => {
		for (const method of ['POST', 'PUT', 'DELETE'])
			expect(await get('/', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
		expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, said: '', headers: { 'content-length': '4' } });
	});

	it('a file that goes away while the app is built again is a missing file, and the server goes on', async () => {
		expect((await get('/gone.js')).status).toBe(200);
		rmSync(join(folder, 'gone.js'));
		expect((await get('/gone.js')).status).toBe(404);
		expect((await get('/')).status).toBe(200);
		expect(lines).toEqual([]);
	});
});
