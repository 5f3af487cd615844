import { readdirSync } from 'node:fs';
import contacts from '../../src/content/contacts.json' with { type: 'json' };
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

const LANGS = ['en', 'en-easy', 'cy', 'ar'];
const PAGES = readdirSync('src/content/england/en').map((file) => file.replace('.md', ''));
const shown = contacts.filter(({ status }) => status !== 'hold');
const held = contacts.filter(({ status }) => status === 'hold').map(({ phone }) => phone ?? '');
const numbers = shown
	.flatMap(({ phone, text }) => [phone, text?.to])
	.map((number) => (number ?? '').replaceAll(' ', ''));

test.describe('with no JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const lang of LANGS)
		test(`every page can be read in ${lang}, and every number on it is one that we know`, async ({ page }) => {
			for (const name of [...PAGES, 'find', 'booklet']) {
				await page.goto(`/${lang}/${name}`);
				await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
				const links = page.locator('a[href^="tel:"], a[href^="sms:"]');
				const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
				expect(hrefs.filter((href) => !/^(tel|sms):\d{3,11}$/.test(href))).toEqual([]);
				expect(hrefs.map((href) => href.slice(4)).filter((number) => !numbers.includes(number))).toEqual([]);
				const text = await page.locator('#main').innerText();
				expect(held.filter((number) => text.includes(number))).toEqual([]);
				expect(text).not.toMatch(/[{}]|undefined/);
			}
		});

	test('each of the four parts that the law asks for is two presses from the door', async ({ page }) => {
		for (const part of [
			'What to expect here',
			'Support you should get',
			'If something is wrong',
			'How to get an advocate'
		]) {
			await page.goto('/');
			await page.getByRole('link', { name: 'Guide to my home' }).click();
			await page.getByRole('link', { name: part, exact: true }).click();
			await expect(page.getByRole('heading', { name: part })).toBeInViewport();
		}
	});

	test('a hard word tells what it means when it is pressed', async ({ page }) => {
		await page.goto('/en/complain');
		await page.getByRole('button', { name: 'advocate' }).click();
		const meaning = page.getByRole('group', { name: 'Advocate' });
		await expect(meaning).toContainText('They are on your side.');
		await meaning.getByRole('button', { name: 'Close' }).click();
		await expect(meaning).toBeHidden();
	});

	test('what there is to find stands there from A to Z, and all of it leads somewhere', async ({ page, request }) => {
		await page.goto('/en/find');
		await expect(page.getByLabel('Type a word')).toBeHidden();
		const ways = page.locator('.found a');
		expect(await ways.count()).toBeGreaterThan(80);
		const hrefs = await ways.evaluateAll((all) => all.map((way) => way.getAttribute('href') ?? ''));
		for (const page of new Set(hrefs.map((href) => href.split('#')[0] ?? '')))
			expect((await request.get(page)).status()).toBe(200);
	});
});

test('with no network, all of it is there after one visit', async ({ child, page }) => {
	await page.goto('/en/help');
	await child.losesSignal();
	for (const path of [
		'en/guide',
		'en-easy/complain',
		'cy/people',
		'ar/help',
		'en/letter',
		'ar/words',
		'cy/booklet',
		'en/find'
	]) {
		await page.goto(`/${path}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await page.getByLabel('Type a word').fill('bully');
	await expect(page.getByRole('status')).toHaveText(/Found: \d/);
});

test('a page is found by a word, and what is typed goes nowhere', async ({ page }) => {
	await page.goto('/en/find');
	const asked: string[] = [];
	page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
	await page.getByLabel('Type a word').fill('OMBUDSMAN');
	await expect(page.getByRole('status')).toHaveText(/Found: \d/);
	await expect(page.locator('.found a:visible')).not.toHaveCount(0);
	expect(await page.locator('.found a:visible').count()).toBeLessThan(8);
	await page.getByLabel('Type a word').fill('zzzz');
	await expect(page.getByRole('status')).toHaveText('Nothing found. Try another word.');
	expect(asked.filter((one) => /POST|ombudsman|zzzz/i.test(one))).toEqual([]);
	expect(page.url()).toMatch(/\/en\/find$/);
	expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain('zzzz');
	await page.getByLabel('Type a word').fill('advocate');
	await page.getByRole('link', { name: 'Get an advocate' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Get an advocate');
});

test('a page prints: no bar, the hard words at its end, the letter with lines to write on', async ({ page }) => {
	await page.addInitScript(() =>
		Object.assign(window, { print: () => document.documentElement.setAttribute('data-printed', '') })
	);
	await page.goto('/en/complain');
	await page.getByRole('button', { name: 'Print this' }).click();
	await expect(page.locator('html[data-printed]')).toHaveCount(1);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.bar')).toBeHidden();
	await expect(page.getByRole('group', { name: 'Advocate' })).toBeVisible();
	await page.goto('/en/letter');
	expect(await page.locator('.write .rule').count()).toBeGreaterThan(10);
});

test('the whole guide on paper says where it can be read on a screen', async ({ page, baseURL }) => {
	await page.goto('/en/booklet');
	await expect(page.locator('.cover-qr svg path')).toHaveCount(1);
	await expect(page.getByText(`${baseURL}/en/guide`)).toBeVisible();
	expect(await page.locator('.chapter').count()).toBeGreaterThan(PAGES.length);
});

// One page of each kind, in each language and look; npm run bench:axe takes all of them in all looks.
const LOOKS = ['light', 'night', 'contrast'];
const every = process.env['EVERY_PAGE'] === '1';
const sample = [
	'help',
	'guide',
	'complain',
	'words',
	'letter',
	'find',
	'night',
	'people',
	'booklet',
	'about',
	'held',
	'rights'
];
const walks = every
	? LANGS.flatMap((lang) =>
			LOOKS.flatMap((look) => [...PAGES, 'find', 'booklet'].map((name) => ({ lang, look, name })))
		)
	: sample.map((name, at) => ({ lang: LANGS[at % 4] ?? '', look: LOOKS[at % 3] ?? '', name }));

for (const lang of LANGS)
	test(`nothing is in the way of whoever reads with other eyes, in ${lang}`, async ({ page }) => {
		test.setTimeout(every ? 900_000 : 90_000);
		for (const { name, look } of walks.filter((one) => one.lang === lang)) {
			await page.goto(`/${lang}/${name}`);
			await page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), look);
			await test.step(`${name}, ${look}`, () => findsNothingWrong(page));
		}
	});
