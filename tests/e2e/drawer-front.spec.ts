import { expect, test } from '../support/journey.ts';
import { newChild } from '../support/asking.ts';

test('a child changes the front of their drawer: the door shows it, on this device', async ({ home, child, page }) => {
	await home.as('pat');
	await newChild(home, child, ['Jo']);
	await page.locator('main a[href="/my/drawer"]').click();
	await page.getByRole('link', { name: 'The front of my drawer' }).click();
	await page.getByLabel('Name on your drawer').fill('');
	await page.getByRole('button', { name: 'Keep it' }).click();
	await expect(page.getByLabel('Name on your drawer')).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabel('Name on your drawer').fill('Comet');
	await page.getByRole('button', { name: 'Squares, blue' }).click();
	await page.getByRole('button', { name: 'Keep it' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'My drawer' })).toBeVisible();
	await page.getByRole('button', { name: 'Lock my drawer' }).click();
	await child.seesDoor();
	await expect(child.drawer('Comet')).toBeVisible();
	await child.drawer('Comet').click();
	await expect(child.part('Our time')).toBeVisible();
});
