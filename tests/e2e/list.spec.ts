import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Id } from '../../src/lib/domain/item.ts';
import { Asking, newChild, seenBy } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import type { Child } from '../support/child.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

const topics = (page: Page) => page.getByRole('article').locator('.quote');

/** From Today to the form, and something said in it. */
async function puts(child: Child, picture: string, words: string): Promise<void> {
	const { page } = child;
	await page
		.getByRole('link', { name: /Put something\s+on the list/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1, name: 'What do you want to talk about?' })).toBeVisible();
	await page.getByRole('button', { name: picture, exact: true }).click();
	await new Asking(child).write(words);
	await page.getByRole('button', { name: 'Put it on the list' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'My list' })).toBeVisible();
	await expect(topics(page).last()).toHaveText(words);
}

const order = async (home: Home, me: Id) =>
	(await seenBy(home, 'jo', me)).sort((a, b) => (a.place ?? 99) - (b.place ?? 99)).map(({ words }) => words);

test('a child puts things on the list for both key workers, and orders them with buttons alone', async ({
	home,
	child,
	page
}) => {
	for (const adult of ['sam', 'jo']) await home.as(adult);
	const me = await newChild(home, child);
	for (const words of ['One.', 'Two.', 'Three.']) await puts(child, 'School', words);
	await expect(topics(page)).toHaveText(['One.', 'Two.', 'Three.']);
	await expect(child.words('Sam and Jo can see this.').first()).toBeVisible();
	const up = page.getByRole('button', { name: 'Move up: Three.' });
	await up.focus();
	await page.keyboard.press('Enter');
	await expect(topics(page)).toHaveText(['One.', 'Three.', 'Two.']);
	await page.getByRole('button', { name: 'Move down: One.' }).click();
	await expect(topics(page)).toHaveText(['Three.', 'One.', 'Two.']);
	await expect(page.getByRole('button', { name: 'Move up: Three.' })).toBeHidden();
	await expect(page.getByRole('button', { name: 'Move down: Two.' })).toBeHidden();
	await expect.poll(() => order(home, me)).toEqual(['Three.', 'One.', 'Two.']);
	await findsNothingWrong(page);
});

test(
	'offline, too: it waits, it moves, it changes, and arrives as it is in the end',
	{ tag: '@kept' },
	async ({ home, child, page }) => {
		await home.as('jo');
		const me = await newChild(home, child);
		await child.losesSignal();
		for (const words of ['Bus.', 'Phone.']) await puts(child, 'Money', words);
		await expect(child.words('Waiting on this tablet').first()).toBeVisible();
		await page.getByRole('button', { name: 'Move up: Phone.' }).click();
		await page.getByRole('link', { name: 'Change: Bus.' }).click();
		await page.getByLabel('My words').fill('The bus home.');
		await page.getByRole('button', { name: 'Save the change' }).click();
		await expect(topics(page)).toHaveText(['Phone.', 'The bus home.']);
		expect(await seenBy(home, 'jo', me)).toEqual([]);
		await child.findsSignal();
		await expect.poll(() => order(home, me), { timeout: 30_000 }).toEqual(['Phone.', 'The bus home.']);
		await expect(child.words('Waiting on this tablet')).toHaveCount(0);
	}
);

test('taken off, said who had read it, and put back to its place', async ({ home, child, page }) => {
	await home.as('jo');
	const me = await newChild(home, child);
	for (const words of ['First.', 'Second.']) await puts(child, 'Food', words);
	await expect.poll(async () => (await seenBy(home, 'jo', me)).length).toBe(2);
	const [first] = await seenBy(home, 'jo', me);
	await (await home.as('jo')).call('open_item', { id: randomUUID(), item: first?.id ?? '' });
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(child.words(/Opened by Jo/)).toBeVisible({ timeout: 20_000 });
	await page.getByRole('button', { name: 'Take off: First.' }).click();
	await expect(child.words('Taken off your list.')).toBeVisible();
	await expect(child.words('Jo opened it before.')).toBeVisible();
	await expect(topics(page)).toHaveText(['Second.']);
	await page.getByRole('button', { name: 'Put back' }).click();
	await expect(topics(page)).toHaveText(['First.', 'Second.']);
	await expect(child.words('Taken off your list.')).toBeHidden();
});

test('which session it is planned for, and afterwards that it was talked about', async ({ home, child, page }) => {
	const jo = await home.as('jo');
	const me = await newChild(home, child);
	await puts(child, 'School', 'The trip form.');
	await expect.poll(async () => (await seenBy(home, 'jo', me)).length).toBe(1);
	const [topic] = await seenBy(home, 'jo', me);
	const session = randomUUID();
	const plan = { starts_at: '2030-01-03T16:30:00.000Z', place: 'The park', how: 'walk', purpose: '' } as const;
	await jo.call('plan_session', { id: session, event: randomUUID(), child: me, ...plan });
	await jo.call('plan_item', { id: randomUUID(), item: topic?.id ?? '', session });
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(child.words(/In the plan for Thursday 3 January/)).toBeVisible({ timeout: 20_000 });
	const before = { ...plan, starts_at: new Date(Date.now() - 60_000).toISOString() };
	await jo.call('change_session', { id: randomUUID(), session, ...before });
	const record = { talked: 'The trip.', came: '', went: '', good: '' };
	await jo.call('record_session', { id: randomUUID(), session, ...record });
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(child.part('We talked about these')).toContainText('The trip form.', { timeout: 20_000 });
	await expect(child.words('Nothing on your list yet')).toBeVisible();
});

test('nothing said is not put on the list; what was begun is kept', async ({ home, child, page }) => {
	await newChild(home, child);
	await page
		.getByRole('link', { name: /Put something\s+on the list/ })
		.first()
		.click();
	await page.getByRole('button', { name: 'Put it on the list' }).click();
	await expect(child.words('Pick a picture, write or draw. Then put it on.')).toBeVisible();
	await new Asking(child).write('Later.');
	await page.getByRole('button', { name: 'Keep it for later' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'My list' })).toBeVisible();
	await page.getByRole('link', { name: 'Put something on the list' }).click();
	await expect(page.getByLabel('My words')).toHaveValue('Later.');
	await findsNothingWrong(page);
});
