import { gunzipSync, gzipSync } from 'node:zlib';
import { vi } from 'vitest';

// The same as the browser's, but at once: a stream takes turns that the clock of a history does not count.
vi.mock(import('../../src/lib/client/local/packed.ts'), async (original) => ({
	...(await original()),
	pack: async (value: unknown) => new Uint8Array(gzipSync(JSON.stringify(value))),
	unpack: async <T>(bytes: Uint8Array): Promise<T> => JSON.parse(gunzipSync(bytes).toString())
}));
