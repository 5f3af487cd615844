import { isLang } from '$lib/i18n/languages';
import { load as loadWords } from '$lib/i18n/words';
import { labelsOf } from '../../../content/labels';
import { nationOf } from '../../../content/nations';
import { loadPack } from '../../../content/pack';
import type { LayoutLoad } from './$types';

export const csr = false; // read by any device, with scripting off too
export const prerender = true;

export const load: LayoutLoad = async ({ params }) => {
	const lang = isLang(params.lang) ? params.lang : 'en';
	const nation = nationOf(params.nation) ?? 'england';
	const words = await loadWords(lang, ['public'], labelsOf(nation, lang), labelsOf(nation, 'en'));
	return { lang, nation, words, pack: await loadPack(lang, nation) };
};
