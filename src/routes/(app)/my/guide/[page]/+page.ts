import { error } from '@sveltejs/kit';
import { loadPack } from '../../../../../content/pack';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
	const pack = await loadPack((await parent()).words.lang);
	if (!pack[params.page]) error(404);
	return { pack, name: params.page };
};
