import type { Page } from '@playwright/test';
import { Adult } from '../support/adult.ts';
import { Asking, newChild, seenBy } from '../support/asking.ts';
import { Child } from '../support/child.ts';
import { expect, test } from '../support/journey.ts';

/** What the oldest browsers that Sayso promises do not have, though a new Chromium does. */
const asTheOldest = (page: Page) =>
	page.addInitScript(() => {
		const { prototype: text } = String;
		for (const name of ['toWellFormed', 'isWellFormed']) Reflect.deleteProperty(text, name);
		for (const owner of [Map, Object]) Reflect.deleteProperty(owner, 'groupBy');
		for (const name of ['checkVisibility', 'showPopover', 'popover'])
			for (const owner of [Element, HTMLElement]) Reflect.deleteProperty(owner.prototype, name);
		for (const name of ['withResolvers', 'try']) Reflect.deleteProperty(Promise, name);
		for (const name of ['union', 'difference', 'isSubsetOf']) Reflect.deleteProperty(Set.prototype, name);
		for (const name of ['any', 'timeout']) if (name === 'any') Reflect.deleteProperty(AbortSignal, name);
		Reflect.deleteProperty(window, 'Iterator');
		Reflect.deleteProperty(URL, 'canParse');
	});

test('in the oldest browser a child asks for something, and it is sent', async ({ home, child, page }) => {
	await asTheOldest(page);
	const me = await newChild(home, child);
	await home.as('jo');
	await new Asking(child).ask('School', 'The bus is too early.');
	await expect(child.words('Sent')).toBeVisible({ timeout: 30_000 });
	expect((await seenBy(home, 'jo', me)).map(({ words }) => words)).toEqual(['The bus is too early.']);
});

test('in the oldest browser a press on a marked word leads to what it means', async ({ page }) => {
	await asTheOldest(page);
	await page.goto('/en/rights');
	const word = page.locator('main [popovertarget]').first();
	const meaning = page.locator(`#${await word.getAttribute('popovertarget')}`);
	await meaning.evaluate((one) => one.removeAttribute('popover')); // as a browser sees it that does not know the word
	await expect(meaning).not.toBeInViewport();
	await word.click();
	await expect(meaning).toBeInViewport();
});

/** A browser from before. */
const older = () => void Reflect.deleteProperty(Array.prototype, 'toSorted');
const says = {
	en: 'too old for Sayso',
	'en-easy': 'too old for Sayso',
	cy: 'rhy hen i Sayso',
	ar: 'قديم جدًا على Sayso'
};

test.describe('a browser that is older than all of those', () => {
	for (const [lang, words] of Object.entries(says)) {
		test(`is told so, and led to help and the guide (${lang})`, async ({ browser, baseURL }) => {
			const context = await browser.newContext(baseURL ? { baseURL } : {});
			const page = await context.newPage();
			await page.addInitScript(older);
			await page.addInitScript((kept) => localStorage.setItem('sayso.look', JSON.stringify({ lang: kept })), lang);
			for (const path of ['/', '/my', '/join']) {
				await page.goto(path);
				await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
			}
			const note = page.locator('.too-old');
			expect(await note.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
				`/${lang}/help`,
				`/${lang}/guide`
			]);
			await note.locator('a').first().click();
			await expect(page).toHaveURL(new RegExp(`/${lang}/help$`));
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.locator('.too-old')).toHaveCount(0);
			await context.close();
		});
	}
});

test.describe('whatever goes wrong after a press', () => {
	test('is said, and the button is free again', async ({ home, browser, baseURL }) => {
		const context = await browser.newContext(baseURL ? { baseURL } : {}); // not watched: here errors are thrown on purpose
		const page = await context.newPage();
		const child = new Child(page);
		const me = await newChild(home, child);
		const asking = new Asking(child);
		const words = 'More noodles, please.';
		await asking.begin();
		await asking.pick('Food');
		await asking.write(words);
		await asking.toSend();
		// For these words only: whatever is drawn meanwhile, when a view comes, is trimmed as ever.
		await page.evaluate((theirs) => {
			const real = String.prototype.trim;
			Object.assign(window, { mend: () => Object.assign(String.prototype, { trim: real }) });
			String.prototype.trim = function () {
				if (String(this) === theirs) throw new TypeError('not in this browser');
				return real.call(this);
			};
		}, words);
		const send = page.getByRole('button', { name: /^Send to/ });
		await send.click();
		await expect(page.getByRole('alert').filter({ hasText: 'That did not work. Try once more.' })).toBeVisible();
		await expect(send).not.toHaveAttribute('aria-disabled', 'true');
		await page.evaluate(() => Reflect.get(window, 'mend')());
		await send.click();
		await expect(page).toHaveURL(/\/my\/story$/);
		await expect(page.getByText('That did not work.')).toHaveCount(0);
		await expect.poll(async () => (await seenBy(home, 'jo', me)).length, { timeout: 30_000 }).toBe(1);
		await context.close();
	});

	test('on a form of an adult, too', async ({ browser, baseURL }) => {
		const context = await browser.newContext(baseURL ? { baseURL } : {});
		const jo = new Adult(await context.newPage());
		await jo.enter('Jo');
		await jo.go('Codes');
		await jo.page.evaluate(() => {
			const real = crypto.getRandomValues.bind(crypto);
			Object.assign(window, { mend: () => Object.assign(crypto, { getRandomValues: real }) });
			crypto.getRandomValues = () => {
				throw new TypeError('not in this browser');
			};
		});
		await jo.page.getByLabel('Who is it for?').selectOption({ index: 1 });
		await jo.press('Make a code');
		await expect(jo.page.getByRole('alert').filter({ hasText: 'That did not work.' })).toBeVisible();
		await jo.page.evaluate(() => Reflect.get(window, 'mend')());
		await jo.press('Make a code');
		await expect(jo.page.getByText(/^A code for/)).toBeVisible();
		await context.close();
	});
});
