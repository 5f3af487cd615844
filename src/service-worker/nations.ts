import type { Missing } from './fill.ts';

type NationFile = readonly [path: string, revision: string];
/** Whose guides there are beside England's: for each nation, its addresses and what each is known by, and where its names are. */
export type NationFiles = Readonly<Record<string, { renames: string; files: readonly NationFile[] }>>;

const PREFIX = 'sayso-nation-';

/** A device keeps a nation's guide from when somebody opened it here: that there is a place for it says so. */
export const placeOf = (nation: string): string => PREFIX + nation;

export const keyOf = ([path, revision]: NationFile): string => `${path}?${revision}`;

/** The nations whose guide is kept here. */
export async function nationsHere(files: NationFiles): Promise<string[]> {
	const names = await caches.keys();
	return Object.keys(files).filter((nation) => names.includes(placeOf(nation)));
}

/** What of a nation's guide is not here. */
export async function missingOf(nation: string, files: NationFiles): Promise<Missing[]> {
	const wanted = files[nation]?.files ?? [];
	const here = await Promise.all(wanted.map((file) => caches.match(keyOf(file), { cacheName: placeOf(nation) })));
	return wanted.flatMap((file, at) => (here[at] ? [] : [{ path: file[0], key: keyOf(file) }]));
}

/** Throws away what belongs to a version before. */
export async function tidy(nation: string, files: NationFiles): Promise<void> {
	const cache = await caches.open(placeOf(nation));
	const wanted = new Set((files[nation]?.files ?? []).map((file) => new URL(keyOf(file), location.href).href));
	for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}
