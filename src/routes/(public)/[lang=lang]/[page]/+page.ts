import { error } from '@sveltejs/kit';
import { built } from '$lib/i18n/languages';
import { names } from '../../../../content/pack';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => built.flatMap((lang) => names.map((page) => ({ lang, page })));

export const load: PageLoad = async ({ params, parent }) => {
	const { pack } = await parent();
	if (!pack[params.page]) error(404);
	return { name: params.page };
};
