import { expect, it } from 'vitest';
import { files } from '../../../tests/content/pages.ts';
import { mapleAs, hours } from '$lib/domain/testing/maple';
import { SECTIONS, type SectionKey } from '$lib/domain/view';
import { SECTIONS_AT, isWrittenIn, sectionCards } from './section-cards';

const said = files
	.filter(({ lang }) => lang === 'en')
	.flatMap(({ leaf: { name, parts } }) =>
		parts.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'home')).map(({ id }) => `${name}#${id}`)
	);

it('wherever the guide says that the home adds something, it leads to what the home wrote, if it can write it', () => {
	expect(Object.keys(SECTIONS_AT).filter((place) => !said.includes(place))).toEqual([]);
	expect(said.filter((place) => !(place in SECTIONS_AT))).toEqual(['guide#health', 'guide#bullying', 'guide#leave']);
	expect(SECTIONS.filter((key) => !Object.values(SECTIONS_AT).flat().includes(key))).toEqual([]);
});

it('only to sections that are written', () => {
	const words = { t: (say: (w: object) => unknown) => String(say(path)) };
	const version = (section: SectionKey, lines: boolean) => ({
		...{ id: section, section, review_by: '2027-01-01', author_id: 'pat', at: hours(-9), approved_by: null },
		...{ in_force: true, lines: lines ? [{ kind: 'line' as const, words: 'x', symbol: null, number: null }] : [] }
	});
	const view = mapleAs('robin', { sections: [version('fire', true), version('day', false)] });
	const found = sectionCards(isWrittenIn(view), words as never, '/here', ['fire', 'day', 'night']);
	expect(found.map(({ href }) => href)).toEqual(['/here/fire']);
	expect(sectionCards(isWrittenIn(null), words as never, '/here')).toEqual([]);
});

const path: object = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => 'name' : path) });
