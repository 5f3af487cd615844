import { randomUUID } from 'node:crypto';
import { findsNothingWrong } from '../support/axe.ts';
import { keptBy } from '../support/canary/kept.ts';
import { expect, test } from '../support/journey.ts';

test.use({ serviceWorkers: 'allow' });

const FIRE = 'Meet at the gate. Stay there.';

test('a tablet of the home shows what the home wrote to whoever picks it up, with no signal, until an adult ends it', async ({
	child,
	page,
	adult
}) => {
	test.setTimeout(150_000);
	const device = `Hall ${randomUUID().slice(0, 4)}`;
	const jo = await adult('Jo');
	await jo.go('Codes');
	await jo.fill('Which tablet is it?', device);
	await jo.press('Make a code for a tablet');
	const card = jo.part(`A code for the tablet “${device}”`);
	await expect(card).toContainText(/It works until tomorrow/, { timeout: 30_000 });
	await findsNothingWrong(jo.page);
	const code = (await card.locator('.code').innerText()).replace('Code:', '').trim();

	await page.goto('/join');
	await page.route('**/auth/v1/signup*', (route) => route.abort());
	await child.giveCode(code);
	await expect(child.words('It opens no drawer.')).toBeVisible();
	await findsNothingWrong(page);
	const show = page.getByRole('button', { name: 'Show it on this tablet' });
	await show.click();
	await expect(child.words('There is no internet. This tablet needs it once.')).toBeVisible();
	await page.unroute('**/auth/v1/signup*');
	await show.click(); // the same code: the secret that was begun with it is still here
	await expect(page.getByRole('heading', { level: 1, name: /^About Maple/ })).toBeVisible({ timeout: 30_000 });
	await findsNothingWrong(page);

	await child.goToDoor();
	await expect(page.getByRole('link', { name: /^About Maple/ })).toBeVisible();
	await findsNothingWrong(page);
	await child.losesSignal();
	await page.reload();
	await page.getByRole('link', { name: /^About Maple/ }).click();
	await page.getByRole('link', { name: 'If there is a fire' }).click();
	await expect(child.words(FIRE)).toBeVisible();
	await findsNothingWrong(page);
	await page.reload();
	await expect(child.words(FIRE)).toBeVisible();
	await page.getByRole('link', { name: /^About Maple/ }).click();
	await page.getByRole('link', { name: 'How to complain here' }).click();
	await page.getByRole('region', { name: 'In every home' }).getByRole('link', { name: 'How to complain' }).click();
	await expect(page).toHaveURL(/\/en\/complain$/);
	expect(await keptBy(page)).toContain(FIRE);
	await child.findsSignal();

	await page.goto('/here/fire');
	await expect(child.words(FIRE)).toBeVisible();
	await page.getByRole('link', { name: 'Hide' }).click();
	await child.seesDoor();
	await page.goBack();
	await expect(page).not.toHaveURL(/fire/);
	await page.goto('/here/fire');
	await expect(child.words(FIRE)).toBeVisible();
	await jo.press('Make another code');
	const line = jo.part('Tablets that show our guide').getByRole('listitem').filter({ hasText: device });
	await jo.comes(line.getByText(/^Shows the guide since today/));
	await jo.press(`Cut off: ${device}`);
	await findsNothingWrong(jo.page);
	await jo.press('Cut it off', jo.page.getByRole('dialog', { name: `Cut off “${device}”?` }));
	await expect(line.getByRole('button')).toBeHidden();
	await child.comes(child.words('An adult here turned them off on this tablet.'));
	await findsNothingWrong(page);
	expect(await keptBy(page)).not.toContain(FIRE);
	await child.goToDoor();
	await page.waitForTimeout(1000);
	await expect(page.getByRole('link', { name: /^About Maple/ })).toBeHidden();
	await expect(page.getByRole('button', { name: 'Open Robin’s drawer' })).toBeVisible();
});
