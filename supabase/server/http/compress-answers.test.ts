import { Hono } from 'hono';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressAnswers, padJson } from './compress-answers.ts';

const view = JSON.stringify({
	items: Array.from({ length: 500 }, (_, at) => ({ at, words: 'See my brother on Friday. السبت' }))
});
const send = (json: string) =>
	new Response(json, {
		headers: {
			'content-type': 'application/json',
			'content-length': String(Buffer.byteLength(json)),
			'cache-control': 'no-store'
		}
	});
const app = new Hono().use(compressAnswers);
app.post('/view', () => send(padJson(view)));
app.post('/short', () => send(padJson('{"end":"done"}')));

async function ask(encoding: string | undefined, path = '/view') {
	const headers: Record<string, string> = encoding === undefined ? {} : { 'accept-encoding': encoding };
	const answer = await app.request(path, { method: 'POST', headers });
	return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('what a person reads', () => {
	it('travels small, and comes out as it was', async () => {
		const { headers, bytes } = await ask('gzip, deflate, br, zstd');
		expect(headers.get('content-encoding')).toBe('gzip');
		expect(headers.get('vary')).toMatch(/accept-encoding/i);
		expect(headers.get('cache-control')).toBe('no-store');
		expect(bytes.length).toBeLessThan(Buffer.byteLength(view) / 10);
		expect(gunzipSync(bytes).toString().trimEnd()).toBe(view);
	});

	it('tells nobody by its length whether a word that they put into it was there already', async () => {
		const answers = await Promise.all(Array.from({ length: 40 }, () => ask('gzip')));
		const lengths = answers.map(({ bytes }) => bytes.length);
		expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(100); // a word more or less is a few bytes
		for (const { bytes } of answers) expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(JSON.parse(view));
	});

	it('goes as it is to a client that says no to all we speak, or names none of it', async () => {
		for (const encoding of [undefined, 'zstd', 'gzip;q=0', 'gzip; q=0.000, br', 'br', 'identity']) {
			const { headers, bytes } = await ask(encoding);
			expect([encoding, headers.get('content-encoding')]).toEqual([encoding, null]);
			expect(bytes.toString().trimEnd()).toBe(view);
		}
	});

	it('and is short goes as it is, to the byte', async () => {
		const { headers, bytes } = await ask('gzip', '/short');
		expect([headers.get('content-encoding'), bytes.toString()]).toEqual([null, '{"end":"done"}']);
	});
});
