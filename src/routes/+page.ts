import { load as loadWords } from '$lib/i18n/words';
import type { PageLoad } from './$types';

/** The page is made in English; whoever chose another language on this device gets it as soon as scripts run. */
export const load: PageLoad = async () => ({ words: await loadWords('en', ['door']) });
