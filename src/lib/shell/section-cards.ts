import { sectionInForce } from '$lib/domain/questions/sections.ts';
import { SECTIONS } from '$lib/domain/vocabulary/sections.ts';
import { type SectionKey, type View } from '$lib/domain/view.ts';
import type { Words } from '$lib/i18n/words.ts';
import type { SectionCard } from '../../content/ways.ts';
import { sectionPicture } from './section-pictures.ts';

/** Where a page of the built-in guide says "Your home adds this", and which of the home's sections that is. @internal */
export const SECTIONS_AT: Readonly<Record<string, readonly SectionKey[]>> = {
	'guide#expect': ['expect'],
	'guide#support': ['support'],
	'guide#complain': ['complaints'],
	'guide#advocate': ['advocate'],
	'guide#team': ['people'],
	'guide#day': ['day'],
	'guide#rules': ['rules'],
	'guide#fire': ['fire'],
	'guide#money': ['money'],
	'guide#family': ['family_time', 'visitors'],
	'guide#phone': ['phone'],
	'guide#nights': ['night'],
	'complain#do': ['complaints'],
	'complain#council': ['councils'],
	'night#': ['night'],
	'review#social-worker': ['social_workers']
};

/** Where these pages say whom to ask, and the home may have written it: a child who fears the adults here need not ask one. @internal */
export const SECTIONS_BESIDE: Readonly<Record<string, readonly SectionKey[]>> = {
	'help#known': ['night'],
	'help#adult': ['phone'],
	'help#council': ['social_workers'],
	'advocate#ask': ['advocate'],
	'rights#talk': ['phone']
};

/** Inside a drawer: what the home wrote about a place. Null until there is a view: then nobody knows. */
export const sectionCardsAt =
	(view: View | null, words: Words) =>
	(place: string): SectionCard[] | null =>
		view &&
		sectionCards(isWrittenIn(view), words, '/my/guide/home', SECTIONS_AT[place] ?? SECTIONS_BESIDE[place] ?? []);

/** What this view shows as written. */
export const isWrittenIn = (view: View | null) => (key: SectionKey) =>
	view !== null && sectionInForce(view, key) !== null;

/** Sections that the home has written, as cards. `base` is where they are read. */
export const sectionCards = (
	isWritten: (key: SectionKey) => boolean,
	words: Words,
	base: string,
	keys: readonly SectionKey[] = SECTIONS
): SectionCard[] =>
	keys.filter(isWritten).map((key) => ({
		href: `${base}/${key}`,
		name: words.t((w) => w.sections.names[key]),
		symbol: sectionPicture[key]
	}));
