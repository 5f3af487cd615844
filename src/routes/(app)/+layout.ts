import { redirect } from '@sveltejs/kit';
import { app } from '$lib/client/app.svelte';
import { areasOf } from '$lib/i18n/areas';
import { isOpenToAll, WORDS } from '$lib/shell/start-page';
import type { LayoutLoad } from './$types';
import { look } from '$lib/shell/look.svelte';

export const ssr = false; // what a person reads is opened on their device only
export const prerender = false;

export const load: LayoutLoad = async ({ route, depends }) => {
	depends(WORDS);
	if (app.state === 'shut' && !isOpenToAll(route.id)) redirect(307, '/');
	const labels = app.view?.home.labels ?? {};
	return { words: await look.apply(areasOf(route.id ?? ''), labels), labels: JSON.stringify(labels) };
};
