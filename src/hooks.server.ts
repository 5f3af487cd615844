import type { Handle } from '@sveltejs/kit';
import { dirOf, isLang, langAttribute } from '$lib/i18n/languages';

/** Writes `<html lang dir>` into the prerendered pages and into the fallback. */
export const handle: Handle = ({ event, resolve }) => {
	const param = event.params['lang'] ?? '';
	const lang = isLang(param) ? param : 'en';
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', langAttribute(lang)).replace('%dir%', dirOf(lang))
	});
};
