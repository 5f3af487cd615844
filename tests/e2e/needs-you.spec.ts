import { randomUUID } from 'node:crypto';
import { Asking } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import type { Child } from '../support/child.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

test.use({ serviceWorkers: 'allow' });

const SAID = 'The light in the hall.';

/** A child writes something with no network, and whoever it is for leaves the home before it goes. */
async function isRefused(home: Home, child: Child): Promise<void> {
	const { page } = child;
	const name = `Moss ${randomUUID().slice(0, 4)}`;
	const worker = await home.addWorker(name);
	await child.join(await home.code(await home.addChild('Juno', [name])), 'Juno');
	await child.losesSignal();
	await page.getByRole('link', { name: /Put something\s+on the list/ }).click();
	await page.getByRole('button', { name: 'School', exact: true }).click();
	await new Asking(child).write(SAID);
	await page.getByRole('button', { name: 'Put it on the list' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'My list' })).toBeVisible();
	await (await home.as('pat')).call('person_left', { person: worker });
	await child.findsSignal();
	await expect(page.getByText('1 thing was not sent. Please look.')).toBeVisible({ timeout: 30_000 });
}

test('what was refused says why, and can be mended: its words were never lost', async ({ home, child, page }) => {
	await isRefused(home, child);
	await page.getByRole('link', { name: 'See it' }).click();
	await expect(child.words(SAID)).toBeVisible();
	await expect(child.words('Someone you picked has left this home. Pick someone else.')).toBeVisible();
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'Change it' }).click();
	await page.getByText('Jo', { exact: true }).click();
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'Send it again' }).click();
	await expect(child.words('There is nothing to look at now.')).toBeVisible();
	await expect
		.poll(async () => (await (await home.as('jo')).view()).items.map(({ words }) => words), { timeout: 20_000 })
		.toContain(SAID);
});

test('what was refused goes only when I say so twice', async ({ home, child, page }) => {
	await isRefused(home, child);
	await page.getByRole('link', { name: 'See it' }).click();
	await page.getByRole('button', { name: 'Take it away' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
	await expect(child.words(SAID)).toBeVisible();
	await page.getByRole('button', { name: 'Take it away' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Take it away' }).click();
	await expect(child.words('There is nothing to look at now.')).toBeVisible();
});
