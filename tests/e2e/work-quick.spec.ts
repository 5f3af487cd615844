import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Adult, joinsStaff } from '../support/adult.ts';
import { findsNothingWrong } from '../support/axe.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

const NUMBERS = '258036';
const door = (page: Page) => page.getByRole('heading', { level: 1, name: 'Who is it?' });

async function types(page: Page, numbers: string): Promise<void> {
	for (const digit of numbers) await page.getByRole('button', { name: digit, exact: true }).click();
}

/** From the page about it, with the password typed a moment ago. */
async function setsNumbers(adult: Adult, numbers = NUMBERS): Promise<void> {
	await adult.press('Next');
	await types(adult.page, numbers);
	await expect(adult.words('Do the same again.')).toBeVisible();
	await types(adult.page, numbers);
	await expect(adult.heading('Quick opening')).toBeHidden({ timeout: 30_000 });
}

/** A worker of this home who joined here, and opens by numbers. */
async function opensByNumbers(home: Home, page: Page, name: string, numbers = NUMBERS): Promise<Adult> {
	const adult = await joinsStaff(page, await home.code(await home.addWorker(name)), name);
	await adult.go('Quick opening');
	await setsNumbers(adult, numbers);
	await adult.press('Lock');
	await expect(door(page)).toBeVisible();
	return adult;
}

const newName = (name: string) => `${name} ${randomUUID().slice(0, 4)}`;

test('staff who left their machine for five minutes open it by six numbers; after five wrong tries by their password', async ({
	home,
	page
}) => {
	test.setTimeout(150_000);
	const name = newName('Noor');
	const noor = await joinsStaff(page, await home.code(await home.addWorker(name)), name);
	await noor.press('Lock');
	await expect(noor.heading('Hello')).toBeVisible(); // nobody stands at the staff's door of this machine yet
	await page.goto('/work/sign-in');
	await noor.choose('Next time, open with 6 numbers');
	await noor.fill('E-mail', `${name.toLowerCase().replaceAll(' ', '.')}@maple.example`);
	await noor.fill('Password', 'three budgies on a bus');
	await noor.press('Sign in');
	await expect(noor.heading('Quick opening')).toBeVisible({ timeout: 30_000 });
	await findsNothingWrong(page);
	await setsNumbers(noor);
	await expect(noor.words('Nobody yet')).toBeVisible();

	await page.clock.install();
	await page.mouse.click(5, 5);
	await page.clock.fastForward(5 * 60_000 + 1000);
	await expect(door(page)).toBeVisible();
	await page.clock.resume();
	expect(await page.locator('#main').innerText()).not.toContain('Nobody yet');
	await findsNothingWrong(page);
	await types(page, NUMBERS);
	await expect(noor.words('Nobody yet')).toBeVisible({ timeout: 30_000 });

	await noor.press('Lock');
	for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
		await types(page, '147036');
		await expect(noor.words(`Those are not the numbers. ${left} left.`)).toBeVisible({ timeout: 30_000 });
	}
	await types(page, '147036');
	await expect(noor.words('There were five wrong tries, so the numbers are gone.')).toBeVisible({ timeout: 30_000 });
	await findsNothingWrong(page);
	await page.reload();
	await expect(noor.words('There were five wrong tries, so the numbers are gone.')).toBeVisible();
	await noor.choose('Next time, open with 6 numbers'); // it stands ticked: not this time
	await noor.fill('E-mail', `${name.toLowerCase().replaceAll(' ', '.')}@maple.example`);
	await noor.fill('Password', 'three budgies on a bus');
	await noor.press('Sign in');
	await expect(noor.words('Nobody yet')).toBeVisible({ timeout: 30_000 });
});

test('two workers on one machine: each opens their own things only, and one turns it off', async ({ home, page }) => {
	test.setTimeout(150_000);
	const [noor, jude] = [newName('Noor'), newName('Jude')];
	const first = await opensByNumbers(home, page, noor);
	await first.press('Somebody else');
	await first.press('I have a code');
	await opensByNumbers(home, page, jude, '147036');
	await expect(page.locator('main .group li')).toHaveCount(2);
	await first.press(new RegExp(noor));
	await types(page, '147036');
	await expect(first.words('4 tries left')).toBeVisible({ timeout: 30_000 });
	await first.press(new RegExp(jude));
	await types(page, '147036');
	await expect(page.locator('.me')).toContainText(jude, { timeout: 30_000 });
	expect(await page.content()).not.toContain(noor);
	await first.go('Quick opening');
	await first.press('Turn it off here');
	await expect(first.words('Quick opening is on here.')).toBeHidden();
	await findsNothingWrong(page); // the password is asked for, to choose new ones
	await first.press('Lock');
	await expect(door(page)).toBeVisible();
	await expect(page.locator('main')).not.toContainText(jude);
	await types(page, NUMBERS);
	await expect(page.locator('.me')).toContainText(noor, { timeout: 30_000 });
});

test('opens with no network, and what is written goes later', { tag: '@kept' }, async ({ home, child, page }) => {
	test.setTimeout(150_000);
	const noor = await opensByNumbers(home, page, newName('Noor'));
	await child.losesSignal();
	await page.reload();
	await types(page, NUMBERS);
	await expect(noor.words('No internet. What you write is kept on this device and sent later.')).toBeVisible({
		timeout: 30_000
	});
	await noor.go('My card');
	await noor.fill('My job, in one line', 'I cook on Sundays.');
	await noor.press('Save my card');
	await child.findsSignal();
	const kept = async () => (await (await home.as('pat')).view()).cards.some(({ job }) => job === 'I cook on Sundays.');
	await expect.poll(kept, { timeout: 40_000 }).toBe(true);
});

test('a device that was cut off opens nothing more by numbers, and says why', async ({ home, page }) => {
	test.setTimeout(150_000);
	const name = newName('Noor');
	const noor = await opensByNumbers(home, page, name);
	const pat = await home.as('pat');
	const { devices, people } = await pat.view();
	const id = people.find((person) => person.name === name)?.id;
	await pat.call('cut_off_device', { login: devices.find(({ person_id }) => person_id === id)!.id });
	await types(page, NUMBERS);
	await expect(page.getByRole('heading', { level: 1, name: 'This device no longer opens your things' })).toBeVisible({
		timeout: 30_000
	});
	await page.goto('/work/sign-in');
	await expect(noor.words('This device was switched off for you.')).toBeVisible();
	await expect(page.getByRole('button', { name: '5', exact: true })).toBeHidden();
});

test('a manager’s first sign-in on a device opens on the home, a worker’s on the children', async ({
	home,
	otherDevice
}) => {
	test.setTimeout(150_000);
	const morgan = await home.as('morgan');
	const [manager, worker] = [newName('Max'), newName('Noor')];
	const id = randomUUID();
	await morgan.call('add_person', { id, role: 'manager', name: manager });
	for (const [name, code, start] of [
		[manager, await home.code(id, { by: 'morgan', device: 'Laptop' }), '/home'],
		[worker, await home.code(await home.addWorker(worker)), '/work']
	] as const) {
		await joinsStaff((await otherDevice()).page, code, name);
		const there = new Adult((await otherDevice()).page);
		await there.signsIn(name);
		await expect(there.sections).toBeVisible({ timeout: 30_000 });
		await expect(there.page).toHaveURL((url) => url.pathname === start);
	}
});
