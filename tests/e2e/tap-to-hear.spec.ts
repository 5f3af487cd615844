import type { Locator, Page } from '@playwright/test';
import { newChild, viewOf } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { inMyDrawer } from '../support/child.ts';
import { hasQuickVoice, hasSlowVoice } from '../support/heard.ts';
import { expect, test } from '../support/journey.ts';

const stage = (page: Page) => page.locator('.stage');
const said = (page: Page) => page.evaluate(() => Reflect.get(window, 'said') as string[]);
const isSpeaking = (page: Page) => page.evaluate(() => speechSynthesis.speaking);

/** From now on the first tap says it, in this drawer. */
async function hearsFirst(page: Page): Promise<void> {
	await inMyDrawer(page, 'Look, language and lock');
	await page.getByRole('button', { name: 'The first tap says it' }).click();
	await expect(stage(page)).toBeVisible();
}

/** Once to hear it, which leads nowhere; and once more. */
async function taps(page: Page, thing: Locator): Promise<void> {
	const words = await thing.innerText();
	const before = page.url();
	await thing.click();
	await expect(stage(page)).toContainText(words.split('\n')[0] ?? '');
	await expect(thing).toHaveClass(/heard/);
	expect(page.url()).toBe(before);
	await thing.click();
	await expect(thing.and(page.locator('.heard'))).toHaveCount(0);
}

test('the first tap says it and picks nothing, the second picks it: a wish is sent without a letter', async ({
	home,
	child,
	page
}) => {
	test.setTimeout(120_000);
	await hasQuickVoice(page);
	const id = await newChild(home, child);
	await hearsFirst(page);
	await taps(page, page.locator('.crumb .back'));
	await taps(page, page.locator('#main a[href="/my/ask"]'));
	await taps(page, page.getByRole('button', { name: 'I have read this' }));

	const school = page.locator('.tile', { hasText: 'School' });
	await school.click();
	await expect(stage(page)).toContainText('School');
	expect((await said(page)).at(-1)).toBe('School');
	await expect(school).toHaveAttribute('aria-pressed', 'false');
	await findsNothingWrong(page);
	await school.click();
	await expect(school).toHaveAttribute('aria-pressed', 'true');
	await school.click(); // it says what it is now, and stays so
	await expect.poll(async () => (await said(page)).slice(-2)).toEqual(['School', 'Picked']);
	await expect(school).toHaveAttribute('aria-pressed', 'true');

	await taps(page, page.locator('#main .btn-go'));
	const jo = page.locator('label.facepick', { hasText: 'Jo' }).first();
	const wasOn = await jo.locator('input').isChecked();
	await jo.click();
	expect(await jo.locator('input').isChecked()).toBe(wasOn);
	await jo.click();
	expect(await jo.locator('input').isChecked()).toBe(!wasOn);
	await taps(page, jo);
	expect(await jo.locator('input').isChecked()).toBe(wasOn);
	await taps(page, page.locator('#main .btn-go'));
	await page.locator('#main .btn-say').click();
	await stage(page).getByRole('button').click(); // the same as the second tap
	await expect(page).toHaveURL(/\/my\/story$/);
	await expect(async () => {
		const { items } = await viewOf(home, 'jo');
		expect(items.filter(({ child_id }) => child_id === id).map(({ symbol }) => symbol)).toEqual(['school']);
	}).toPass({ timeout: 20_000 });
});

test('by keys too: Enter says it first, then does it', async ({ child, page }) => {
	await hasQuickVoice(page);
	await child.openDemo('Robin');
	await hearsFirst(page);
	await page.locator('.crumb .back').focus();
	await page.keyboard.press('Enter');
	await expect(stage(page)).toContainText('Today');
	await expect(page).toHaveURL(/\/my\/look$/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/my$/);
});

test('Hide and Help act at once; nothing is left of what was heard, and nothing goes on speaking', async ({
	child,
	page
}) => {
	await hasSlowVoice(page);
	await child.openDemo('Robin');
	await hearsFirst(page);
	const night = page.getByRole('button', { name: 'Night' });
	await night.click();
	await expect(stage(page)).toContainText('Night');
	expect(await isSpeaking(page)).toBe(true);
	await page.getByRole('link', { name: 'Help now' }).click();
	await expect(page).toHaveURL(/\/my\/help$/);
	expect(await isSpeaking(page)).toBe(false);
	await expect(stage(page)).not.toContainText('Night');
	await page.locator('#main h1').click(); // words that are no press are read
	expect(await isSpeaking(page)).toBe(true);
	const after = await page.evaluate(() => {
		document.querySelector<HTMLElement>('.btn-hide')?.click();
		return Promise.resolve().then(() => speechSynthesis.speaking);
	});
	expect(after).toBe(false);
	await child.seesDoor();
	await expect(stage(page)).toHaveCount(0); // it was this drawer's
});

test('where it is off, one tap does it; on a device that cannot speak, it is still shown large', async ({
	child,
	page
}) => {
	await child.openDemo('Robin');
	await expect(stage(page)).toHaveCount(0);
	await hearsFirst(page);
	await expect(stage(page)).toContainText('You see it here, large.');
	const night = page.getByRole('button', { name: 'Night' });
	await night.click();
	await expect(stage(page)).toContainText('Night');
	await expect(night).toHaveAttribute('aria-pressed', 'false');
	await taps(page, page.getByRole('button', { name: 'One tap does it' }));
	await expect(stage(page)).toHaveCount(0);
	await night.click();
	await expect(night).toHaveAttribute('aria-pressed', 'true');
});

test('whoever picks up the home’s tablet can have it so; a drawer keeps what was chosen in it', async ({
	child,
	page
}) => {
	await hasQuickVoice(page);
	await child.openDemo('Robin');
	await inMyDrawer(page, 'Look, language and lock');
	await page.getByRole('button', { name: 'Light' }).click();
	await page.getByRole('link', { name: 'Hide' }).click();
	await child.seesDoor();
	await page.locator('button:has(use[href$="#colours"])').click();
	await page.getByRole('button', { name: 'The first tap says it' }).click();
	await taps(page, page.locator('#main .btn-go'));
	await page.reload();
	await expect(stage(page)).toBeVisible();
	await taps(page, child.drawer('Robin'));
	await child.seesToday('Robin');
	await expect(stage(page)).toHaveCount(0);
});
