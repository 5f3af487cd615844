import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** What was to be filled in, or never was a word. */
const NO_WORDS = /\{\{|\}\}|undefined|\[object |\bNaN\b|Invalid Date/;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Once the page is there: everything that axe looks for, that every gap in a sentence is filled, and that nothing scrolls sideways. */
export async function findsNothingWrong(page: Page): Promise<void> {
	await expect(page.locator('h1').first()).toBeVisible();
	const { found, passed } = await look(page);
	expect(found).toEqual([]);
	expect(passed).toBeGreaterThan(10); // what looked at nothing finds nothing
	expect(await page.locator('body').innerText()).not.toMatch(NO_WORDS);
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(sideways).toBeLessThanOrEqual(0);
}

/**
 * What axe finds. It is brought to a page once, however often that is looked at, and names things by their HTML only: a third of the
 * work of the builder that comes with it.
 */
async function look(page: Page): Promise<{ found: string[]; passed: number }> {
	expect(page.frames()).toHaveLength(1); // it would not look into another
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	return page.evaluate(async (values) => {
		const { run } = Reflect.get(window, 'axe') as Pick<typeof axe, 'run'>;
		const how = { resultTypes: ['violations' as const], runOnly: { type: 'tag' as const, values } };
		const { violations, passes } = await run(document, { ...how, selectors: false, elementRef: false });
		const found = violations.map(
			({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`
		);
		return { found, passed: passes.length };
	}, TAGS);
}
