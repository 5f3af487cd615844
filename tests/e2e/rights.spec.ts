import { readdirSync } from 'node:fs';
import { languages } from '../../src/lib/i18n/languages.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

const PAGES = readdirSync('src/content/england/en').map((file) => file.replace('.md', ''));
test.describe('with no JavaScript', () => {
	test.use({ javaScriptEnabled: false });

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

test(
	'with no network, all of it is there after one visit: every page in every language',
	{ tag: '@kept' },
	async ({ child, page }) => {
		await page.goto('/en/help');
		await child.losesSignal();
		const paths = languages.flatMap((lang) => [...PAGES, 'find', 'booklet'].map((name) => `/${lang}/${name}`));
		const missing = await page.evaluate(async (all) => {
			const kept = async (path: string) =>
				(await (await fetch(path)).text()).match(/<h1\b/g)?.length === 1 ? '' : path;
			return (await Promise.all(all.map(kept))).filter((path) => path !== '');
		}, paths);
		expect(missing).toEqual([]);
		const again = await page.evaluate(async () => {
			const path = (one: Request | Response) => new URL(one.url).pathname;
			const cache = await caches.open((await caches.keys())[0] ?? '');
			const lasts = async (one: Request) =>
				/immutable/.test((await cache.match(one))?.headers.get('cache-control') ?? '');
			const kept = await Promise.all(
				(await cache.keys()).map(async (one) => ({ path: path(one), lasts: await lasts(one) }))
			);
			return kept.filter((one) => one.lasts !== one.path.startsWith('/_app/immutable/')).map((one) => one.path);
		});
		expect(again).toEqual([]); // what cannot change is never asked for again: a drawing would be read anew for each icon
		for (const path of ['cy/booklet', 'ar/help', 'en/find']) {
			await page.goto(`/${path}`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.getByRole('status').filter({ visible: true }).first()).toBeAttached();
		}
		await page.getByLabel('Type a word').fill('bully');
		await expect(page.getByText(/Found: \d/)).toBeVisible();
	}
);

test(
	'how much is kept stands there before it is fetched; where data costs money, only after a press',
	{ tag: '@kept' },
	async ({ page, browser, baseURL }) => {
		const told: string[] = [];
		const line = page.getByText(/Sayso will be kept on this device: about \d\.\d MB\. Then it needs no signal\./);
		await page.route('**/listen.js', async (route) => {
			told.push(String(await line.isVisible())); // the page has not loaded yet: nothing more was asked for
			await route.continue();
		});
		await page.goto('/en/guide');
		expect(told).toEqual(['true']);
		await expect(page.getByText('Kept on this device. It needs no signal.')).toBeVisible();

		const phone = await browser.newContext({ ...(baseURL && { baseURL }) });
		await phone.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
		const asked: string[] = [];
		phone.on('request', (request) => asked.push(new URL(request.url()).pathname));
		const saving = await phone.newPage();
		await saving.goto('/en/guide', { waitUntil: 'networkidle' });
		expect(asked.filter((path) => /service-worker|parcels/.test(path))).toEqual([]);
		await saving.getByRole('button', { name: 'Keep it on this device' }).click();
		await expect(saving.getByText('Kept on this device. It needs no signal.')).toBeVisible();
		expect(asked).toContain('/service-worker.js');
		await phone.close();
	}
);

test('a page is found by a word, and what is typed goes nowhere', async ({ page }) => {
	await page.goto('/en/find');
	const status = page.locator('[data-search] [role=status]');
	const asked: string[] = [];
	page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
	await page.getByLabel('Type a word').fill('OMBUDSMAN');
	await expect(status).toHaveText(/Found: \d/);
	await expect(page.locator('.found a:visible')).not.toHaveCount(0);
	expect(await page.locator('.found a:visible').count()).toBeLessThan(8);
	await page.getByLabel('Type a word').fill('zzzz');
	await expect(status).toHaveText('Nothing found. Try another word.');
	expect(asked.filter((one) => /POST|ombudsman|zzzz/i.test(one))).toEqual([]);
	expect(page.url()).toMatch(/\/en\/find$/);
	expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain('zzzz');
	await page.getByLabel('Type a word').fill('advocate');
	await page.getByRole('link', { name: 'Get an advocate' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Get an advocate');
});

test('a page prints: no bar, the hard words at its end, its numbers; letter and slip fit on one sheet', async ({
	page
}) => {
	await page.addInitScript(() =>
		Object.assign(window, { print: () => document.documentElement.setAttribute('data-printed', '') })
	);
	await page.goto('/en/complain');
	await page.getByRole('button', { name: 'Print this' }).click();
	await expect(page.locator('html[data-printed]')).toHaveCount(1);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.bar, nav, .kept, button:not(.word)').filter({ visible: true })).toHaveCount(0);
	await expect(page.getByRole('group', { name: 'Advocate' })).toBeVisible();
	await page.goto('/ar/help');
	await expect(page.locator('a[href="tel:08001111"]').first()).toBeVisible();
	await page.goto('/en/help'); // paper neither rings nor is a tablet
	await expect(page.getByText('You can ask to talk where nobody can hear you.')).toBeVisible();
	await expect(page.getByText('This tablet cannot ring.')).toBeHidden();
	await expect(page.getByText('Tap a number to ring.')).toBeHidden();
	for (const path of languages.flatMap((lang) => [`/${lang}/letter`, `/${lang}/slip`])) {
		await page.goto(path);
		expect(await page.locator('.write .rule').count(), path).toBeGreaterThan(5);
		const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
		expect(paper.match(/\/Type\s*\/Page\b/g)?.length, path).toBe(1);
	}
});

test('the whole guide on paper says where it can be read on a screen', async ({ page, baseURL }) => {
	await page.goto('/en/booklet');
	await expect(page.locator('.cover-qr svg path')).toHaveCount(1);
	await expect(page.getByText(`${baseURL}/en/guide`)).toBeVisible();
	expect(await page.locator('.chapter').count()).toBeGreaterThan(PAGES.length);
	const bare = page.locator('.chapter .leaf-part').filter({ hasNot: page.locator('p, li, .num') });
	await expect(bare).toHaveCount(0); // a heading with nothing under it
});

// One page of each kind, in each language and look; npm run bench:axe takes all of them in all looks. Each is a width further
// than the one before, and every third a size of text.
const WIDTHS = [320, 768, 1280];
const TEXTS = ['', 'large', 'largest'];
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
	? languages.flatMap((lang) =>
			LOOKS.flatMap((look) => [...PAGES, 'find', 'booklet'].map((name) => ({ lang, look, name })))
		)
	: sample.map((name, at) => ({ lang: languages[at % languages.length] ?? '', look: LOOKS[at % 3] ?? '', name }));

for (const lang of languages)
	test(`nothing is in the way of whoever reads with other eyes, in ${lang}`, async ({ page }) => {
		test.setTimeout(every ? 900_000 : 90_000);
		const wrong: string[] = [];
		const mine = walks.filter((one) => one.lang === lang);
		for (const [at, { name, look }] of mine.entries()) {
			const [width, text] = [WIDTHS[at % 3] ?? 320, TEXTS[(Math.floor(at / 3) + languages.indexOf(lang)) % 3] ?? ''];
			await page.setViewportSize({ width, height: 823 });
			await page.goto(`/${lang}/${name}`);
			await page.evaluate((worn) => Object.assign(document.documentElement.dataset, worn), { theme: look, text });
			await findsNothingWrong(page).catch((problem: Error) =>
				wrong.push(`${name}, ${look}, ${width} px, ${text}: ${problem.message}`)
			);
		}
		expect(wrong).toEqual([]);
		expect(mine.length).toBeGreaterThan(2);
		console.log(`${mine.length} pages in ${lang}`);
	});
