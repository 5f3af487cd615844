import { describe, expect, it } from 'vitest';
import laws from '../../src/content/laws.json' with { type: 'json' };
import { files, sentencesIn, blocksOf } from '../content/pages.ts';
import { sentencesOf } from '../content/reading.ts';
import { plain } from '../../src/content/sentences.ts';

const page = (lang: string, name: string) => {
	const found = files.find((file) => file.lang === lang && file.leaf.name === name);
	if (!found) throw new Error(`no page ${lang}/${name}`);
	return found.leaf;
};
/** Times that adults are held to: not a number to ring, an age or a date. */
const TIME = /\b(\d+|one) (working days|days|hours|weeks?|months?|years?)\b/;
/** Says how Sayso or a book works, not what the law says. */
const NO_LAW = ['about'];

describe('law 11: what the guide says of the law is data, with where it stands', () => {
	it.each(laws)('$source: $says', ({ says, on, source, checked_on, status, nation }) => {
		for (const name of on) expect(sentencesIn(page('en', name)).join(' '), name).toContain(says);
		expect(source).toMatch(/^(legislation\.gov\.uk\/uksi\/\d{4}\/\d+\/regulation\/\d+|ico\.org\.uk .*\d{4}\))$/);
		expect(checked_on).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect([status, nation]).toEqual(['ok', 'england']); // what is not sure is not said
	});

	it('no time that adults are held to is said without such a row', () => {
		const bare = files
			.filter(({ lang, leaf }) => lang === 'en' && !NO_LAW.includes(leaf.name))
			.flatMap(({ leaf }) =>
				sentencesIn(leaf)
					.flatMap(sentencesOf)
					.filter((sentence) => TIME.test(sentence))
					.filter((sentence) => !laws.some(({ says, on }) => on.includes(leaf.name) && says.includes(sentence.trim())))
					.map((sentence) => `${leaf.name}: ${sentence}`)
			);
		expect(bare).toEqual([]);
	});
});

/** Each row of a page with the numbers in it: a translation has the same rows in the same order. */
const numbersIn = (lang: string, name: string): string[] =>
	blocksOf(page(lang, name))
		.flatMap((block) =>
			'ideas' in block ? block.ideas.map(({ words }) => words) : 'words' in block ? [block.words] : []
		)
		.map((words) => (plain(words).match(/\d+/g) ?? []).filter((number) => number !== '1').join(' '));

describe.each(['cy', 'ar'])('%s', (lang) => {
	const pages = files.filter((file) => file.lang === 'en').map(({ leaf }) => leaf.name);
	it.each(pages)('says the same numbers on %s as English, row by row', (name) => {
		expect(numbersIn(lang, name)).toEqual(numbersIn('en', name));
	});
});

it('Easy Read says every time that English says', () => {
	const times = (lang: string, name: string) =>
		sentencesIn(page(lang, name)).join(' ').match(new RegExp(TIME, 'g')) ?? [];
	for (const name of new Set(laws.flatMap(({ on }) => on)))
		expect([...new Set(times('en-easy', name))].toSorted(), name).toEqual([...new Set(times('en', name))].toSorted());
});
