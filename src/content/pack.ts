import type { Lang } from '$lib/i18n/languages';
import type { Leaf } from './tree.ts';

/** All pages of one language, by the name of their file. */
export type Pack = Readonly<Record<string, Leaf>>;

const files = import.meta.glob<Leaf>('./england/*/*.md', { import: 'default' });

/** The pages that there are: each is a file in `england/en`. */
export const names: readonly string[] = Object.keys(files).flatMap(
	(file) => /\/en\/([\w-]+)\.md$/.exec(file)?.slice(1) ?? []
);

/** Fetches all pages of one language. They come together, so that a link never waits. */
export async function loadPack(lang: Lang): Promise<Pack> {
	const spoken = lang === 'qps' ? 'en' : lang;
	const wanted = names.map((name) => files[`./england/${spoken}/${name}.md`]).filter((fetch) => fetch !== undefined);
	const found = (await Promise.all(wanted.map((fetch) => fetch()))).map(await stretched(lang));
	return Object.fromEntries(found.map((leaf) => [leaf.name, leaf]));
}

async function stretched(lang: Lang): Promise<(leaf: Leaf) => Leaf> {
	if (lang !== 'qps' || !(import.meta.env.DEV || import.meta.env['VITE_QPS'])) return (leaf) => leaf;
	const { stretch } = await import('./stretch.ts');
	return stretch;
}

/** One page, which must be there. */
export function leafOf(pack: Pack, name: string): Leaf {
	const leaf = pack[name];
	if (!leaf) throw new Error(`no page ${name}`);
	return leaf;
}
