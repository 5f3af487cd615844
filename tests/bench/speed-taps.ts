import type { Page } from '@playwright/test';

interface Tapped {
	what: string;
	took: number;
}

/** Forty taps as a child makes them: into each screen, what can be picked there, and back to Today. */
export async function walk(page: Page): Promise<Tapped[]> {
	const tapped: Tapped[] = [];
	const press = async (what: string, selector: string, at: number, stands: () => Promise<number>) => {
		const target = page.locator(selector).filter({ visible: true }).nth(at);
		await target.scrollIntoViewIfNeeded();
		await page.evaluate(() => (window.seen.taps = []));
		await target.click();
		const stood = await stands();
		await page.waitForTimeout(700);
		const painted = await page.evaluate(() => Math.max(0, ...window.seen.taps.map(({ took }) => took)));
		tapped.push({ what, took: Math.round(Math.max(painted, stood)) });
	};
	const tap = (what: string, selector: string, at = 0) => press(what, selector, at, async () => 0);
	/** To another screen: until it stands, which may be long after the press was painted. */
	const go = (what: string, selector: string) =>
		press(what, selector, 0, async () => {
			await page.waitForFunction(() => window.seen.stood > 0);
			return page.evaluate(() => window.seen.stood);
		});
	const home = () => go('back to Today', '.crumb .back');
	for (const way of ['guide', 'advocate']) {
		await go(`to ${way}`, `.foot-links a[href="/my/${way}"]`);
		await home();
	}
	await go('to my drawer', '#main a[href="/my/drawer"]');
	for (const way of ['shared', 'privacy', 'devices', 'look']) {
		await go(`to ${way}`, `#main a[href="/my/${way}"]`);
		if (way === 'look') for (const at of [1, 2, 0]) await tap('a colour', '#main [role=group] button', at);
		await go('back', '.crumb .back');
		if (way !== 'look') await go('to my drawer', '#main a[href="/my/drawer"]');
	}
	await go('to ask', '#main a[href="/my/ask"]');
	await tap('what it is for is read', '#main .btn-go');
	for (const at of [0, 3, 5, 8, 0]) await tap('a symbol', '#main .tile', at);
	await home();
	await go('to the list', '#main a[href="/my/list/add"]');
	for (const at of [1, 4, 6, 1]) await tap('a symbol for the list', '#main .tile', at);
	await go('back to the list', '.crumb .back');
	await home();
	await go('to all that I asked', '#main a[href="/my/story/all"]');
	await home();
	return tapped.sort((a, b) => b.took - a.took);
}
