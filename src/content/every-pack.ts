import { built } from '$lib/i18n/languages';
import { slugOf } from './nations';
import { langIn, nations } from './pack';

/** Each nation in each language that it has, as the addresses of the public pages say it. */
export const everyPack = () =>
	nations.flatMap((nation) =>
		built
			.filter((lang) => langIn(nation, lang) === lang)
			.map((lang) => (nation === 'england' ? { lang } : { lang, nation: slugOf(nation) }))
	);
