import packs, { names } from 'virtual:packs';
import { NATIONS, type Nation } from '$lib/domain/vocabulary/home';
import { languages, type Lang } from '$lib/i18n/languages';
import type { Leaf } from './tree.ts';

export { names };

/** All pages of one nation in one language, by the name of their file. */
export type Pack = Readonly<Record<string, Leaf>>;

/** The nations that have pages. */
export const nations: readonly Nation[] = NATIONS.filter((nation) => packs[nation]);

/** The languages in which a nation's pages can be read. */
export const langsOf = (nation: Nation): Lang[] => languages.filter((lang) => packs[nation]?.[lang]);

/** The language in which somebody who reads this one can read that nation's pages. */
export const langIn = (nation: Nation, lang: Lang): Lang => (lang === 'qps' || packs[nation]?.[lang] ? lang : 'en');

/** Fetches all pages of one nation in one language. They come together, so that a link never waits. */
export async function loadPack(lang: Lang, nation: Nation = 'england'): Promise<Pack> {
	const spoken = langIn(nation, lang);
	const fetch = packs[nation]?.[spoken === 'qps' ? 'en' : spoken];
	if (!fetch) throw new Error(`no pages of ${nation}`);
	const { default: pages } = await fetch();
	const stretch = await stretched(lang);
	return stretch === null
		? pages
		: Object.fromEntries(Object.entries(pages).map(([name, leaf]) => [name, stretch(leaf)]));
}

async function stretched(lang: Lang): Promise<((leaf: Leaf) => Leaf) | null> {
	if (lang !== 'qps' || !(import.meta.env.DEV || import.meta.env['VITE_QPS'])) return null;
	const { stretch } = await import('./stretch.ts');
	return stretch;
}

/** One page, which must be there. */
export function leafOf(pack: Pack, name: string): Leaf {
	const leaf = pack[name];
	if (!leaf) throw new Error(`no page ${name}`);
	return leaf;
}
