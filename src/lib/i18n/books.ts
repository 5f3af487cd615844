import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { areas, groupOf } from './areas.ts';

const ID = 'virtual:books';
const locales = resolve(import.meta.dirname, 'locales');
const LANGS = readdirSync(locales);

/**
 * Pages of words that are always fetched together are bound to one book for each language: a script that is fetched in one
 * piece, instead of thirty small ones and a list of them all. `virtual:books` gives the books by language and group.
 */
export function bindBooks(): Plugin {
	const pages = [...new Set(Object.values(areas).flat())];
	const groups = Map.groupBy(pages, groupOf);
	return {
		name: 'books',
		resolveId: (id) => (id === ID || id.startsWith(`${ID}/`) ? `\0${id}` : null),
		load(id) {
			if (id === `\0${ID}`) return shelf([...groups.keys()]);
			const [, lang, group] = /^\0virtual:books\/([\w-]+)\/([\w-]+)$/.exec(id) ?? [];
			return lang && group ? book(lang, groups.get(group) ?? []) : null;
		}
	};
}

/** Which book lies where: `{ en: { door: () => import(…) } }`. */
function shelf(groups: string[]): string {
	const books = (lang: string) =>
		groups.map((group) => `${JSON.stringify(group)}: () => import('${ID}/${lang}/${group}')`).join(',\n');
	return `export default {${LANGS.map((lang) => `${JSON.stringify(lang)}: {${books(lang)}}`).join(',\n')}}`;
}

function book(lang: string, pages: readonly string[]): string {
	const imports = pages.map((page, at) => `import p${at} from '${resolve(locales, lang, `${page}.json`)}';`);
	return `${imports.join('\n')}\nexport default {${pages.map((page, at) => `${page}: p${at}`).join(', ')}}`;
}
