import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areas, type Area } from '../../src/lib/i18n/areas.ts';
import { isEasy, wordsOf } from '../content/reading.ts';

/** Law 12: Easy Read is a language of its own in the drawer, too. What children read of it is looked at here. */
const children: Area[] = ['door', 'here', 'join', 'my', 'meeting', 'voice', 'public'];
const pages = [...new Set<string>(children.flatMap((area) => areas[area]))];

/** Names of things and sentences of five words: nothing is left to make easier. */
const NAMES = ['sections', 'guide'];

interface Page {
	[key: string]: string | Page;
}
const flat = (words: Page, at: string): [string, string][] =>
	Object.entries(words).flatMap(([key, value]) =>
		typeof value === 'string' ? [[at + key, value]] : flat(value, `${at}${key}.`)
	);
const said = (lang: string, page: string): [string, string][] =>
	flat(JSON.parse(readFileSync(`src/lib/i18n/locales/${lang}/${page}.json`, 'utf8')), `${page}.`);
const easy = pages.flatMap((page) => said('en-easy', page));

/** English of more than four words, and how much of it stands in Easy Read as it is. */
function copied(page: string): { long: number; same: string[] } {
	const mine = new Map(said('en-easy', page));
	const long = said('en', page).filter(([, text]) => text.split(' ').length > 4);
	return { long: long.length, same: long.filter(([key, text]) => mine.get(key) === text).map(([key]) => key) };
}

describe('Easy Read is written, and no copy of the English', () => {
	it.each(pages.filter((page) => !NAMES.includes(page)))('%s', (page) => {
		const { long, same } = copied(page);
		expect(same.length <= Math.max(3, long / 2) ? [] : same).toEqual([]);
	});

	it('as a whole no more than a third is as plain in English already', () => {
		const all = pages.map(copied);
		const long = all.reduce((sum, one) => sum + one.long, 0);
		expect(long).toBeGreaterThan(600);
		expect(all.flatMap(({ same }) => same).length).toBeLessThanOrEqual(long / 3);
	});
});

const NEVER: [shape: RegExp, because: string, but?: string[]][] = [
	[/[()[\]]/, 'brackets: say it in a sentence'],
	[/;/, 'two sentences in one'],
	[/\s[–—-]\s/, 'a dash: two ideas in one sentence'],
	[/\b(two|three|four|five|six|seven|eight|nine|ten|twelve)\b/i, 'numbers are figures'],
	[/^It\b|^(Yes, )?[A-Z]\w+ it\b/, 'it: nothing is named yet'],
	[/\bgoes\b|\b(came|comes) back\b|\bcalled off\b|\bon (its|their) way\b|\bmoves? on\b/, 'like post'],
	[/\b(cho(ose|sen)|whoever)\b/i, 'one word for one thing: pick, the person who'],
	[/\bcover(s|ing)?\b(?!}})/, 'a word of rotas: does their work'],
	// "Are you in danger?" is the first line of every Easy Read page about help; the two others do ask.
	[/\?\s+\S/, 'a question used as "if"', ['safety.danger', 'story.one.helped', 'meeting.elseHint']]
];

it.each(NEVER)('no text holds %s: %s', (shape, _, but = []) => {
	expect(easy.filter(([key, text]) => shape.test(text) && !but.includes(key))).toEqual([]);
});

/** Hard words that are names, stand on a button of the machine, are explained beside it, or are for adults. */
const KNOWN = [
	...['Sam', 'Scotland', 'Childline', '999BSL', 'Mum', 'Gran', 'OK', 'ambulance', 'social', 'mental', 'chat'],
	...['advocate', 'complain', 'complaint', 'complained', 'pronouns', 'pattern', 'normal', 'oldest', 'cancelled'],
	...[
		'MB',
		'Shift',
		'JavaScript',
		'browser',
		'Safari',
		'camera',
		'microphone',
		'computers',
		'downloads',
		'html',
		'scan',
		'undo'
	],
	...['delete', 'deletes', 'deleted', 'password', 'alphabet', 'cactus', 'guitar', 'mushroom'],
	...['sections', 'publish', 'colleague', 'responsible', 'individual']
].map((word) => word.toLowerCase());

it('no word is hard that is not known to be needed', () => {
	const hard = easy.flatMap(([key, text]) =>
		wordsOf(text.replace(/{{\w+}}/g, 'Sam'))
			.filter((word) => !isEasy(word) && !KNOWN.includes(word.toLowerCase()))
			.map((word) => `${key}: ${word}`)
	);
	expect(hard).toEqual([]);
	const all = new Set(easy.flatMap(([, text]) => wordsOf(text.toLowerCase())));
	expect(KNOWN.filter((word) => word !== 'sam' && !all.has(word))).toEqual([]);
});
