import type { Page } from '@playwright/test';
import { Adult } from '../support/adult.ts';
import { expect, test } from '../support/journey.ts';

type Row = Record<string, unknown>;
type Lists = Record<string, Row[]>;

/** The home's server answers as a database would that holds what no screen can draw. */
const spoil = (page: Page, change: (view: Lists) => void) =>
	page.route('**/rest/v1/rpc/my_view', async (route) => {
		const response = await route.fetch();
		const answer = (await response.json()) as { view: Lists | null };
		if (answer.view) change(answer.view);
		await route.fulfill({ response, json: answer });
	});

/** One row of every list, each with a value that cannot be drawn; and labels that are no words. */
function oneOfEach(view: Lists): void {
	for (const [name, list] of Object.entries(view))
		if (Array.isArray(list) && name !== 'people')
			list.push({ id: `bad ${name}`, due: 'infinity', starts_at: 'infinity' });
	for (const card of view['cards'] ?? [])
		if (card['things']) card['things'] = [5, null, ...(card['things'] as unknown[])];
	(view['home'] as unknown as Row)['labels'] = { session: 5, key_worker: { a: 1 } };
}

test('a child sees all but the row that cannot be drawn, is told so, and can go on', async ({ child, page }) => {
	await spoil(page, oneOfEach);
	await child.openDemo('Robin');
	await expect(
		page.getByText('Something cannot be shown here. We have told nobody. Show this to an adult.')
	).toBeVisible();
	await expect(child.part('My key workers').getByRole('link')).toHaveCount(2);
	await expect(child.part('Our time')).toContainText('The park, with Sam');
	await expect(page.locator('body')).not.toContainText('{{');
	await child.part('My key workers').getByRole('link', { name: /^Sam/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('body')).not.toContainText('{{');
});

for (const name of ['Jo', 'Pat'])
	test(`${name} sees all else, and reads what to pass on`, async ({ page }) => {
		await spoil(page, oneOfEach);
		await new Adult(page).enter(name);
		await expect(page.getByText('Give this to whoever looks after Sayso: ')).toContainText('promises bad promises');
		await expect(page.getByRole('main')).toContainText('Robin');
		await expect(page.getByRole('main')).toContainText('Kai');
		await expect(page.locator('body')).not.toContainText('{{');
	});

test('a part that cannot be drawn takes only itself, and says so', async ({ child, page }) => {
	await page.addInitScript(() => {
		// What came back asks it.
		Array.prototype.findLast = () => {
			throw new TypeError('not in this browser');
		};
	});
	await child.openDemo('Robin');
	await expect(page.getByText('This part cannot be shown now.').first()).toBeVisible();
	await expect(child.part('My key workers').getByRole('link')).toHaveCount(2);
	await expect(page.getByRole('link', { name: 'Help now' }).first()).toBeVisible();
	await expect(page.getByRole('link', { name: 'Ask for something' }).first()).toBeVisible();
});

test('what is no view at all does not leave a child waiting: it says so', async ({ child, page }) => {
	await spoil(page, (view) => {
		(view['home'] as unknown as Row)['name'] = null;
	});
	await child.goToDoor();
	await page.getByRole('button', { name: 'Open Robin’s drawer' }).click();
	await expect(page.getByText('Your things are not here yet. Show this to an adult.')).toBeVisible({ timeout: 20_000 });
	await expect(page.getByRole('link', { name: 'Help now' }).first()).toBeVisible();
});
