import { parcelOf, typeOf, type Parcel } from './parcels.ts';
import { fingerprintOf, rename, type Renames } from './renames.ts';

/** A file that belongs to this version and is not here: its address, and what it is kept by. */
export interface Missing {
	path: string;
	key: string;
}

/** What a build says about its files: where each parcel lies and how many files it has, and where the names are. */
export interface Places {
	readonly parcels: Readonly<Record<string, readonly [address: string, files: number]>>;
	readonly renames: string;
}

/**
 * Fetches what is missing, and as little as it can: nothing for a text that lies here from the version before under other names,
 * a parcel where most of one is missing, all else by itself. What could not be fetched is missing still.
 */
export async function fill(missing: () => Promise<Missing[]>, cache: Cache, places: Places): Promise<void> {
	await reuse(await missing(), cache, places.renames).catch(() => null);
	await unpackAll(await missing(), cache, places.parcels);
	await Promise.allSettled((await missing()).map((file) => fetchOne(file, cache)));
}

async function reuse(wanted: Missing[], cache: Cache, address: string): Promise<void> {
	const here = await textsByFingerprint(cache);
	if (here.size === 0) return; // a first visit
	const answer = await fetch(address);
	if (!answer.ok) return;
	const { names, files }: Renames = await answer.json();
	const texts = wanted.flatMap(({ path }) => {
		const [fingerprint, ...places] = files[path] ?? [];
		const text = rename(
			here.get(fingerprint ?? '') ?? '',
			places.map((at) => names[at] ?? '')
		);
		return fingerprint !== undefined && here.has(fingerprint) && text !== null ? [[path, text] as const] : [];
	});
	await put(wanted, Object.fromEntries(texts), answer, cache);
}

async function textsByFingerprint(cache: Cache): Promise<Map<string, string>> {
	const kept = await cache.keys();
	const texts = await Promise.all(
		kept.map(async (request) => {
			const answer = await cache.match(request);
			if (!/javascript|css|svg|html/.test(answer?.headers.get('content-type') ?? '')) return [];
			const text = (await answer?.text()) ?? '';
			return [[await fingerprintOf(text), text] as const];
		})
	);
	return new Map(texts.flat());
}

async function unpackAll(wanted: Missing[], cache: Cache, parcels: Places['parcels']): Promise<void> {
	const all = Object.entries(parcels).map(async ([name, [address, count]]) => {
		const files = wanted.filter(({ path }) => parcelOf(path) === name);
		if (files.length <= count / 2) return;
		const answer = await fetch(address);
		if (answer.ok) await put(files, await answer.json(), answer, cache);
	});
	await Promise.allSettled(all);
}

/**
 * Keeps texts as if each had come by itself. They are answers of the same server: what it says about safety with the one that
 * brought them holds for all. How long one may be used without asking again holds for those whose address changes with what
 * is in them, as that one's does: else the drawings are fetched and read anew for each icon that appears.
 */
async function put(wanted: Missing[], texts: Parcel, answer: Response, cache: Cache): Promise<void> {
	const shared = [...answer.headers].filter(
		([name]) => !/^(content-(type|length|encoding)|etag|cache-control)$/.test(name)
	);
	const lasting = answer.headers.get('cache-control') ?? '';
	const puts = wanted.map(async ({ path, key }) => {
		const text = texts[path];
		if (text === undefined) return;
		const headers = new Headers([...shared, ['content-type', typeOf(path)]]);
		if (path.startsWith('/_app/immutable/')) headers.set('cache-control', lasting);
		await cache.put(key, new Response(text, { headers }));
	});
	await Promise.all(puts);
}

async function fetchOne({ path, key }: Missing, cache: Cache): Promise<void> {
	const answer = await fetch(path, { cache: 'reload', credentials: 'same-origin' });
	if (answer.ok) await cache.put(key, answer);
}
