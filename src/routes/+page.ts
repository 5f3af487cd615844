import { load as loadWords } from '$lib/i18n/words';
import type { PageLoad } from './$types';

/** The page is made in English; whoever reads another language sees nothing until it is there (static/first.js). */
export const load: PageLoad = async () => ({ words: await loadWords('en', ['door']) });
