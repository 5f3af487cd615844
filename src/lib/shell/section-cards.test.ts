import { expect, it } from 'vitest';
import { england } from '../../../tests/content/pages.ts';
import { mapleAs, hours } from '$lib/domain/testing/maple.ts';
import { languages } from '$lib/i18n/languages.ts';
import { SECTIONS } from '$lib/domain/vocabulary/sections.ts';
import { type SectionKey } from '$lib/domain/view.ts';
import { SECTIONS_AT, SECTIONS_BESIDE, isWrittenIn, sectionCardsAt, sectionCards } from './section-cards.ts';

const words = { t: (say: (w: object) => unknown) => String(say(path)) };
const version = (section: SectionKey, lines: boolean) => ({
	...{ id: section, section, review_by: '2027-01-01', author_id: 'pat', at: hours(-9), approved_by: null },
	...{ in_force: true, lines: lines ? [{ kind: 'line' as const, words: 'x', symbol: null, number: null }] : [] }
});
const said = england
	.filter(({ lang }) => lang === 'en')
	.flatMap(({ leaf: { name, parts } }) =>
		parts.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'home')).map(({ id }) => `${name}#${id}`)
	);

it('wherever the guide says that the home adds something, it leads to what the home wrote, if it can write it', () => {
	expect(Object.keys(SECTIONS_AT).filter((place) => !said.includes(place))).toEqual([]);
	expect(said.filter((place) => !(place in SECTIONS_AT))).toEqual(['guide#health', 'guide#bullying', 'guide#leave']);
	expect(SECTIONS.filter((key) => !Object.values(SECTIONS_AT).flat().includes(key))).toEqual([]);
});

it('what a home wrote stands beside the built-in words about the same: night, a phone, numbers, the advocate', () => {
	const places = england.flatMap(({ lang, leaf: { name, parts } }) => parts.map(({ id }) => `${lang} ${name}#${id}`));
	const everywhere = Object.keys(SECTIONS_BESIDE).flatMap((place) => languages.map((lang) => `${lang} ${place}`));
	expect(everywhere.filter((place) => !places.includes(place))).toEqual([]);
	const view = mapleAs('robin', { sections: [version('social_workers', true)] });
	expect(sectionCardsAt(view, words as never)('help#council')?.map(({ href }) => href)).toEqual([
		'/my/guide/home/social_workers'
	]);
	expect(sectionCardsAt(view, words as never)('help#known')).toEqual([]);
	expect(sectionCardsAt(null, words as never)('help#council')).toBeNull();
});

it('only to sections that are written', () => {
	const view = mapleAs('robin', { sections: [version('fire', true), version('day', false)] });
	const found = sectionCards(isWrittenIn(view), words as never, '/here', ['fire', 'day', 'night']);
	expect(found.map(({ href }) => href)).toEqual(['/here/fire']);
	expect(sectionCards(isWrittenIn(null), words as never, '/here')).toEqual([]);
});

const path: object = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => 'name' : path) });
