import { expect, test } from '../support/journey.ts';
import { walks } from '../support/screens.ts';
import { missedByTab } from '../support/tab-walk.ts';

for (const who of ['Robin', 'Jo', 'Pat'])
	test(`the Tab key comes to all that can be pressed, and is held nowhere: ${who}’s screens`, async ({
		home,
		page
	}) => {
		test.setTimeout(240_000);
		await page.goto('/');
		await page
			.locator('.demo-btn, .drawer')
			.filter({ hasText: new RegExp(`\\b${who}\\b`) })
			.first()
			.click();
		await page.locator('.mine h1, .places a').first().waitFor({ timeout: 30_000 });
		const walk = walks.find((one) => one.who === who);
		const wrong: Record<string, string[]> = {};
		for (const [screen, go] of (await walk?.screens(home)) ?? []) {
			await go(page);
			await page.locator('main h1').first().waitFor();
			await page.waitForLoadState('networkidle');
			const missed = await missedByTab(page);
			if (missed.length > 0) wrong[screen] = missed;
		}
		expect(wrong).toEqual({});
	});
