import { dev } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { dirOf, isLang, langAttribute } from '$lib/i18n/languages';

/** For the door and all behind it: no browser sends the words of a page to its maker to be put into another language. */
const NOT_TRANSLATED = '<meta name="google" content="notranslate" />';

/**
 * Writes `<html lang dir translate>` into the prerendered pages and into the fallback. How much a device keeps is known when
 * all is built. Only the pages for everyone may be translated: nothing on them is anybody's own.
 */
export const handle: Handle = ({ event, resolve }) => {
	const param = event.params['lang'] ?? '';
	const isForAll = isLang(param);
	const lang = isForAll ? param : 'en';
	const letters = lang === 'ar' ? 'noto-sans-arabic-text.' : 'hyperlegible-next-latin.';
	return resolve(event, {
		// The letters come with the page: a sheet names them so late that lines would move when they are here.
		preload: ({ type, path }) => (type === 'font' ? path.includes(letters) : type !== 'asset'),
		transformPageChunk: ({ html }) => {
			const said = html
				.replace('%lang%', langAttribute(lang))
				.replace('%dir%', dirOf(lang))
				.replace('%translate%', isForAll ? 'yes' : 'no')
				.replace('%translated%', isForAll ? '' : NOT_TRANSLATED);
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
