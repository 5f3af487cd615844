import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keyOf, missingOf, nationsHere, placeOf, tidy, type NationFiles } from './nations.ts';
import { nationOf, parcelOf } from './parcels.ts';

const files: NationFiles = {
	wales: {
		renames: '/r.json',
		files: [
			['/en/wales/help', 'one'],
			['/en/wales/guide', 'two']
		]
	},
	scotland: { renames: '/s.json', files: [['/en/scotland/help', 'one']] }
};
const full = (key: string) => new URL(key, 'https://sayso.example/').href;
let kept: Map<string, Set<string>>;

beforeEach(() => {
	kept = new Map();
	vi.stubGlobal('location', { href: 'https://sayso.example/service-worker.js' });
	vi.stubGlobal('caches', {
		keys: async () => [...kept.keys()],
		match: async (key: string, { cacheName }: { cacheName: string }) =>
			kept.get(cacheName)?.has(full(key)) ? new Response('') : undefined,
		open: async (name: string) => {
			const keys = kept.get(name) ?? new Set();
			kept.set(name, keys);
			return {
				keys: async () => [...keys].map((url) => ({ url })),
				delete: async ({ url }: { url: string }) => keys.delete(url)
			};
		}
	});
});
afterEach(() => vi.unstubAllGlobals());

const keep = (nation: string, ...keys: string[]) => kept.set(placeOf(nation), new Set(keys.map(full)));

it('a device keeps the guide of a nation that somebody opened, and only looking makes no place for one', async () => {
	expect(await nationsHere(files)).toEqual([]);
	expect((await missingOf('wales', files)).map(({ path }) => path)).toEqual(['/en/wales/help', '/en/wales/guide']);
	expect(kept.size).toBe(0);
	keep('scotland');
	expect(await nationsHere(files)).toEqual(['scotland']);
});

it('what is here of this version is not missing, what is here of another is, and is thrown away', async () => {
	keep('wales', keyOf(['/en/wales/help', 'one']), keyOf(['/en/wales/guide', 'old']));
	expect(await missingOf('wales', files)).toEqual([{ path: '/en/wales/guide', key: '/en/wales/guide?two' }]);
	await tidy('wales', files);
	expect([...(kept.get(placeOf('wales')) ?? [])]).toEqual([full('/en/wales/help?one')]);
});

it('a nation that nobody knows has no files', async () => {
	expect(await missingOf('atlantis', files)).toEqual([]);
	expect(nationOf('/en/atlantis/help')).toBeNull();
	expect(nationOf('/en/help')).toBeNull();
});

it('an address says whose parcel brings it', () => {
	expect(nationOf('/en-easy/northern-ireland/hard-day')).toBe('northern-ireland');
	expect(parcelOf('/en-easy/northern-ireland/hard-day')).toBe('northern-ireland-en-easy');
	expect(nationOf('/_app/immutable/nations/wales-cy.abcd_-12.js')).toBe('wales');
	expect(parcelOf('/_app/immutable/nations/wales-cy.abcd_-12.js')).toBe('wales-cy');
	expect([parcelOf('/cy/help'), parcelOf('/_app/immutable/chunks/a.js'), parcelOf('/')]).toEqual(['cy', 'app', 'app']);
});
