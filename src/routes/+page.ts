import { browser } from '$app/environment';
import { load as loadWords } from '$lib/i18n/words';
import { retryUntilOnline } from '$lib/platform/retry-until-online';
import type { PageLoad } from './$types';

/**
 * The page is made in English; whoever reads another language sees nothing until it is there (static/first.js). A door whose
 * words do not come at first is never an error: its page stands there meanwhile.
 */
export const load: PageLoad = async () => {
	const words = () => loadWords('en', ['door']);
	return { words: await (browser ? retryUntilOnline(words) : words()) };
};
