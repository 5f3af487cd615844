import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { hashOf, hex, newId, newSecret, randomBytes } from './ids.ts';

it('makes ids that no two devices share', () => {
	expect(newId()).toMatch(/^[0-9a-f-]{36}$/);
	expect(newId()).not.toBe(newId());
});

it('makes secrets that nobody guesses', () => {
	expect(newSecret()).toMatch(/^[0-9a-f]{64}$/);
	expect(newSecret()).not.toBe(newSecret());
	expect(randomBytes(7).length).toBe(7);
});

it('hashes a code as the database does', async () => {
	expect(await hashOf('ABCDEFGHJKLM')).toBe(await hashOf(new TextEncoder().encode('ABCDEFGHJKLM')));
	expect(await hashOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
	expect(hex(new Uint8Array([0, 15, 255]))).toBe('000fff');
});

it('carries bytes in text and back, and takes nothing else for bytes', () => {
	const bytes = randomBytes(1000);
	expect(fromBase64(toBase64(bytes))).toEqual(bytes);
	expect(fromBase64('no base64!')).toBeNull();
});
