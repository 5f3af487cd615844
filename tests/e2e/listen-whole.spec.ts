import { faults, hasQuickVoice, heardOn, seenOn } from '../support/heard.ts';
import { expect, test } from '../support/journey.ts';
import { walks } from '../support/screens.ts';

test('whatever can be seen on a child’s screens can be heard, once', async ({ home, child, page }) => {
	test.setTimeout(240_000);
	await hasQuickVoice(page);
	await child.openDemo('Robin');
	const robin = walks.find(({ name }) => name === 'robin');
	const wrong: Record<string, string[]> = {};
	for (const [screen, go] of (await robin?.screens(home)) ?? []) {
		await go(page);
		await page.locator('.btn-listen').waitFor();
		await page.waitForLoadState('networkidle');
		const found = faults(await seenOn(page), await heardOn(page));
		if (found.length > 0) wrong[screen] = found;
	}
	expect(wrong).toEqual({});
});
