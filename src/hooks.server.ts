import { dev } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { dirOf, isLang, langAttribute } from '$lib/i18n/languages';

/** Writes `<html lang dir>` into the prerendered pages and into the fallback. How much a device keeps is known when all is built. */
export const handle: Handle = ({ event, resolve }) => {
	const param = event.params['lang'] ?? '';
	const lang = isLang(param) ? param : 'en';
	const letters = lang === 'ar' ? 'noto-sans-arabic-text.' : 'hyperlegible-next-latin.';
	return resolve(event, {
		// The letters come with the page: a sheet names them so late that lines would move when they are here.
		preload: ({ type, path }) => (type === 'font' ? path.includes(letters) : type !== 'asset'),
		transformPageChunk: ({ html }) => {
			const said = html.replace('%lang%', langAttribute(lang)).replace('%dir%', dirOf(lang));
			return dev ? said.replaceAll('%size%', '0') : sheetsFirst(said);
		}
	});
};

/** What a page looks like is fetched before what it can do. */
function sheetsFirst(html: string): string {
	const scripts = [...html.matchAll(/\s*<link [^>]*rel="modulepreload">/g)].map(([link]) => link);
	return scripts
		.reduce((page, link) => page.replace(link, ''), html)
		.replace('</head>', `${scripts.join('')}\n\t</head>`);
}
