import { describe, expect, it } from 'vitest';
import { makeKeys, takeKeys } from './keys.ts';
import { open, openBytes, openPosted, post, seal, sealBytes, type Place } from './seal.ts';

const AES = { name: 'AES-GCM', length: 256 } as const;
const newKey = () => crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);
const place: Place = { table: 'drafts', drawer: 'ada', id: 'wish' };

describe('what is sealed', () => {
	it('opens with its key, in its place', async () => {
		const key = await newKey();
		expect(await open(key, place, await seal(key, place, { words: 'see my brother' }))).toEqual({
			words: 'see my brother'
		});
	});

	it('does not open with another key', async () => {
		const sealed = await seal(await newKey(), place, 'x');
		await expect(open(await newKey(), place, sealed)).rejects.toThrow();
	});

	it.each([
		['another table', { ...place, table: 'outbox' }],
		["another child's drawer", { ...place, drawer: 'ben' }],
		['another row', { ...place, id: 'complaint' }],
		['a row whose parts only look the same', { table: 'drafts","ada', drawer: 'wish', id: '' }]
	])('does not open in the place of %s', async (_, other) => {
		const key = await newKey();
		await expect(open(key, other, await seal(key, place, 'x'))).rejects.toThrow();
	});

	it('does not open when a single bit was changed', async () => {
		const key = await newKey();
		const sealed = await seal(key, place, 'x');
		new Uint8Array(sealed.text)[0]! ^= 1;
		await expect(open(key, place, sealed)).rejects.toThrow();
	});

	it('looks different every time, and says which format it has', async () => {
		const key = await newKey();
		const [one, two] = [await seal(key, place, 'x'), await seal(key, place, 'x')];
		expect(one.format).toBe(1);
		expect(Buffer.from(one.text).equals(Buffer.from(two.text))).toBe(false);
		expect(one.iv).not.toEqual(two.iv);
	});

	it('keeps every sign that a child may write', async () => {
		const key = await newKey();
		const words = 'مرحبا 🐳 \u202e ok\n\t"<script>';
		expect(await open(key, place, await seal(key, place, words))).toBe(words);
	});

	it('keeps the bytes of a picture', async () => {
		const key = await newKey();
		const bytes = crypto.getRandomValues(new Uint8Array(5000));
		expect(await openBytes(key, place, await sealBytes(key, place, bytes))).toEqual(bytes);
	});
});

describe('what is posted into a shut drawer', () => {
	it('opens with the private half only', async () => {
		const [mine, other] = [await makeKeys(), await makeKeys()];
		const posted = await post(mine.publicHalf, place, 'see my brother');
		expect(await openPosted((await takeKeys(mine.plain)).privateHalf, place, posted)).toBe('see my brother');
		await expect(openPosted((await takeKeys(other.plain)).privateHalf, place, posted)).rejects.toThrow();
	});

	it('does not open in another place', async () => {
		const { plain, publicHalf } = await makeKeys();
		const { privateHalf } = await takeKeys(plain);
		const posted = await post(publicHalf, place, 'x');
		await expect(openPosted(privateHalf, { ...place, id: 'other' }, posted)).rejects.toThrow();
	});

	it('never uses the same key twice', async () => {
		const { publicHalf } = await makeKeys();
		const [one, two] = [await post(publicHalf, place, 'x'), await post(publicHalf, place, 'x')];
		expect(one.from).not.toEqual(two.from);
	});
});
