import { app } from '$lib/client/app.svelte.ts';
import type { Lang } from '$lib/i18n/languages.ts';
import { loadPack, type Pack } from '../../../content/pack.ts';

/** The guide of the nation where my home is. Where that is not here and cannot be fetched, England's, which says so. */
export function myPack(lang: Lang): Promise<Pack> {
	const nation = app.view?.home.nation ?? 'england';
	return loadPack(lang, nation).catch(() => loadPack(lang));
}
