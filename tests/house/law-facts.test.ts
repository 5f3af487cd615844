import { describe, expect, it } from 'vitest';
import { NATIONS, type Nation } from '../../src/lib/domain/vocabulary/home.ts';
import { laws, NO_LAW, TIME } from '../content/facts.ts';
import { files, sentencesIn, blocksOf } from '../content/pages.ts';
import { sentencesOf } from '../content/reading.ts';
import { plain } from '../../src/content/sentences.ts';

const page = (nation: Nation, lang: string, name: string) => {
	const found = files.find((file) => file.nation === nation && file.lang === lang && file.leaf.name === name);
	if (!found) throw new Error(`no page ${nation}/${lang}/${name}`);
	return found.leaf;
};
/** Where it stands: the law as it is published, or the page of a body, with its date where it has one. */
const LAW =
	/^legislation\.gov\.uk\/(uksi|wsi|ssi|nisr|asp)\/\d{4}\/\d+(\/(regulation|section)\/\d+|, (regulation|regulations|schedule) [\d, and to]+|\/made)$/;
const BODY = /^[\w.-]+\.\w+(\/[\w./-]+)?( \([^)]+\))?(; [\w.-]+\.\w+(\/[\w./-]+)?( \([^)]+\))?)*$/;
const nationsRead = NATIONS.filter((nation) => files.some((file) => file.nation === nation));

describe('law 11: what the guide says of the law is data, with where it stands', () => {
	it.each(laws)('$nation, $source: $says', ({ says, on, source, checked_on, status, nation, mark, id }) => {
		for (const name of on) expect(sentencesIn(page(nation, 'en', name)).join(' '), name).toContain(says);
		expect(on.length).toBeGreaterThan(0);
		expect(LAW.test(source) || BODY.test(source), source).toBe(true);
		expect(checked_on).toMatch(/^\d{4}-\d\d-\d\d$/);
		if (nation === 'england') return expect([status, id, mark]).toEqual(['ok', undefined, undefined]);
		// What others only tell is said where the page says to ask; what nobody has verified is not said at all.
		expect([
			['V', 'ok'],
			['V-law', 'ok'],
			['S', 'recheck']
		]).toContainEqual([mark, status]);
		const asks = sentencesIn(page(nation, 'en', on[0] ?? '')).find((line) => line.includes(says)) ?? '';
		if (mark === 'S') expect(asks).toMatch(/\b[Aa]sk\b/);
	});

	it('a row has a name of its own', () => {
		const ids = laws.flatMap(({ id }) => id ?? []);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it.each(nationsRead)('in %s no time that adults are held to is said without such a row', (nation) => {
		const rows = laws.filter((row) => row.nation === nation);
		const bare = files
			.filter((file) => file.nation === nation && file.lang === 'en' && !NO_LAW.includes(file.leaf.name))
			.flatMap(({ leaf }) =>
				sentencesIn(leaf)
					.flatMap(sentencesOf)
					.filter((sentence) => TIME.test(sentence))
					.filter((sentence) => !rows.some(({ says, on }) => on.includes(leaf.name) && says.includes(sentence.trim())))
					.map((sentence) => `${leaf.name}: ${sentence}`)
			);
		expect(bare).toEqual([]);
	});
});

/** Each row of a page with the numbers in it: a translation has the same rows in the same order. */
const numbersIn = (nation: Nation, lang: string, name: string): string[] =>
	blocksOf(page(nation, lang, name))
		.flatMap((block) =>
			'ideas' in block ? block.ideas.map(({ words }) => words) : 'words' in block ? [block.words] : []
		)
		.map((words) => (plain(words).match(/\d+/g) ?? []).filter((number) => number !== '1').join(' '));

describe.each(files.filter(({ lang, isOwn }) => !lang.startsWith('en') && isOwn))('$file', ({ nation, lang, leaf }) => {
	it('says the same numbers as English, row by row', () => {
		expect(numbersIn(nation, lang, leaf.name)).toEqual(numbersIn(nation, 'en', leaf.name));
	});
});

it.each(nationsRead)('in %s Easy Read says every time that English says', (nation) => {
	const times = (lang: string, name: string) =>
		sentencesIn(page(nation, lang, name))
			.join(' ')
			.match(new RegExp(TIME, 'g')) ?? [];
	const named = laws.filter((row) => row.nation === nation).flatMap(({ on }) => on);
	for (const name of new Set(named))
		expect([...new Set(times('en-easy', name))].toSorted(), name).toEqual([...new Set(times('en', name))].toSorted());
});
