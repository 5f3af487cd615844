import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../src/lib/domain/vocabulary/problems.ts';
import { areas, type Area } from '../../src/lib/i18n/areas.ts';
import { languages } from '../../src/lib/i18n/languages.ts';

const PLURAL = /(?<!^problems\..*)_(zero|one|two|few|many|other)$/; // codes of refusals may end like a plural, and are none
/** The same words stand on several buttons; aloud, each names what it is about. */
const ON_BUTTONS = [
	'away.endOf',
	'away.takeOutOf',
	'codes.cutOffOf',
	'codes.approveOf',
	'codes.tablet.takeBackOf',
	'keyworkers.changeOf'
].concat(['up', 'down', 'change', 'off'].map((what) => `list.${what}This`));
const PAGES = [...new Set(Object.values(areas).flat())].toSorted();
const children: Area[] = ['door', 'here', 'my', 'public'];
const forChildren = new Set<string>(children.flatMap((area) => areas[area]));

interface Page {
	[key: string]: string | Page;
}
type Said = { page: string; key: string; text: string };

const said = (lang: string): Said[] =>
	PAGES.flatMap((page) => {
		const words: Page = JSON.parse(readFileSync(`src/lib/i18n/locales/${lang}/${page}.json`, 'utf8'));
		return flat(words, '').map(([key, text]) => ({ page, key: `${page}.${key}`, text }));
	});

const flat = (words: Page, at: string): [string, string][] =>
	Object.entries(words).flatMap(([key, value]) =>
		typeof value === 'string' ? [[at + key, value]] : flat(value, `${at}${key}.`)
	);

const keys = (lang: string): string[] => said(lang).map(({ key }) => key);
const childWords = (lang: string): Said[] => said(lang).filter(({ page }) => forChildren.has(page));
const matching = (list: Said[], pattern: RegExp): string[] =>
	list.filter(({ text }) => pattern.test(text)).map(({ key, text }) => `${key}: ${text}`);

it('every page of words belongs to an area', () => {
	const found = globSync('src/lib/i18n/locales/en/*.json').map((file) => file.replace(/^.*\/|\.json$/g, ''));
	expect(found.toSorted()).toEqual(PAGES);
});

it('every language has its words and its guide, and the script that comes before all others knows it', () => {
	const folders = (of: string) => globSync(`${of}/*`).map((path) => path.replace(/^.*\//, ''));
	expect(folders('src/lib/i18n/locales').toSorted()).toEqual(languages.toSorted());
	expect(folders('src/content/england').toSorted()).toEqual(languages.toSorted());
	const script = readFileSync('static/first.js', 'utf8');
	const [, listed = ''] = /\[([^\]]+)\]\.includes\(lang\)/.exec(script) ?? [];
	expect(['en', ...[...listed.matchAll(/'([\w-]+)'/g)].map(([, lang]) => lang)]).toEqual(languages);
	const [, places = ''] = /isPublic = \/\^\\\/\(([^)]+)\)/.exec(script) ?? [];
	expect(places.split('|')).toEqual(languages);
});

describe.each(languages)('%s', (lang) => {
	it('says everything that English says, in every plural form that it has', () => {
		const forms = new Intl.PluralRules(lang.slice(0, 2)).resolvedOptions().pluralCategories;
		const wanted = new Set(
			keys('en').flatMap((key) => (PLURAL.test(key) ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : [key]))
		);
		expect(keys(lang).toSorted()).toEqual([...wanted].toSorted());
	});

	it('leaves the same gaps for names, days and a home’s own words', () => {
		const gaps = (text: string) =>
			[...text.matchAll(/{{(\w+)(?:, soft)?}}/g)].map(([, gap]) => gap!.charAt(0).toLowerCase() + gap!.slice(1));
		const english = new Map(said('en').map(({ key, text }) => [key.replace(PLURAL, '_other'), gaps(text)]));
		const wrong = said(lang).filter(({ key, text }) => {
			const wanted = english.get(PLURAL.test(key) ? key.replace(PLURAL, '_other') : key) ?? [];
			const countless = (list: string[]) => [...new Set(list.filter((gap) => gap !== 'count'))].toSorted().join();
			return countless(gaps(text)) !== countless(wanted);
		});
		expect(wrong).toEqual([]);
	});

	it('says aloud of a button what stands on it, and which thing it is about', () => {
		const all = new Map(said(lang).map(({ key, text }) => [key, text]));
		const wrong = ON_BUTTONS.filter((key) => !all.get(key)?.includes(all.get(key.replace(/(Of|This)$/, '')) ?? '-'));
		expect(wrong).toEqual([]);
	});

	it('has a sentence for every refusal', () => {
		expect(PROBLEMS.filter((code) => !keys(lang).includes(`problems.${code}`))).toEqual([]);
	});

	it('law 12: puts one thing into a sentence for children, and keeps it short', () => {
		const most = lang.startsWith('en') ? 12 : 16; // other languages need more words for the same
		const long = childWords(lang).filter(({ text }) => sentences(text).some((sentence) => wordsIn(sentence) > most));
		expect(long.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
	});

	it('has no exclamation marks, no pictures made of letters, no empty words', () => {
		expect(matching(said(lang), /!|\p{Extended_Pictographic}|^\s*$|^\s|\s$/u)).toEqual([]);
	});
});

const sentences = (text: string): string[] => text.split(/[.?:;؟]\s|[.?:;؟]$/);
const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe.each(['en', 'en-easy'])('%s', (lang) => {
	it('law 7: promises children nothing that adults cannot keep', () => {
		expect(matching(childWords(lang), /\b(private(ly)?|confidential|anonymous(ly)?|just these|only these)\b/i)).toEqual(
			[]
		);
	});
	it('makes no jokes of mistakes and hurries nobody', () => {
		const ours = said(lang).filter(({ key }) => key !== 'complain.wants.sorry'); // a child asks that of an adult
		expect(matching(ours, /\b(oops|uh-oh|sorry|hurry|urgent(ly)?|last chance|don’t forget)\b/i)).toEqual([]);
	});
	it('law 13: leaves the name of a key worker to the home', () => {
		const own = said(lang).filter(({ key }) => !/key_?worker/i.test(key)); // those whose very name says so know why
		expect(matching(own, /\bkey[ -]workers?\b/i)).toEqual([]);
	});
});

it('Easy Read has no contractions', () => {
	const short = /\b\w+[’'](t|re|ll|ve|d|m)\b|\b(it|that|he|she|there|what|who|let|here|where)[’']s\b/i;
	expect(matching(said('en-easy'), short)).toEqual([]);
});

const SELECTOR = /\((\$|\w+)\)\s*=>\s*\1((?:\s*\.\w+)+)(\[)?/g;
const PICKED = /Reflect\.get\(\$\.([\w.]+),/g; // a sentence by its code
const sources = globSync('src/**/*.{svelte,ts}').filter((file) => !/\.(test|d)\.ts$/.test(file));
const code = sources.map((file) => ({ file, text: readFileSync(file, 'utf8') }));

it('no words are kept that no screen says', () => {
	const whole = new Set<string>();
	const parts = new Set<string>();
	for (const { text } of code) {
		for (const [, path] of text.matchAll(PICKED)) parts.add(path!);
		for (const [, , path, more] of text.matchAll(SELECTOR))
			(more ? parts : whole).add(path!.replace(/\s/g, '').slice(1));
	}
	const used = (key: string): boolean => {
		const steps = key.replace(PLURAL, '').split('.');
		return whole.has(steps.join('.')) || steps.some((_, end) => end > 0 && parts.has(steps.slice(0, end).join('.')));
	};
	const labels = (key: string) => key.startsWith('common.labels.'); // gaps in other sentences
	expect(keys('en').filter((key) => !labels(key) && !used(key))).toEqual([]);
});

it('a key that is made of a variable calls its argument w: Svelte reads variables through a $ of its own', () => {
	const wrong = code.filter(({ file, text }) => file.endsWith('.svelte') && /\(\$\)\s*=>\s*\$[\s.\w]*\[/.test(text));
	expect(wrong.map(({ file }) => file)).toEqual([]);
});
