import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Ask } from './http.ts';
import { makeStatic } from './static-files.ts';

describe('the app’s files', () => {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-static-'));
	let files: (ask: Ask) => Answer;
	beforeAll(() => {
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
		write('lone.gz', 'not a copy of anything');
		writeFileSync(join(folder, '..', 'sayso-outside.txt'), 'secret');
		files = makeStatic(folder);
	});
	afterAll(() => {
		rmSync(folder, { recursive: true });
		rmSync(join(folder, '..', 'sayso-outside.txt'));
	});

	const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => {
		const answer = files({
			method,
			path,
			query: new URLSearchParams(),
			headers,
			address: '',
			body: () => Promise.resolve('too_large')
		});
		return { ...answer, said: answer.body === null ? null : Buffer.from(answer.body).toString() };
	};
	const page = { accept: 'text/html,application/xhtml+xml' };

	it('pages have clean names', () => {
		expect(get('/').said).toBe('door');
		expect(get('/en/guide')).toMatchObject({
			status: 200,
			said: 'guide',
			headers: { 'content-type': 'text/html; charset=utf-8' }
		});
		expect(get('/cy').said).toBe('Welsh');
		expect(get('/en/guide/')).toMatchObject({ status: 308, headers: { location: '/en/guide' } });
	});

	it('a route of the app gets the one page that draws it; a missing file is a missing file', () => {
		expect(get('/my/wishes', page)).toMatchObject({ status: 200, said: 'the app' });
		expect(get('/my/wishes', { accept: '*/*' }).status).toBe(404);
		for (const missing of ['/_app/immutable/gone.js', '/gone.png', '/en/guide.pdf'])
			expect(get(missing, page).status).toBe(404);
	});

	it('what carries its hash in its name is kept for ever, the rest is asked for again', () => {
		expect(get('/_app/immutable/a.js').headers['cache-control']).toBe('public, max-age=31536000, immutable');
		for (const path of ['/', '/service-worker.js', '/en/guide'])
			expect(get(path).headers['cache-control']).toBe('no-cache');
		const { etag } = get('/en/guide').headers;
		expect(get('/en/guide', { 'if-none-match': etag! })).toMatchObject({ status: 304, said: null });
		expect(get('/en/guide', { 'if-none-match': etag!, 'accept-encoding': 'br' }).status).toBe(200);
	});

	it('a smaller copy is sent to whoever can read it', () => {
		expect(get('/en/guide', { 'accept-encoding': 'gzip, deflate, br' })).toMatchObject({
			said: 'guide in br',
			headers: { 'content-encoding': 'br', vary: 'accept-encoding' }
		});
		expect(get('/en/guide', { 'accept-encoding': 'gzip' }).said).toBe('guide in gz');
		expect(get('/en/guide').headers['content-encoding']).toBeUndefined();
		expect(get('/en/guide.html.br').status).toBe(404);
		expect(get('/lone.gz').status).toBe(200);
	});

	it('nothing outside the folder can be had, however it is written', () => {
		for (const path of [
			'/../sayso-outside.txt',
			'/..%2fsayso-outside.txt',
			'/%2e%2e/sayso-outside.txt',
			'/en/../../sayso-outside.txt',
			'//etc/passwd',
			'/%00',
			'/%',
			'/en\\..\\..'
		]) {
			expect([path, get(path).status]).toEqual([path, 404]);
		}
	});

	it('files are only to be read', () => {
		for (const method of ['POST', 'PUT', 'DELETE']) expect(get('/', {}, method).status).toBe(405);
		expect(get('/', {}, 'HEAD').status).toBe(200);
	});
});
