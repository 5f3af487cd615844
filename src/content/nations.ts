import { NATIONS, type Nation } from '../lib/domain/vocabulary/home.ts';

/** A nation as it stands in an address, and as its folder is called. */
export const slugOf = (nation: Nation): string => nation.replace('_', '-');

/** The nation of an address. One that says none is of England; one that nobody knows is undefined. */
export const nationOf = (slug: string | undefined): Nation | undefined =>
	slug === undefined ? 'england' : NATIONS.find((nation) => slugOf(nation) === slug);

/** Where a public page lies: England's pages name no nation. */
export const pathOf = (lang: string, nation: Nation, page: string): string =>
	nation === 'england' ? `/${lang}/${page}` : `/${lang}/${slugOf(nation)}/${page}`;
