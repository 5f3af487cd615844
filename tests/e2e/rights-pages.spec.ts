import { readdirSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import contacts from '../../src/content/contacts.json' with { type: 'json' };
import { pathOf } from '../../src/content/nations.ts';
import { langsOf, nationsRead } from '../../src/content/read.ts';
import { languages } from '../../src/lib/i18n/languages.ts';
import { rings } from '../content/nations.ts';
import { expect, test } from '../support/journey.ts';

/** The public pages as they are sent: what stands in them is there without JavaScript, so no browser is needed to see it. */

const PAGES = [...readdirSync('src/content/england/en').map((file) => file.replace('.md', '')), 'find', 'booklet'];
const shown = contacts.filter(({ status }) => status !== 'hold');
const held = contacts.filter(({ status }) => status === 'hold').flatMap(({ phone }) => phone ?? []);
const numbers = shown.flatMap(({ phone, text, nation }) => [
	...(phone ? [{ how: 'tel', number: phone, nation }] : []),
	...(text ? [{ how: 'sms', number: text.to, nation }] : [])
]);

interface Sent {
	path: string;
	lang: string;
	html: string;
}

async function sent(request: APIRequestContext): Promise<Sent[]> {
	const all = nationsRead().flatMap((nation) =>
		langsOf(nation).flatMap((lang) => PAGES.map((name) => ({ lang, path: pathOf(lang, nation, name) })))
	);
	return Promise.all(all.map(async ({ lang, path }) => ({ lang, path, html: await (await request.get(path)).text() })));
}

const plain = (html: string): string =>
	html
		.replace(/<(script|style)\b.*?<\/\1>|<!--.*?-->|<[^>]+>/gs, '')
		.replace(/\s+/g, ' ')
		.trim();

/** What it finds on any page, as "path: what". */
const wrong = (pages: Sent[], find: (page: Sent) => string[]): string[] =>
	pages.flatMap((page) => find(page).map((what) => `${page.path}: ${what}`));

const links = (html: string) =>
	[...html.matchAll(/<a\b([^>]*)>(.*?)<\/a>/gs)].map(([, attributes = '', inside = '']) => ({
		href: /href="([^"]*)"/.exec(attributes)?.[1] ?? '',
		name: /aria-label="([^"]*)"/.exec(attributes)?.[1] ?? plain(inside),
		text: plain(inside)
	}));

test('every page has one title; every number is printed as it is rung, and is one that we know', async ({
	request
}) => {
	const pages = await sent(request);
	expect(wrong(pages, ({ html }) => (html.match(/<h1\b/g)?.length === 1 ? [] : ['titles']))).toEqual([]);
	const ringing = pages.flatMap(({ html }) => links(html).filter(({ href }) => /^(tel|sms):/.test(href)));
	expect(ringing.length).toBeGreaterThan(300);
	const known = new Set(numbers.map(({ how, number }) => `${how}:${number.replaceAll(' ', '')} as ${number}`));
	expect(ringing.map(({ href, text }) => `${href} as ${text}`).filter((one) => !known.has(one))).toEqual([]);
	for (const lang of languages) {
		const here = pages.filter((page) => page.lang === lang).flatMap(({ html }) => links(html).map(({ href }) => href));
		const read = nationsRead().filter((nation) => langsOf(nation).includes(lang));
		const wanted = numbers.filter((number) => read.some((nation) => rings(nation, number.nation)));
		expect(wanted.filter(({ how, number }) => !here.includes(`${how}:${number.replaceAll(' ', '')}`))).toEqual([]);
	}
	expect(wrong(pages, ({ html }) => held.filter((number) => plain(html).includes(number)))).toEqual([]);
	expect(wrong(pages, ({ html }) => plain(html).match(/[{}]|undefined|%\w+%/g) ?? [])).toEqual([]);
});

test('every fragment in another language says so, and which way it runs', async ({ request }) => {
	const pages = await sent(request);
	const root = ({ lang }: Sent) => `<html lang="${lang.slice(0, 2)}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`;
	expect(wrong(pages, (page) => (page.html.includes(root(page)) ? [] : ['lang of the page']))).toEqual([]);
	const translated = pages.filter(({ lang }) => ['cy', 'ar'].includes(lang));
	const beside = /<(\w+) class="english"([^>]*)>/g;
	const unsaid = ({ html }: Sent) =>
		[...html.matchAll(beside)].map(([all]) => all).filter((tag) => !/lang="en" dir="ltr"/.test(tag));
	expect(wrong(translated, unsaid)).toEqual([]);
	expect(translated.flatMap(({ html }) => [...html.matchAll(beside)]).length).toBeGreaterThan(100);
	// Words in Latin letters on an Arabic page, outside English fragments, names and addresses: none that run long.
	const left = ({ html }: Sent) =>
		plain(html.replace(/<(\w+)\b[^>]*(?:lang="(?:en|cy)"|dir="ltr")[^>]*>.*?<\/\1>/gs, ' ')).match(
			/[a-z]{2,}(?:[ ,]+[a-z]{2,}){3,}/gi
		) ?? [];
	expect(
		wrong(
			translated.filter(({ lang }) => lang === 'ar'),
			left
		)
	).toEqual([]);
	// English beside a translation holds no word of it: not even what a home calls its workers.
	const mixed = ({ html }: Sent) =>
		[...html.matchAll(/<(\w+) class="english"[^>]*>(.*?)<\/\1>/gs)]
			.map(([, , inside = '']) => plain(inside))
			.filter((text) => /\p{Script=Arabic}|gweithiwr/u.test(text));
	expect(wrong(translated, mixed)).toEqual([]);
});

test('a link says where it leads: one name, one place; nothing is to be found by its colour or its side', async ({
	request
}) => {
	const pages = await sent(request);
	const twice = ({ html }: Sent) => {
		const body = html.slice(html.indexOf('<main'));
		const places = Map.groupBy(
			links(body).filter(({ href }) => !href.startsWith('#')),
			({ name }) => name
		);
		return [...places]
			.map(([name, all]) => ({ name, to: [...new Set(all.map(({ href }) => href.split('#')[0]))] }))
			.filter(({ name, to }) => name === '' || to.length > 1)
			.map(({ name, to }) => `${name}: ${to.join(' ')}`);
	};
	expect(wrong(pages, twice)).toEqual([]);
	expect(pages.filter(({ html }) => !html.includes('<main')).map(({ path }) => path)).toEqual([]);
	const sight =
		/\b(red|green|blue|yellow|purple|orange|black|white|round|square) (button|box|card|link|sign|shape)\b|\b(on|to) the (left|right)\b|(above|below) this\b|botwm (coch|gwyrdd|glas)|ar y (chwith|dde)\b|الزر (الأحمر|الأخضر|الأزرق)|على (اليمين|اليسار)/giu;
	expect(wrong(pages, ({ html }) => plain(html).match(sight) ?? [])).toEqual([]);
});
