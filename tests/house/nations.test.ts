import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import contacts from '../../src/content/contacts.json' with { type: 'json' };
import needs from '../../src/content/law-needs.json' with { type: 'json' };
import { NATIONS, type Nation } from '../../src/lib/domain/vocabulary/home.ts';
import { slugOf, nationOf, pathOf } from '../../src/content/nations.ts';
import { parse } from '../../src/content/parse.ts';
import { langsOf, merged } from '../../src/content/read.ts';
import { laws } from '../content/facts.ts';
import { ofNations, rings, WORDS } from '../content/nations.ts';
import { blocksOf, files, sentencesIn, textsOf } from '../content/pages.ts';
import { incomplete, recheck } from '../content/recheck.ts';

const others = NATIONS.filter((nation) => nation !== 'england');
const of = (nation: Nation, lang = 'en') => files.filter((file) => file.nation === nation && file.lang === lang);
const textOf = (nation: Nation, lang = 'en'): string =>
	of(nation, lang)
		.flatMap(({ leaf }) => textsOf(leaf))
		.join('\n');
const pageOf = (nation: Nation, name: string): string =>
	of(nation)
		.filter(({ leaf }) => leaf.name === name)
		.flatMap(({ leaf }) => sentencesIn(leaf))
		.join('\n');

it('no page of one nation says another’s number, body, days or word, and every fact has its row', () => {
	expect(ofNations()).toEqual([]);
	expect(files.filter(({ nation }) => nation !== 'england').length).toBeGreaterThan(170);
});

it.each(others)('the words that are looked for elsewhere do stand on the pages of %s', (nation) => {
	expect(textOf(nation)).toMatch(WORDS[nation]);
	for (const other of NATIONS.filter((one) => one !== nation)) {
		expect(textOf(nation).replace(/\n/g, ' '), other).not.toMatch(WORDS[other]);
		expect(of(nation).length).toBe(of(other).length);
	}
});

it('law 11: a number stands only where it is known to work, and one on hold nowhere', () => {
	for (const { nation, file, leaf } of files.filter((one) => one.nation !== 'england'))
		for (const id of blocksOf(leaf).flatMap((block) => (block.kind === 'people' ? block.ids : []))) {
			const found = contacts.find((one) => one.id === id);
			expect(rings(nation, found?.nation ?? ''), `${file}: ${id}`).toBe(true);
			expect(['ok', 'recheck'], `${file}: ${id}`).toContain(found?.status);
		}
	expect(rings('scotland', 'england_and_wales')).toBe(false);
	expect(rings('northern_ireland', 'scotland')).toBe(false);
});

it('every row of another nation is named by a line of one of its own pages', () => {
	const named = files.flatMap(({ facts }) => facts.flatMap(({ ids }) => ids));
	expect(laws.filter(({ id }) => id !== undefined && !named.includes(id))).toEqual([]);
	expect(laws.filter(({ nation, id }) => nation !== 'england' && id === undefined)).toEqual([]);
	expect(named.length).toBeGreaterThan(100);
});

/** What is easily got wrong: each nation in its own words, or not at all. */
const EASY_TO_GET_WRONG: [what: string, page: string, said: Record<Nation, RegExp | null>][] = [
	[
		'the first review',
		'review',
		{
			england: /within 20 working days/,
			wales: /within 20 working days/,
			scotland: /within 6 weeks/,
			northern_ireland: /within 2 weeks/
		}
	],
	[
		'who runs it',
		'review',
		{
			england: /Your IRO runs/,
			wales: /Your IRO runs/,
			scotland: /Ask your social worker.*reviewing officer/,
			northern_ireland: null
		}
	],
	[
		'how often the social worker comes',
		'review',
		{
			england: /every 6 weeks/,
			wales: /every 6 weeks/,
			scotland: /visit at least every 3 months/,
			northern_ireland: null
		}
	],
	[
		'the home’s answer',
		'complain',
		{ england: null, wales: null, scotland: /tell you within 20 working days/, northern_ireland: null }
	],
	[
		'the council’s answer',
		'complain',
		{
			england: /10 working days, or 20/,
			wales: /within 10 working days/,
			scotland: null,
			northern_ireland: /within 28 days/
		}
	],
	['a panel', 'complain', { england: /3 people/, wales: null, scotland: null, northern_ireland: /3 people/ }],
	[
		'somebody who comes to look',
		'review',
		{
			england: /once a month/,
			wales: /meet all who live here at least every 3 months/,
			scotland: null,
			northern_ireland: /once a month/
		}
	],
	[
		'damage as a reason to hold',
		'held',
		{
			england: /stop serious damage/,
			wales: /Damage to things is no reason/,
			scotland: /Damage to things is no reason/,
			northern_ireland: /stop serious damage/
		}
	],
	[
		'when it is written down',
		'held',
		{ england: /within 24 hours/, wales: /within 24 hours/, scotland: null, northern_ireland: /within 24 hours/ }
	],
	[
		'the rights of all children as law',
		'rights',
		{ england: null, wales: null, scotland: /been law since/, northern_ireland: null }
	],
	[
		'that nobody may punish, as law',
		'complain',
		{ england: /Nobody may punish/, wales: null, scotland: null, northern_ireland: /Nobody may punish/ }
	]
];

describe.each(EASY_TO_GET_WRONG)('%s', (_, page, said) => {
	it.each(NATIONS)('is right in %s', (nation) => {
		const text = pageOf(nation, page);
		const mine = said[nation];
		expect(text.length).toBeGreaterThan(100);
		if (mine) expect(text).toMatch(mine);
		else for (const other of Object.values(said)) if (other) expect(text).not.toMatch(other);
	});
});

it('what a nation does not have is not there', () => {
	const parts = (nation: Nation) => of(nation).flatMap(({ leaf }) => leaf.parts.map(({ id }) => `${leaf.name}#${id}`));
	expect(parts('wales')).not.toContain('review#visitor');
	expect(parts('scotland')).not.toContain('review#iro');
	expect(parts('northern_ireland')).not.toContain('review#iro');
	for (const nation of others) expect(textOf(nation)).not.toMatch(/\bn\/a\b|does not apply|unknown/i);
});

it('Welsh says it with the words of Welsh law', () => {
	const text = textOf('wales', 'cy') + readFileSync('src/content/labels.ts', 'utf8');
	const words =
		'eiriolwr, ymchwilydd annibynnol, person annibynnol, diwrnod gwaith, cynllun gofal a chymorth, gweithiwr dolen gyswllt';
	const names = 'Swyddog Adolygu Annibynnol, Arolygiaeth Gofal Cymru, Comisiynydd Plant Cymru, Ymwelydd annibynnol';
	expect([...words.split(', '), ...names.split(', ')].filter((word) => !text.includes(word))).toEqual([]);
});

it('what a law wants in the guide and nobody has verified is left to the home, and told', () => {
	expect(incomplete().map(({ nation, what }) => `${nation}: ${what}`)).toEqual([
		'northern_ireland: the address and phone number of RQIA',
		'northern_ireland: the address and phone number of NICCY'
	]);
	for (const { nation, contact, on } of needs)
		for (const place of on) {
			const [name, part] = place.split('#');
			const leaf = of(nationOf(slugOf(nation as Nation)) ?? 'england').find((file) => file.leaf.name === name)?.leaf;
			const blocks = leaf?.parts.find(({ id }) => id === part)?.blocks ?? [];
			const left = blocks.flatMap((block) => (block.kind === 'home' ? block.words : [])).join(' ');
			expect(left, place).toContain(contact.toUpperCase());
		}
});

it('the list of what to open before a release names every number and every source', () => {
	const list = recheck().join('\n');
	for (const { id, source } of contacts) for (const part of [`${id}: `, source]) expect(list).toContain(part);
	for (const { source, says } of laws) for (const part of [source, says]) expect(list).toContain(part);
	for (const { what } of needs) expect(list).toContain(what);
});

describe('a page of another nation', () => {
	const england = parse(
		'x',
		'---\ntitle: T\nabout: A\npicture: ear\nshelf: s\ntalk: one, two\n---\n\nTop.\n\n## One {#one}\n\n- ear: 1.\n\n## Two {#two}\n\n- eye: 2.\n'
	);
	const problemsOf = (text: string) => merged(parse('x', text, 'wales'), england).problems.map(({ say }) => say);

	it('takes what it names the same, in its own order, and its card from England’s', () => {
		const { leaf, problems } = merged(
			parse('x', '---\nabout: B\nwithout: one\n---\n\nsame: two, top\n\n## New {#new}\n\n- ear: 3.\n', 'wales'),
			england
		);
		expect(problems).toEqual([]);
		expect(leaf).toMatchObject({ nation: 'wales', title: 'T', about: 'B', talk: ['two'] });
		expect(leaf.parts.map(({ id }) => id)).toEqual(['two', '', 'new']);
	});

	it('says what becomes of every part of England’s page', () => {
		expect(problemsOf('---\n---\n\nsame: top, one\n')).toEqual([expect.stringContaining('has a part “two”')]);
		expect(problemsOf('---\nwithout: top, one, two\n---\n')).toEqual([]);
		expect(problemsOf('---\nwithout: one, two\n---\n\nsame: top, three\n')).toEqual([
			expect.stringContaining('England has no part “three”')
		]);
	});

	it('names the rows of its lines, which no reader sees', () => {
		const { leaf, facts } = parse('x', '---\n---\n\n- ear: They must. {law a, b}\n', 'wales');
		expect(facts).toEqual([{ ids: ['a', 'b'], words: 'ear: They must.' }]);
		expect(leaf.parts[0]?.blocks).toEqual([{ kind: 'ideas', ideas: [{ picture: 'ear', words: ['They must.'] }] }]);
	});
});

it('an address knows its nation, in every place that reads one', () => {
	expect(pathOf('en', 'england', 'help')).toBe('/en/help');
	expect(pathOf('cy', 'northern_ireland', 'help')).toBe('/cy/northern-ireland/help');
	expect([undefined, 'wales', 'atlantis', 'northern_ireland'].map(nationOf)).toEqual([
		'england',
		'wales',
		undefined,
		undefined
	]);
	for (const file of ['src/service-worker/parcels.ts', 'src/lib/platform/look.ts', 'vite.config.ts'])
		expect(readFileSync(file, 'utf8'), file).toContain(others.map(slugOf).join('|'));
	// static/first.js leads whoever reads Welsh to English pages, but for Wales
	expect(others.filter((nation) => langsOf(nation).includes('cy'))).toEqual(['wales']);
	for (const nation of others) expect(langsOf(nation)).toEqual(expect.arrayContaining(['ar', 'en', 'en-easy']));
});
