import { redirect } from '@sveltejs/kit';
import { app } from '$lib/client/app.svelte';
import type { Area } from '$lib/i18n/areas';
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

/** Only the words that this part of the app says. */
function areasOf(route: string): Area[] {
	if (/^\/\(app\)\/my\/(help|guide|advocate)/.test(route)) return ['my', 'public'];
	if (route.startsWith('/(app)/my/meeting')) return ['my', 'meeting', 'voice'];
	if (/^\/\(app\)\/my\/(ask|another|complain|list)/.test(route)) return ['my', 'voice'];
	if (route.startsWith('/(app)/my')) return ['my'];
	if (route.startsWith('/(app)/home')) return ['home'];
	if (route.startsWith('/(app)/here')) return ['here'];
	return route.startsWith('/(app)/join') ? ['join'] : ['work'];
}
