import type { Page } from '@playwright/test';
import { Asking, newChild } from '../support/asking.ts';
import { expect, test } from '../support/journey.ts';

/** Help and Hide for whoever holds a phone sideways, sees everything four times as large, or presses keys. */
const SIZES = [
	{ name: 'a phone held sideways', width: 740, height: 360 },
	{ name: '400 % of a small screen', width: 320, height: 256 },
	{ name: 'the narrowest phone', width: 320, height: 568 }
];
const BIG = ['', 'largest'];

async function bothAreInReach(page: Page): Promise<void> {
	for (const name of ['.btn-help', '.btn-hide']) {
		const button = page.locator(`.bar ${name}`);
		await expect(button).toBeInViewport({ ratio: 1 });
		const box = await button.boundingBox();
		expect(box?.height).toBeGreaterThanOrEqual(44);
		// Nothing lies over it.
		const top = await button.evaluate((node) => {
			const { left, top, width, height } = node.getBoundingClientRect();
			return node.contains(document.elementFromPoint(left + width / 2, top + height / 2));
		});
		expect(top).toBe(true);
	}
	expect(await page.evaluate(() => document.querySelector('.bar')?.getBoundingClientRect().height)).toBeLessThan(100);
	const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
	expect(await page.evaluate(sideways)).toBeLessThanOrEqual(0);
}

/** Every place that Tab comes to can be seen (WCAG 2.4.11): the bar does not lie over it. */
async function focusIsSeen(page: Page): Promise<void> {
	await page.evaluate(() => scrollTo(0, 0));
	const hidden: string[] = [];
	for (let presses = 0; presses < 25; presses++) {
		await page.keyboard.press(presses < 20 ? 'Tab' : 'Shift+Tab');
		const found = await page.evaluate(() => {
			const bar = document.querySelector('.bar');
			const on = document.activeElement;
			if (!bar || !on || on === document.body || bar.contains(on) || on.matches('.skip')) return '';
			const { top, bottom } = on.getBoundingClientRect();
			const isUnder = bottom <= bar.getBoundingClientRect().bottom || top >= innerHeight;
			return isUnder ? on.outerHTML.slice(0, 120) : '';
		});
		if (found) hidden.push(found);
	}
	expect(hidden).toEqual([]);
}

for (const { name, ...size } of SIZES) {
	test(`Help and Hide stay in reach: ${name}`, async ({ child, page }) => {
		test.setTimeout(180_000);
		await page.setViewportSize(size);
		for (const text of BIG) {
			// As who uses this device chose it: put on the page by hand, it is taken off again whenever a look is put on.
			await page.addInitScript((size) => localStorage.setItem('sayso.look', JSON.stringify({ text: size })), text);
			for (const path of ['/en/complain', '/ar/help', '/cy/guide', '/']) {
				await page.goto(path);
				await expect.poll(() => page.evaluate(() => document.documentElement.dataset['text'] ?? '')).toBe(text);
				await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
				await bothAreInReach(page);
			}
			await focusIsSeen(page);
			await child.openDemo('Robin');
			expect(await page.evaluate(() => document.documentElement.dataset['text'] ?? '')).toBe(text);
			await page.locator('main a[href="/my/drawer"]').click();
			for (const link of ['/my/look', '/my/privacy']) {
				await page.locator(`main a[href="${link}"]`).click();
				await expect(page).toHaveURL(new RegExp(`${link}$`));
				await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
				await bothAreInReach(page);
				await focusIsSeen(page);
				await page.goBack();
			}
			await page.locator('.bar .btn-hide').click();
			await child.seesDoor();
		}
	});
}

const shiftThrice = async (page: Page) => {
	for (let times = 0; times < 3; times++) await page.keyboard.press('Shift');
};
const told = (page: Page) => page.locator('[data-late]');

test('Shift three times hides a page for everyone; it is told how often still, and Back does not return', async ({
	page,
	child
}) => {
	await child.goToDoor();
	await page.goto('/en/held');
	await expect(page.getByRole('link', { name: 'Hide' })).toHaveAccessibleDescription('Shift 3 times hides, too.');
	await page.keyboard.press('Shift');
	await expect(told(page)).toHaveText('Press Shift 2 more times to hide.');
	await page.keyboard.press('Shift');
	await expect(told(page)).toHaveText('Press Shift 1 more time to hide.');
	await page.keyboard.press('Shift');
	await child.seesDoor();
	await page.goBack();
	await expect(page).not.toHaveURL(/held/);
});

test('Shift three times hides a drawer in the middle of writing: nothing is lost, and a capital letter hides nothing', async ({
	page,
	child
}) => {
	await child.openDemo('Robin');
	const asking = new Asking(child);
	await asking.begin();
	await asking.write('');
	const words = page.getByLabel('My words');
	await words.pressSequentially('A CAPITAL Q');
	await page.keyboard.press('Shift+A');
	await expect(words).toHaveValue(/A CAPITAL QA/);
	await shiftThrice(page);
	await child.seesDoor();
	await page.goBack();
	await child.seesDoor();
	await child.drawer('Robin').click();
	await child.seesToday('Robin');
	await asking.begin();
	await expect(page.getByLabel('My words')).toHaveValue(/A CAPITAL QA/);
});

for (const how of ['a press', 'Shift'])
	test(`a dialog is no wall: ${how} hides also from there`, async ({ home, page, child }) => {
		await newChild(home, child);
		await new Asking(child).ask('Food');
		await page.getByRole('button', { name: 'Take it back' }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		const box = await page.locator('.bar .btn-hide').boundingBox();
		if (how === 'Shift') await shiftThrice(page);
		else await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
		await child.seesDoor();
	});

test('Shift three times at the door, and on an adult’s screen, does what its button does', async ({
	page,
	child,
	adult
}) => {
	await child.goToDoor();
	await page.evaluate(() => Object.assign(window, { before: true }));
	await shiftThrice(page);
	const stands = () => page.evaluate(() => 'before' in window).catch(() => true); // while it goes there, nothing can be asked
	await expect.poll(stands).toBe(false); // the door stands there anew
	await child.seesDoor();
	const jo = await adult('Jo');
	await jo.page.getByRole('button', { name: 'Lock' }).focus();
	await expect(jo.page.getByText('Shift 3 times hides, too.')).toBeAttached();
	await shiftThrice(jo.page);
	await expect(jo.page).toHaveURL(/\/$/);
	await jo.page.goBack();
	await expect(jo.page).not.toHaveURL(/\/(work|home)/);
});
