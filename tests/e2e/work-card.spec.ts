import { randomUUID } from 'node:crypto';
import type { Adult } from '../support/adult.ts';
import { joinsStaff } from '../support/adult.ts';
import { findsNothingWrong } from '../support/axe.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

/** Somebody new, who has never signed in, and the code that their manager gave them. */
async function newWorker(home: Home): Promise<{ name: string; code: string }> {
	const name = `Noor ${randomUUID().slice(0, 4)}`;
	return { name, code: await home.code(await home.addWorker(name)) };
}

async function fillsTheCard(noor: Adult): Promise<void> {
	await noor.fill('My pronouns', 'she / her');
	await noor.fill('My job, in one line', 'I look out for you.');
	await noor.fill('Thing 1', 'I bake bread.');
	await noor.page.getByLabel('Picture for thing 1').selectOption({ label: 'Food' });
	await noor.fill('Thing 2', 'I have a loud cat.');
	await noor.fill('Thing 3', 'I run, slowly.');
	await noor.fill('How to reach me', 'Knock on the blue door.');
	await noor.fill('When I am here', 'Most mornings.');
}

/** Ink on the paper: one line across it. */
async function draws(noor: Adult): Promise<void> {
	const paper = noor.page.locator('canvas');
	await paper.scrollIntoViewIfNeeded();
	const place = await paper.boundingBox();
	if (!place) throw new Error('no paper');
	await noor.page.mouse.move(place.x + 30, place.y + 30);
	await noor.page.mouse.down();
	await noor.page.mouse.move(place.x + 120, place.y + 90, { steps: 6 });
	await noor.page.mouse.up();
}

test('a new worker signs in with a code, draws a card, and a child reads it', async ({
	home,
	child,
	page,
	otherDevice
}) => {
	test.setTimeout(150_000);
	const { name, code } = await newWorker(home);
	const noor = await joinsStaff((await otherDevice()).page, code, name);
	await expect(noor.words('You have no card yet. Young people see only your name.')).toBeVisible();
	await noor.press('Make your card');
	await expect(noor.heading('My card')).toBeVisible();
	await expect(noor.page.getByLabel('Name to call me')).toHaveValue(name);
	await noor.press('Save my card');
	await expect(noor.words('Say in one line what you do.')).toBeVisible();
	await fillsTheCard(noor);
	await noor.choose('A drawing');
	await draws(noor);
	const preview = noor.part('As a young person sees it');
	for (const words of [
		name,
		'she / her',
		'I look out for you.',
		'I bake bread.',
		'Most mornings.',
		'Knock on the blue door.'
	])
		await expect(preview).toContainText(words);
	await expect(preview.getByRole('img', { name })).toBeVisible();
	await findsNothingWrong(noor.page);
	await noor.press('Save my card');
	await expect(noor.words('Saved. Young people see it once this device is online.')).toBeVisible();

	const ada = `Ada ${randomUUID().slice(0, 4)}`;
	await child.join(await home.code(await home.addChild(ada, [name])), ada);
	const card = child.part('My key worker').getByRole('link');
	await expect(card).toContainText('Most mornings.');
	await expect(card.locator('img')).toBeVisible();
	await card.click();
	await expect(page.getByRole('img', { name: `A picture of ${name}` })).toBeVisible();
	await expect(child.part('Three things about me')).toContainText('I bake bread.');
	await expect(child.words('Knock on the blue door.')).toBeVisible();
});

test('a photo is made small on the device before it leaves, and another file is told to be none', async ({
	home,
	otherDevice
}) => {
	test.setTimeout(120_000);
	const { name, code } = await newWorker(home);
	const noor = await joinsStaff((await otherDevice()).page, code, name);
	await noor.go('My card');
	await fillsTheCard(noor);
	await noor.choose('A photo');
	const pick = noor.page.locator('input[type=file]');
	await pick.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') });
	await expect(noor.words('That file is not a photo we can open. Try another one.')).toBeVisible();
	// A photo as a telephone takes it: large, and with much in it.
	const large = await noor.page.evaluate(() => {
		const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1800 });
		const pen = canvas.getContext('2d');
		for (let at = 0; at < 3000; at++) {
			if (pen) pen.fillStyle = `hsl(${(at * 137) % 360} 70% 50%)`;
			pen?.fillRect((at * 331) % 2400, (at * 197) % 1800, 90, 90);
		}
		return canvas.toDataURL('image/png').split(',')[1] ?? '';
	});
	const photo = Buffer.from(large, 'base64');
	await pick.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: photo });
	await expect(noor.page.locator('img.photo')).toBeVisible();
	await findsNothingWrong(noor.page);
	const sent = noor.page.waitForRequest((request) => request.postData()?.includes('put_picture') ?? false);
	await noor.press('Save my card');
	const kept = /"data":"([^"]+)"/.exec((await sent).postData() ?? '')?.[1] ?? '';
	const small = Buffer.from(kept, 'base64');
	expect(small.subarray(8, 12).toString()).toBe('WEBP');
	expect(small.length).toBeLessThan(100_000);
	expect(small.length).toBeGreaterThan(1000);
	await expect(noor.words('Saved. Young people see it once this device is online.')).toBeVisible();
	await expect(noor.part('As a young person sees it').getByRole('img', { name })).toBeVisible();
});

test('what is typed on the card and not saved yet is still there after a lock', async ({ home, otherDevice }) => {
	test.setTimeout(120_000);
	const { name, code } = await newWorker(home);
	const noor = await joinsStaff((await otherDevice()).page, code, name);
	await noor.go('My card');
	await noor.fill('My job, in one line', 'I look out for');
	await noor.press('Lock');
	await expect(noor.heading('Hello')).toBeVisible();
	await noor.signsIn(name);
	await noor.go('My card');
	await expect(noor.page.getByLabel('My job, in one line')).toHaveValue('I look out for');
});
