import { randomUUID } from 'node:crypto';
import type { Id } from '../../src/lib/domain/item.ts';
import type { Adult } from '../support/adult.ts';
import { Asking, seenBy } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { PIN, inMyDrawer } from '../support/child.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

/** A child of Jo's, who has no drawer yet. */
async function newChild(home: Home, keyWorkers = ['Jo']): Promise<{ name: string; id: Id }> {
	const name = `Ash ${randomUUID().slice(0, 4)}`;
	return { name, id: await home.addChild(name, keyWorkers) };
}

/** A code that an adult makes on the screen; as it stands there, in groups. */
async function makesCode(adult: Adult, name: string, device: string): Promise<string> {
	await adult.go('Codes');
	await adult.looksAgain();
	const who = adult.page.getByLabel('Who is it for?');
	const option = who.locator('option', { hasText: name });
	await expect(option).toHaveCount(1, { timeout: 30_000 });
	await who.selectOption((await option.getAttribute('value')) ?? '');
	await adult.fill('Which device is it?', device);
	await adult.press('Make a code');
	const card = adult.part(`A code for ${name}`);
	await expect(card).toContainText(/It works until tomorrow/, { timeout: 30_000 });
	return (await card.locator('.code').innerText()).replace('Code:', '').trim();
}

test('a code is shown large, as a picture and for paper, and lets one child in, once', async ({
	home,
	child,
	page,
	adult
}) => {
	test.setTimeout(150_000);
	const jo = await adult('Jo');
	const { name } = await newChild(home);
	await jo.go('Codes');
	await jo.press('Make a code');
	await expect(jo.words('Say who it is for.')).toBeVisible();
	const code = await makesCode(jo, name, 'Blue tablet');
	expect(code).toMatch(/^([A-Z2-9]{4}\s*){3}$/);
	const card = jo.part(`A code for ${name}`);
	const lines = await card
		.locator('.code > span:not(.sr)')
		.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
	expect(new Set(lines).size).toBe(1); // a code that breaks over two lines is copied wrong
	await expect(card.getByRole('img', { name: 'The code as a picture to scan' })).toBeVisible();
	await findsNothingWrong(jo.page);
	const screenOnly = [jo.sections, jo.part('Devices'), jo.page.getByRole('button', { name: 'Print', exact: true })];
	for (const never of screenOnly) await expect(never).toBeVisible();
	await jo.page.emulateMedia({ media: 'print' });
	await expect(card.getByRole('img')).toBeVisible();
	for (const never of screenOnly) await expect(never).toBeHidden();
	await jo.page.emulateMedia({ media: null });

	await child.join(code, name);
	await child.lock();
	await page.goto('/join');
	await child.giveCode(code);
	await expect(child.words('This code was used before. Ask for a new one.')).toBeVisible();
	await page.route('**/rpc/check_code', (route) => route.fulfill({ json: { state: 'expired', for: 'child' } }));
	await child.giveCode(code);
	await expect(child.words('This code is too old now. Ask for a new one.')).toBeVisible();
	await page.unroute('**/rpc/check_code');
	await child.giveCode('ZZZZ ZZZZ ZZZZ');
	await expect(child.words('We do not know this code. Check each letter.')).toBeVisible();

	await jo.press('Make another code');
	await jo.comes(jo.page.getByText('Used, ended and taken back'));
	await jo.page.getByText('Used, ended and taken back').click();
	const used = jo.page.locator('.fold').getByRole('listitem').filter({ hasText: name });
	await jo.comes(used.getByText(/^Used today/));
	await expect(jo.part('Devices').getByRole('listitem').filter({ hasText: name })).toContainText('Blue tablet');
});

test('a device that is cut off is off at once, on whatever page it is', async ({ home, child, page, adult }) => {
	test.setTimeout(150_000);
	const jo = await adult('Jo');
	const { name, id } = await newChild(home);
	await child.join(await home.code(id, { device: 'Lost phone' }), name);
	await inMyDrawer(page, 'Look, language and lock');
	await jo.go('Codes');
	const device = jo.part('Devices').getByRole('listitem').filter({ hasText: name });
	await jo.comes(device);
	await jo.press(`Cut off: Lost phone of ${name}`);
	const dialog = jo.page.getByRole('dialog', { name: 'Cut off “Lost phone”?' });
	await findsNothingWrong(jo.page);
	await jo.press('Leave it on', dialog);
	await expect(dialog).toBeHidden();
	await jo.press(`Cut off: Lost phone of ${name}`);
	await jo.press('Cut it off', dialog);
	await expect(device).toBeHidden();
	const cutOff = page.getByRole('heading', { level: 1, name: 'This device no longer opens your things' });
	await child.comes(cutOff);
	await page.reload();
	await child.drawer(name).click();
	await child.tapPin(PIN);
	await expect(cutOff).toBeVisible({ timeout: 30_000 });
});

test('Jo makes a code and joins as the child with it: it shows nothing that leaves her out, until the child says so', async ({
	home,
	child,
	page,
	adult,
	otherDevice
}) => {
	test.setTimeout(180_000);
	const { name, id } = await newChild(home, ['Jo', 'Sam']);
	const secret = `About Jo ${randomUUID().slice(0, 8)}.`;
	await home.as('sam');
	await child.join(await home.code(id), name);
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('My room');
	await asking.write(secret);
	await asking.next('Next: who gets it');
	await asking.leaveOut('Jo');
	await asking.next('Next: look and send');
	await asking.send();
	await expect.poll(async () => (await seenBy(home, 'sam', id)).length, { timeout: 30_000 }).toBe(1);

	const jo = await adult('Jo');
	const code = await makesCode(jo, name, 'Old phone');
	const joAsChild = await otherDevice();
	await joAsChild.join(code, name);
	await inMyDrawer(joAsChild.page, 'All I have shared');
	await expect(joAsChild.words('This device may not show all that you shared.')).toBeVisible(); // whether there is anything or not
	expect(await joAsChild.page.content()).not.toContain(secret);

	await page.getByRole('link', { name: 'All I asked' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await child.comes(page.getByRole('link', { name: /^A device was added/ }));
	await page.getByRole('link', { name: /^A device was added/ }).click();
	const told = page.getByRole('listitem').filter({ hasText: 'Old phone' });
	await expect(told).toContainText('Added today. Jo made the code.');
	await jo.press('Make another code');
	const line = jo.part('Devices').getByRole('listitem').filter({ hasText: 'Old phone' }).filter({ hasText: name });
	await jo.comes(line.getByText(`${name} has not said yes to it yet.`));
	await expect(line.getByRole('button', { name: /^Say yes to this device/ })).toHaveCount(0); // who made the code does not vouch
	await joAsChild.looksAgain();
	await joAsChild.page.waitForTimeout(2000);
	expect(await joAsChild.page.content()).not.toContain(secret);

	await told.getByRole('button', { name: 'Yes, it is mine' }).click();
	await joAsChild.comes(joAsChild.words(secret));
});

test('one live code a person: taken back by a press, and a sheet for all who have no way in', async ({
	home,
	child,
	page,
	adult
}) => {
	test.setTimeout(150_000);
	const pat = await adult('Pat');
	const [ash, noor] = [await newChild(home), `Noor ${randomUUID().slice(0, 4)}`];
	await home.addWorker(noor);
	await pat.go('Codes');
	await pat.looksAgain();
	const row = (name: string) => pat.page.getByRole('row').filter({ hasText: name });
	await pat.comes(row(ash.name));
	await pat.press(`New code for ${ash.name}`);
	await pat.press('Make a code');
	const card = pat.part(`A code for ${ash.name}`);
	await expect(card).toContainText(/It works until tomorrow/, { timeout: 30_000 });
	const code = (await card.locator('.code').innerText()).replace('Code:', '').trim();
	await expect(row(ash.name)).toContainText(/Works until tomorrow/);
	await findsNothingWrong(pat.page);
	await pat.press(`Take it back: the code for ${ash.name}`);
	await expect(row(ash.name)).not.toContainText('Works until');
	await expect(async () => {
		await page.goto('/join');
		await child.giveCode(code);
		await expect(child.words('This code does not work any more.')).toBeVisible({ timeout: 3000 });
	}).toPass({ timeout: 30_000 });

	await pat.press('Print a sheet of codes');
	const names = pat.page.getByRole('region', { name: 'Codes to hand out' });
	for (const name of [ash.name, noor]) await expect(names).toContainText(name);
	await expect(names).not.toContainText(/\bJo\b/); // who has a way in keeps it
	await findsNothingWrong(pat.page);
	await pat.press(/^Make \d+ codes$/);
	const slip = (name: string) => pat.page.locator('.slips li').filter({ hasText: name });
	await expect(slip(noor)).toContainText('Type it, then your own e-mail and password.', { timeout: 30_000 });
	await expect(slip(ash.name)).toContainText('Then you pick a name and a picture.');
	await expect(pat.words('These do not work yet')).toBeHidden({ timeout: 30_000 });
	await findsNothingWrong(pat.page);
	await pat.page.emulateMedia({ media: 'print' });
	await expect(slip(noor).getByRole('img')).toBeVisible();
	for (const never of [pat.sections, pat.heading('Codes and devices'), names]) await expect(never).toBeHidden();
	await pat.page.emulateMedia({ media: null });
	const pages = (await pat.page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
	expect(pages).toHaveLength(await pat.page.locator('.a4').count());
	const fours = await slip(ash.name).locator('.code > span').allInnerTexts();
	await child.join(fours.join(' '), ash.name);
	await pat.press('Back to codes');
	await pat.comes(row(ash.name).getByRole('button', { name: `: ${ash.name}’s devices` }));
	await pat.press(new RegExp(`: ${ash.name}’s devices$`));
	await expect(pat.part(`${ash.name}’s devices`).getByRole('listitem')).toHaveCount(1);
});
