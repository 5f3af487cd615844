import { myPack } from '$lib/child/guide/my-pack';
import { MY_NATION } from '$lib/child/guide/reload-for-nation';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, depends }) => {
	depends(MY_NATION);
	return { pack: await myPack((await parent()).words.lang) };
};
