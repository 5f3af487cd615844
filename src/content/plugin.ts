import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Nation } from '../lib/domain/vocabulary/home.ts';
import { slugOf, nationOf } from './nations.ts';
import { langsOf, leafFor, nationsRead, pageNames, sourcesOf } from './read.ts';

const ID = 'virtual:packs';

/**
 * The Markdown of the packs becomes trees while the app is built, so that no device has to read Markdown: one script for each
 * nation and language. `virtual:packs` says which there are.
 */
export function pack(): Plugin {
	return {
		name: 'pack',
		resolveId: (id) => (id === ID || id.startsWith(`${ID}/`) ? `\0${id}` : null),
		load(id) {
			if (id === `\0${ID}`) return shelf();
			const [, slug, lang = ''] = /^\0virtual:packs\/([\w-]+)\/([\w-]+)$/.exec(id) ?? [];
			const nation = slug === undefined ? undefined : nationOf(slug);
			if (!nation) return null;
			for (const source of sourcesOf(nation, lang)) this.addWatchFile(fileURLToPath(source));
			const leaves = pageNames().map((name) => [name, leafFor(nation, lang, name)]);
			return `export default ${JSON.stringify(Object.fromEntries(leaves))}`;
		}
	};
}

function shelf(): string {
	const packs = (nation: Nation) =>
		langsOf(nation).map((lang) => `${JSON.stringify(lang)}: () => import('${ID}/${slugOf(nation)}/${lang}')`);
	const nations = nationsRead().map((nation) => `${JSON.stringify(nation)}: {${packs(nation).join(',\n')}}`);
	return `export const names = ${JSON.stringify(pageNames())};\nexport default {${nations.join(',\n')}}`;
}
