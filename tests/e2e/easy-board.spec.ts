import { newChild } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { inMyDrawer } from '../support/child.ts';
import { expect, test } from '../support/journey.ts';

test('Easy Read in a drawer: words of 24 dots, six pictures at once, and each of them a press or more away', async ({
	home,
	child,
	page
}) => {
	await newChild(home, child);
	await page.locator('#main a[href="/my/ask"]').click();
	await page.getByRole('button', { name: 'I have read this' }).click();
	const board = page.getByRole('group').first();
	await page.getByRole('button', { name: 'More pictures' }).click();
	await expect(board.locator('.tile').nth(20)).toBeVisible();
	const all = await board.locator('.tile').allInnerTexts();
	await page.getByRole('link', { name: 'Today' }).click();
	await inMyDrawer(page, 'Look, language and lock');
	await page.getByRole('button', { name: 'Easy Read' }).click();
	await page.locator('.crumb .back').click();
	await page.locator('#main a[href="/my/ask"]').click();
	await expect(board.locator('.tile')).toHaveCount(7); // six, and "I do not know"
	await expect(page.locator('body')).toHaveCSS('font-size', '24px');
	await findsNothingWrong(page);
	const seen = new Set<string>();
	for (let turn = 0; turn < Math.ceil(all.length / 6); turn++) {
		const tiles = await board.locator('.tile').allInnerTexts();
		expect(tiles.length).toBeLessThanOrEqual(7); // six, and "I do not know"
		for (const tile of tiles) seen.add(tile);
		await page.getByRole('button', { name: 'More pictures' }).click();
	}
	expect(seen.size).toBe(all.length);
	await expect(board.locator('.tile').first()).toHaveText(all[0] ?? '');
});
