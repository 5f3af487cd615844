import { isLang } from '$lib/i18n/languages';
import { load as loadWords } from '$lib/i18n/words';
import { loadPack } from '../../../content/pack';
import type { LayoutLoad } from './$types';

export const csr = false; // read by any device, with scripting off too
export const prerender = true;

export const load: LayoutLoad = async ({ params }) => {
	const lang = isLang(params.lang) ? params.lang : 'en';
	return { lang, words: await loadWords(lang, ['public']), pack: await loadPack(lang) };
};
