import { dev } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { dirOf, isLang, langAttribute } from '$lib/i18n/languages';

/** Writes `<html lang dir>` into the prerendered pages and into the fallback. How much a device keeps is known when all is built. */
export const handle: Handle = ({ event, resolve }) => {
	const param = event.params['lang'] ?? '';
	const lang = isLang(param) ? param : 'en';
	return resolve(event, {
		transformPageChunk: ({ html }) => {
			const said = html.replace('%lang%', langAttribute(lang)).replace('%dir%', dirOf(lang));
			return dev ? said.replaceAll('%size%', '0') : said;
		}
	});
};
