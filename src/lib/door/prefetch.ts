import { preloadCode } from '$app/navigation';
import type { Lang } from '$lib/i18n/languages.ts';
import { load } from '$lib/i18n/words.ts';

/** Fetches what a child sees first while they are still at the door. Where that fails, opening the drawer asks for it again. */
export function prefetch(lang: Lang): void {
	preloadCode('/my').catch(() => undefined);
	load(lang, ['my']).catch(() => undefined);
}
