import { error } from '@sveltejs/kit';
import { everyPack } from '../../../../../content/every-pack';
import { names } from '../../../../../content/pack';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => everyPack().flatMap((pack) => names.map((page) => ({ ...pack, page })));

export const load: PageLoad = async ({ params, parent }) => {
	const { pack } = await parent();
	if (!pack[params.page]) error(404);
	return { name: params.page };
};
