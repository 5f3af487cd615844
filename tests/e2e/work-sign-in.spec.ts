import { randomUUID } from 'node:crypto';
import { Adult, joinsStaff } from '../support/adult.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test('a sign-in: nothing typed, a wrong password and the right one are told apart; on another device it is the same person', async ({
	home,
	page,
	otherDevice
}) => {
	test.setTimeout(120_000);
	const name = `Noor ${randomUUID().slice(0, 4)}`;
	const code = await home.code(await home.addWorker(name));
	const noor = await joinsStaff(page, code, name);
	await expect(noor.words('Nobody yet')).toBeVisible();
	const laptop = new Adult((await otherDevice()).page);
	await laptop.page.goto('/work/sign-in');
	await laptop.page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await expect(laptop.words('Type your e-mail and your password.')).toBeVisible();
	await findsNothingWrong(laptop.page);
	await laptop.signsIn(name, 'four budgies on a bus');
	await expect(laptop.words('The e-mail address or the password is not right.')).toBeVisible();
	await expect(laptop.page.getByLabel('E-mail')).not.toHaveValue('');
	await findsNothingWrong(laptop.page);
	await laptop.signsIn(name);
	await expect(laptop.sections).toBeVisible({ timeout: 30_000 });
	await expect(laptop.page.locator('.me')).toContainText(name);
	// A reload shuts the drawer: nothing of anybody stands there, and Back does not bring it back.
	await laptop.page.reload();
	await expect(laptop.heading('Hello')).toBeVisible();
	expect(await laptop.page.locator('#main').innerText()).not.toContain('Nobody yet');
});

test(
	'signed in once, a worker opens their own things with no network, and what they write goes later',
	{ tag: '@kept' },
	async ({ home, child, page }) => {
		test.setTimeout(120_000);
		const [name, ada] = [`Noor ${randomUUID().slice(0, 4)}`, `Ada ${randomUUID().slice(0, 4)}`];
		const code = await home.code(await home.addWorker(name));
		await home.addChild(ada, [name]);
		const noor = await joinsStaff(page, code, name);
		await expect(noor.part(ada)).toBeVisible();
		await child.losesSignal();
		await page.reload();
		await noor.signsIn(name);
		await expect(noor.part(ada)).toBeVisible({ timeout: 30_000 });
		await expect(noor.words('No internet. What you write is kept on this device and sent later.')).toBeVisible();
		await noor.go('My card');
		await noor.fill('My job, in one line', 'I look out for you.');
		await noor.press('Save my card');
		await findsNothingWrong(page);
		await child.findsSignal();
		const kept = async () =>
			(await (await home.as('pat')).view()).cards.some(({ job }) => job === 'I look out for you.');
		await expect.poll(kept, { timeout: 40_000 }).toBe(true);
	}
);

test('a child’s code gives no sign-in, and a worker’s code no drawer', async ({ home, child, page }) => {
	await page.goto('/work/sign-in');
	await page.getByRole('link', { name: 'I have a code' }).click();
	await child.giveCode(await home.code(await home.addChild('Ada')));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What shall we call you?');
	await page.goto('/join');
	await child.giveCode(await home.code(await home.addWorker(`Noor ${randomUUID().slice(0, 4)}`)));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Make your sign-in');
});
