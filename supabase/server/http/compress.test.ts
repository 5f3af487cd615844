import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { json } from './http.ts';
import { smaller } from './compress.ts';

const view = json(200, {
	items: Array.from({ length: 500 }, (_, at) => ({ at, words: 'See my brother on Friday. السبت' }))
});
const asked = (encoding: string | undefined, path = '/rest/v1/rpc/my_view') =>
	smaller({ path, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } }, view);
const bytes = (body: string | Uint8Array | null) => Buffer.from(body ?? '');

it('what a person reads travels small, and comes out as it was', async () => {
	const best = await asked('gzip, deflate, br, zstd');
	expect(best.headers).toMatchObject({
		'content-encoding': 'br',
		vary: 'accept-encoding',
		'cache-control': 'no-store'
	});
	expect(bytes(best.body).length).toBeLessThan(bytes(view.body).length / 10);
	expect(brotliDecompressSync(bytes(best.body)).toString().trimEnd()).toBe(view.body);
	const older = await asked('gzip, deflate');
	expect(older.headers['content-encoding']).toBe('gzip');
	expect(gunzipSync(bytes(older.body)).toString().trimEnd()).toBe(view.body);
});

it('how long it is on its way tells nobody whether a word that they put into it was there already', async () => {
	const ways = ['br', 'gzip'].map(async (way) => {
		const answers = await Promise.all(Array.from({ length: 40 }, () => asked(way)));
		const lengths = answers.map(({ body }) => bytes(body).length);
		expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(100); // a word more or less is a few bytes
		for (const { body } of answers)
			expect(JSON.parse((way === 'br' ? brotliDecompressSync : gunzipSync)(bytes(body)).toString())).toEqual(
				JSON.parse(String(view.body))
			);
	});
	await Promise.all(ways);
});

it('whoever takes nothing, or only what we do not speak, gets it as it is; so does whoever signs in', async () => {
	expect(await asked(undefined)).toBe(view);
	expect(await asked('zstd')).toBe(view);
	expect(await asked('br', '/auth/v1/token')).toBe(view);
	const short = json(200, { end: 'done' });
	expect(await smaller({ path: '/rest/v1/rpc/apply_calls', headers: { 'accept-encoding': 'br' } }, short)).toBe(short);
});
