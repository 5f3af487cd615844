import { expect, it } from 'vitest';
import { readable } from './encodings.ts';

const best = (accepted?: string) => readable({ headers: { 'accept-encoding': accepted } }, ['br', 'gzip']);

it('the best that a browser reads is the first of ours that it names', () => {
	expect(best('gzip, deflate, br, zstd')).toBe('br');
	expect(best('gzip;q=1.0, BR;q=0.5')).toBe('br');
	expect(best('deflate, gzip')).toBe('gzip');
});

it('what it says no to, or does not name, it does not get', () => {
	expect(best('br;q=0, gzip')).toBe('gzip');
	expect(best('br; q=0.000, gzip ; q=0.1')).toBe('gzip');
	expect(best('brotli, x-gzip, identity')).toBeUndefined();
	expect(best('br;q=0')).toBeUndefined();
	expect(best()).toBeUndefined();
});
