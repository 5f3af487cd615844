import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { langsOf, nationsRead } from '../../src/content/read.ts';
import { slugOf } from '../../src/content/nations.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

const PAGES = [...readdirSync('src/content/england/en').map((file) => file.replace('.md', '')), 'find', 'booklet'];
const others = nationsRead().filter((nation) => nation !== 'england');
const choice = (page: Page) => page.getByRole('navigation', { name: 'Where is your home?' });
const kept = (page: Page) => page.getByText('Kept on this device. It needs no signal.');

test.describe('with no JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('whose guide it is stands above each page, and each of the four is one press away', async ({ page }) => {
		await page.goto('/en/rights');
		await expect(choice(page).getByRole('link')).toHaveText(['England', 'Wales', 'Scotland', 'Northern Ireland']);
		await expect(choice(page).locator('[aria-current]')).toHaveText('England');
		await choice(page).getByRole('link', { name: 'Wales' }).click();
		await expect(page).toHaveURL(/\/en\/wales\/rights$/);
		await expect(choice(page).locator('[aria-current]')).toHaveText('Wales');
		await expect(page.getByText('This is for homes in Wales.')).toBeVisible();
		await page.getByRole('link', { name: 'How to complain' }).first().click();
		await expect(page).toHaveURL(/\/en\/wales\/complain$/);
		await page.getByRole('link', { name: 'Help now' }).first().click();
		await expect(page).toHaveURL(/\/en\/wales\/help$/);
		await choice(page).getByRole('link', { name: 'England' }).click();
		await expect(page).toHaveURL(/\/en\/help$/);
	});

	test('help needs no choice: the number comes first, and then whose guide it is', async ({ page }) => {
		await page.goto('/en/help');
		const [ring, where] = [page.getByRole('link', { name: 'Ring 999' }), choice(page)];
		const top = async (one: typeof where) => (await one.boundingBox())?.y ?? 0;
		expect(await top(ring)).toBeLessThan(await top(where));
		await expect(page.locator('a[href="tel:08001111"]')).toBeVisible();
	});

	test('a nation that nobody knows has no page, and England’s pages have one address', async ({ request }) => {
		for (const path of ['/en/atlantis/help', '/en/england/help', '/en/wales', '/en/wales/nothing'])
			expect((await request.get(path)).status(), path).toBe(404);
	});
});

test('what was chosen is kept on the device, and the ways from the door lead there', async ({ page }) => {
	await page.goto('/en/guide');
	await choice(page).getByRole('link', { name: 'Wales' }).click();
	await expect(page).toHaveURL(/\/en\/wales\/guide$/);
	await page.goto('/');
	await page.getByRole('link', { name: 'Get an advocate' }).click();
	await expect(page).toHaveURL(/\/en\/wales\/advocate$/);
	await page.goto('/join');
	await page.getByRole('link', { name: 'Help now' }).click();
	await expect(page).toHaveURL(/\/en\/wales\/help$/);
	await choice(page).getByRole('link', { name: 'England' }).click();
	await page.goto('/');
	await page.getByRole('link', { name: 'Guide to my home' }).click();
	await expect(page).toHaveURL(/\/en\/guide$/);
	expect(await page.evaluate(() => localStorage.getItem('sayso.look'))).not.toContain('wales');
});

test('where somebody reads Welsh, and the nation has no Welsh pages, English ones open', async ({ page }) => {
	await page.addInitScript(() => localStorage.setItem('sayso.look', '{"lang":"cy","nation":"scotland"}'));
	await page.goto('/');
	await page.locator('a[href="/cy/help"]').click();
	await expect(page).toHaveURL(/\/en\/scotland\/help$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help now');
});

test(
	'with no network, the chosen guide is there in every language, and no other was fetched',
	{ tag: '@kept' },
	async ({ child, page }) => {
		const asked: string[] = [];
		page.context().on('request', (request) => asked.push(new URL(request.url()).pathname));
		await page.goto('/en/help');
		await expect(kept(page)).toBeVisible();
		expect(asked.filter((path) => /wales|scotland|northern-ireland/.test(path))).toEqual([]);
		await choice(page).getByRole('link', { name: 'Wales' }).click();
		await expect(page).toHaveURL(/\/en\/wales\/help$/);
		await expect(kept(page)).toBeVisible({ timeout: 30_000 });
		expect(asked.filter((path) => /parcels\/.*(scotland|northern-ireland)/.test(path))).toEqual([]);
		await child.losesSignal();
		await page.reload(); // out of what this device keeps
		const paths = langsOf('wales').flatMap((lang) => PAGES.map((name) => `/${lang}/wales/${name}`));
		const missing = await page.evaluate(async (all) => {
			const kept = async (path: string) =>
				(await (await fetch(path)).text()).match(/<h1\b/g)?.length === 1 ? '' : path;
			return (await Promise.all(all.map((path) => kept(path).catch(() => path)))).filter((path) => path !== '');
		}, paths);
		expect(missing).toEqual([]);
		await page.goto('/cy/wales/complain');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sut i gwyno');
		await page.goto('/en/rights'); // England’s is there too
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('My rights');
		await page.goto('/en/scotland/rights'); // which nobody opened here
		await expect(page).toHaveURL(/\/en\/help$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help now');
	}
);

for (const [path, look] of [
	['/en/wales/complain', 'night'],
	['/ar/scotland/rights', 'contrast'],
	['/en-easy/northern-ireland/help', 'light'],
	['/cy/wales/booklet', 'light']
] as const)
	test(`nothing is in the way of whoever reads ${path} with other eyes`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 823 });
		await page.goto(path);
		await page.evaluate((worn) => Object.assign(document.documentElement.dataset, worn), { theme: look });
		await findsNothingWrong(page);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	});

test('every page of every nation is there, and its ways stay in its nation', async ({ request }) => {
	for (const nation of others)
		for (const lang of langsOf(nation))
			for (const name of PAGES) {
				const path = `/${lang}/${slugOf(nation)}/${name}`;
				const answer = await request.get(path);
				expect(answer.status(), path).toBe(200);
				const html = await answer.text();
				const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
				const ways = [...body.matchAll(/<a\b[^>]*href="(\/[\w-]+\/[^"]*)"(?![^>]*data-nation)/g)].map(
					([, to = '']) => to
				);
				expect(ways.length, path).toBeGreaterThan(3);
				expect(
					ways.filter((to) => !to.split('#')[0]?.includes(`/${slugOf(nation)}/`)),
					path
				).toEqual([]);
			}
});
