import { expect, test } from '../support/journey.ts';

test('by keys a board is one stop, the arrows go from picture to picture, and help is near', async ({
	child,
	page
}) => {
	await child.openDemo('Robin');
	await page.getByRole('link', { name: 'Hide' }).click();
	await child.seesDoor();
	await expect(child.drawer('Robin')).toBeVisible();
	let presses = 0;
	const press = async (key: string) => {
		presses++;
		await page.keyboard.press(key);
	};
	/** As far as the Tab key has to go, and Enter. */
	const enter = async (selector: string) => {
		const isThere = () => page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector);
		for (let left = 30; left > 0 && !(await isThere()); left--) await press('Tab');
		await press('Enter');
	};
	await enter('button.drawer');
	await child.seesToday('Robin');
	await expect(page.locator('#key-workers')).toBeVisible();
	await enter('#main a[href="/my/ask"]');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is it about?');
	const toBoard = presses;
	await enter('section[aria-labelledby=hard] .tile');
	await expect(page).toHaveURL(/\/my\/ask\/who$/); // "Someone hurt me" asks first who should know
	expect(presses - toBoard).toBeLessThanOrEqual(8);
	expect(presses).toBeLessThanOrEqual(26); // from the door, past all that came back

	await page.goBack();
	const tiles = page.locator('#main .board').first().locator('.tile');
	await tiles.first().focus();
	await page.keyboard.press('ArrowRight');
	await expect(tiles.nth(1)).toBeFocused();
	await expect(page.getByText('The arrow keys go to the others.').first()).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await expect(tiles.nth(4)).toBeFocused();
	await page.keyboard.press('Home');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'More pictures' })).toBeFocused();
	const before = await tiles.count();
	await page.keyboard.press('Enter');
	await expect(tiles.nth(before - 2)).toBeFocused(); // the first that came, before the two that stay last
	await page.keyboard.press('Home');
	await expect(tiles.first()).toBeFocused();
});
