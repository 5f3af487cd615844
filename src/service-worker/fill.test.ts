import { describe, expect, it, vi } from 'vitest';
import { fill, type Missing } from './fill.ts';
import { fingerprintOf, namesIn, rename } from './renames.ts';

const IMMUTABLE = '/_app/immutable/';
const places = {
	parcels: { app: [`${IMMUTABLE}parcels/app.json`, 4] as const },
	renames: `${IMMUTABLE}parcels/renames.json`
};

/** A device's cache, and a server with these files. What is asked for is written down. */
function device(served: Record<string, string>, list: string[]) {
	const kept = new Map<string, Response>();
	const asked: string[] = [];
	const cache = {
		keys: async () => [...kept.keys()],
		match: async (key: string) => kept.get(key)?.clone(),
		put: async (key: string, answer: Response) => void kept.set(key, answer)
	} as unknown as Cache;
	vi.stubGlobal('fetch', async (path: string) => {
		asked.push(path);
		const text = served[path];
		const headers = { 'x-frame': 'no', 'cache-control': 'immutable', 'content-type': 'application/json' };
		return text === undefined ? new Response('', { status: 404 }) : new Response(text, { headers });
	});
	const missing = async (): Promise<Missing[]> =>
		list.filter((path) => !kept.has(path)).map((path) => ({ path, key: path }));
	const keep = (path: string, text: string) =>
		kept.set(path, new Response(text, { headers: { 'content-type': 'text/javascript' } }));
	return { asked, kept, keep, fill: () => fill(missing, cache, places) };
}

const screen = (words: string) => `import{t}from"../chunks/${words}.js";show(t)`;
const [old, next] = ['chunks/aaaaaaaa.js', 'chunks/bbbbbbbb.js'];

async function renamesOf(files: Record<string, string>): Promise<string> {
	const names = [...new Set(Object.values(files).flatMap(namesIn))];
	const rows = Object.entries(files).map(
		async ([path, text]) =>
			[path, [await fingerprintOf(text), ...namesIn(text).map((name) => names.indexOf(name))]] as const
	);
	return JSON.stringify({ names, files: Object.fromEntries(await Promise.all(rows)) });
}

describe('what a device fetches for a new version', () => {
	it('is not what it has under another name, nor what only names another file', async () => {
		const files = {
			[`${IMMUTABLE}${next}`]: 'words',
			[`${IMMUTABLE}nodes/1.dddddddd.js`]: screen('bbbbbbbb'),
			[`${IMMUTABLE}nodes/2.eeeeeeee.js`]: 'other("eeee")'
		};
		const it = device({ ...files, [places.renames]: await renamesOf(files) }, Object.keys(files));
		it.keep(`${IMMUTABLE}${old}`, 'word');
		it.keep(`${IMMUTABLE}nodes/1.cccccccc.js`, screen('aaaaaaaa'));
		it.keep(`${IMMUTABLE}nodes/2.ffffffff.js`, 'other("eeee")');
		await it.fill();
		expect(it.asked).toEqual([places.renames, `${IMMUTABLE}${next}`]);
		const renamed = it.kept.get(`${IMMUTABLE}nodes/1.dddddddd.js`);
		expect(await renamed?.text()).toBe(screen('bbbbbbbb'));
		expect(Object.fromEntries(renamed?.headers ?? [])).toEqual({
			'x-frame': 'no',
			'cache-control': 'immutable',
			'content-type': 'text/javascript; charset=utf-8'
		});
	});

	it('is a parcel where most of one is missing, and each file by itself where it is not', async () => {
		const parcel = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`/${name}.js`, `${name}()`]));
		const served = { ...parcel, [places.parcels.app[0]]: JSON.stringify(parcel) };
		const first = device(served, Object.keys(parcel));
		await first.fill();
		expect(first.asked).toEqual([places.parcels.app[0]]); // a first visit has nothing to rename
		expect(first.kept.size).toBe(4);
		const half = device(served, Object.keys(parcel));
		half.keep('/a.js', 'a()');
		half.keep('/b.js', 'b()');
		await half.fill();
		expect(half.asked).toEqual([places.renames, '/c.js', '/d.js']);
	});

	it('is each file, where the names do not come or do not fit', async () => {
		const path = `${IMMUTABLE}nodes/1.dddddddd.js`;
		const files = { [path]: screen('bbbbbbbb') };
		const unfit = JSON.stringify({ names: [], files: { [path]: [await fingerprintOf(screen('bbbbbbbb'))] } });
		for (const names of [undefined, 'no JSON', unfit]) {
			const it = device({ ...files, ...(names === undefined ? {} : { [places.renames]: names }) }, [path]);
			it.keep(`${IMMUTABLE}nodes/1.cccccccc.js`, screen('aaaaaaaa'));
			await it.fill();
			expect(await it.kept.get(path)?.text()).toBe(screen('bbbbbbbb'));
			expect(it.asked).toContain(path);
		}
	});
});

describe('a text but for its names', () => {
	it('has the same fingerprint whatever they are, and another for anything else', async () => {
		const page = (name: string, hash: string, words: string) =>
			`<meta content="'sha256-${hash}='"><script src="./_app/immutable/entry/start.${name}.js">__sveltekit_${name}</script>${words}`;
		const one = page('aaaaaaaa', 'A'.repeat(43), 'Help');
		expect(await fingerprintOf(page('bbbbbbbb', 'B'.repeat(43), 'Help'))).toBe(await fingerprintOf(one));
		expect(await fingerprintOf(page('aaaaaaaa', 'A'.repeat(43), 'Halp'))).not.toBe(await fingerprintOf(one));
		expect(namesIn(one)).toEqual([`sha256-${'A'.repeat(43)}=`, 'aaaaaaaa.js', '__sveltekit_aaaaaaaa']);
	});

	it('takes just as many names as it has', () => {
		expect(rename('a("./aaaaaaaa.js")', ['bbbbbbbb.js'])).toBe('a("./bbbbbbbb.js")');
		expect(rename('a("./aaaaaaaa.js")', [])).toBeNull();
		expect(rename('a()', ['bbbbbbbb.js'])).toBeNull();
	});
});
