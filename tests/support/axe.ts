import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What was to be filled in, or never was a word. */
const NO_WORDS = /\{\{|\}\}|undefined|\[object |\bNaN\b|Invalid Date/;

/**
 * Once the page is there: everything that axe looks for, that every gap in a sentence is filled, and that nothing scrolls sideways. Looked for in the page itself (no frame of another origin is
 * ever in it): a blank page beside it for each look would take four times as long.
 */
export async function findsNothingWrong(page: Page): Promise<void> {
	await expect(page.locator('h1').first()).toBeVisible();
	const { violations, passes } = await new AxeBuilder({ page })
		.setLegacyMode()
		.options({ resultTypes: ['violations'] })
		.withTags(['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
	expect(found).toEqual([]);
	expect(passes.length).toBeGreaterThan(10); // what looked at nothing finds nothing
	expect(await page.locator('body').innerText()).not.toMatch(NO_WORDS);
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(sideways).toBeLessThanOrEqual(0);
}
