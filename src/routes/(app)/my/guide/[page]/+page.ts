import { error } from '@sveltejs/kit';
import { myPack } from '$lib/child/guide/my-pack';
import { MY_NATION } from '$lib/child/guide/reload-for-nation';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, depends }) => {
	depends(MY_NATION);
	const pack = await myPack((await parent()).words.lang);
	if (!pack[params.page]) error(404);
	return { pack, name: params.page };
};
