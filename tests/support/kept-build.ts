import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fill, type Missing, type Places } from '../../src/service-worker/fill.ts';
import { typeOf } from '../../src/service-worker/parcels.ts';

/** What a device asks for, and what it then keeps. */
export interface Kept {
	asked: string[];
	texts: Map<string, string>;
}

/** The file of a build that answers for this address. */
export function fileOf(build: string, path: string): string {
	if (extname(path) !== '') return join(build, path);
	return join(build, path === '/' ? 'index.html' : `${path}.html`);
}

/** A worker's own list, as it stands in its script, and what it says about its places. */
function listOf(build: string): { list: Map<string, string>; places: Places } {
	const worker = readFileSync(join(build, 'service-worker.js'), 'utf8');
	const entries = [...worker.matchAll(/\{"?revision"?:(null|["`]\w+["`]),"?url"?:["`]([^"`]+)["`]\}/g)];
	const list = entries.map(([, revision, url = '']) => [`/${url}`.replace('//', '/'), revision ?? ''] as const);
	const [places] = /\{"?parcels"?:\{[^}]*\},"?renames"?:["`][^"`]+["`]\}/.exec(worker) ?? [];
	if (places === undefined || list.length === 0) throw new Error('the list of the worker was not found');
	const json = places.replaceAll('`', '"').replace(/([{,])(\w+):/g, '$1"$2":');
	return { list: new Map(list), places: JSON.parse(json) };
}

/** Takes a device that keeps `before` (null: nothing yet) to this build, by the worker's own code, with nothing but that between. */
export async function keepBuild(build: string, before: Kept | null): Promise<Kept> {
	const { list, places } = listOf(build);
	const kept = new Map([...(before?.texts ?? [])].map(([key, text]) => [key, text]));
	const keyOf = (path: string) => `${path}?${list.get(path)}`;
	const missing = async (): Promise<Missing[]> =>
		[...list.keys()].map((path) => ({ path, key: keyOf(path) })).filter(({ key }) => !kept.has(key));
	const answer = (key: string): Response =>
		new Response(kept.get(key), { headers: { 'content-type': typeOf(key.split('?')[0] ?? '') } });
	const cache = {
		keys: async () => [...kept.keys()],
		match: async (key: string) => answer(key),
		put: async (key: string, given: Response) => void kept.set(key, await given.text())
	} as unknown as Cache;
	const asked: string[] = [];
	const real = globalThis.fetch;
	globalThis.fetch = async (path) => {
		asked.push(String(path));
		return new Response(readFileSync(fileOf(build, String(path))));
	};
	try {
		await fill(missing, cache, places);
	} finally {
		globalThis.fetch = real;
	}
	return { asked, texts: kept };
}
