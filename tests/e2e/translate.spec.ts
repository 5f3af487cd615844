import type { Page } from '@playwright/test';
import { Asking } from '../support/asking.ts';
import { expect, test } from '../support/journey.ts';

test.use({ serviceWorkers: 'allow' });

/** What a browser does that puts a page into another language: each piece of text goes into nodes of its own. */
const translate = (page: Page) =>
	page.evaluate(() => {
		const walker = document.createTreeWalker(document.querySelector('#main') ?? document.body, NodeFilter.SHOW_TEXT);
		const texts: Text[] = [];
		while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
		for (const text of texts.filter(({ data }) => data.trim() !== '')) {
			const [outer, inner] = [document.createElement('font'), document.createElement('font')];
			inner.textContent = text.data;
			outer.append(inner);
			text.replaceWith(outer);
		}
	});

test('law 10: the words of a drawer are never sent away to be translated; pages for everyone may be', async ({
	child,
	page
}) => {
	const html = page.locator('html');
	const meta = page.locator('meta[name="google"][content="notranslate"]');
	for (const path of ['/en/help', '/ar/held', '/en/booklet', '/en/find']) {
		await page.goto(path);
		await expect(html).toHaveAttribute('translate', 'yes');
		await expect(meta).toHaveCount(0);
	}
	for (const path of ['/', '/join', '/here', '/work/sign-in']) {
		await page.goto(path);
		await expect(html).toHaveAttribute('translate', 'no');
		await expect(meta).toHaveCount(1);
	}
	await child.openDemo('Robin');
	await expect(html).toHaveAttribute('translate', 'no');
	await child.losesSignal();
	await page.goto('/my'); // the page that stands in for all of a drawer
	await expect(html).toHaveAttribute('translate', 'no');
	await expect(meta).toHaveCount(1);
});

test('law 3: where a browser translates all the same, no page says two things about who reads it', async ({
	child,
	page
}) => {
	await child.openDemo('Robin');
	const asking = new Asking(child);
	await asking.begin();
	await asking.write('My bike');
	await page.getByRole('button', { name: 'Next: who gets it' }).click();
	await page.getByRole('button', { name: 'Next: look and send' }).click();
	await expect(page.getByRole('heading', { name: 'Ready to send?' })).toBeVisible();
	const main = page.locator('#main');
	const [tells, gives] = [/It says only that you are waiting/, /\w+ can read it too/];
	await expect(main).toContainText(tells);
	await translate(page);
	await page.locator('input[value="give"]').check({ force: true });
	await expect(main).toContainText(gives);
	await expect(main).not.toContainText(tells);
	await translate(page);
	await page.locator('input[value="tell"]').check({ force: true });
	await expect(main).toContainText(tells);
	await expect(main).not.toContainText(gives);
});
