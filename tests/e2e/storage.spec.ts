import type { Page } from '@playwright/test';
import { Asking, joinedChild, newChild, seenBy } from '../support/asking.ts';
import { Child, inMyDrawer } from '../support/child.ts';
import { expect, test } from '../support/journey.ts';

test.use({ serviceWorkers: 'allow' });

/**
 * Whether this origin may keep more. (The browser's own limit works only half a minute after it was set: what it then does
 * is this.)
 */
async function isFull(page: Page, full: boolean): Promise<void> {
	await page.evaluate((on) => {
		const kept = window as Window & { real?: Pick<IDBObjectStore, 'put' | 'add'> };
		kept.real ??= { put: IDBObjectStore.prototype.put, add: IDBObjectStore.prototype.add };
		const refuse = (): never => {
			throw new DOMException('no room', 'QuotaExceededError');
		};
		Object.assign(IDBObjectStore.prototype, on ? { put: refuse, add: refuse } : kept.real);
	}, full);
}

test('storage full: the screen says so, the words stay in the form, and are kept once there is room', async ({
	home,
	child,
	page
}) => {
	await joinedChild(home, child);
	const name = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Hello ', '');
	const asking = new Asking(child);
	await asking.begin();
	await isFull(page, true);
	await asking.write('There is no room for this.');
	await expect(page.getByText(/This device is full/).first()).toBeVisible();
	await expect(page.getByLabel('My words')).toHaveValue('There is no room for this.');
	await isFull(page, false);
	await asking.write('There is room for this.');
	await page.getByRole('button', { name: 'Keep it for later' }).click();
	await child.seesToday(name);
	await expect(page.getByText(/This device is full/)).toHaveCount(0);
	await child.lock();
	await page.reload();
	await child.openDrawer(name);
	await asking.begin();
	await expect(page.getByLabel('My words')).toHaveValue('There is room for this.');
});

test('storage full when it is sent: nothing is said to be sent, nothing is lost, and it goes once there is room', async ({
	home,
	child,
	page
}) => {
	const me = await newChild(home, child);
	await home.as('jo');
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('School');
	await asking.write('The bus is too early.');
	await asking.toSend();
	await isFull(page, true);
	await page.getByRole('button', { name: /^Send to/ }).click();
	await expect(page.getByText(/This device is full/).first()).toBeVisible();
	await expect(page).toHaveURL(/\/my\/ask\/send$/);
	expect(await seenBy(home, 'jo', me)).toEqual([]);
	await isFull(page, false);
	await asking.send();
	await expect(child.words('Sent')).toBeVisible({ timeout: 30_000 });
	expect((await seenBy(home, 'jo', me)).map(({ words }) => words)).toEqual(['The bus is too early.']);
});

for (const how of ['throws', 'fails', 'is not there'] as const) {
	test(`storage refused (a private window whose storage ${how}): the door says so, help opens, and joining says why not`, async ({
		home,
		page,
		child
	}) => {
		await page.addInitScript((kind) => {
			if (kind === 'is not there') return void Object.defineProperty(window, 'indexedDB', { value: undefined });
			const open = indexedDB.open.bind(indexedDB);
			indexedDB.open = (name) => {
				if (kind === 'throws') throw new DOMException('refused', 'SecurityError');
				const request = open(`${name} refused`, 1);
				request.addEventListener('upgradeneeded', () => request.transaction?.abort());
				return request;
			};
		}, how);
		const code = await home.code(await home.addChild(`Eli ${how}`));
		await child.goToDoor();
		await expect(child.words(/This device does not let Sayso keep|does not let/).first()).toBeVisible();
		await page.goto('/join');
		await child.giveCode(code);
		await page.getByLabel('Name on your drawer').fill('Eli');
		await child.next();
		await page.getByRole('button', { name: 'Fox', exact: true }).click();
		await child.next();
		await page.getByText('6 numbers').click();
		await child.next();
		for (const pin of ['135790', '135790']) await child.tapPin(pin);
		await expect(child.words('This device will not keep anything. Use another browser window.')).toBeVisible();
		await page.goto('/en/help');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help now');
	});
}

test('two tabs of one drawer: what waits in the one is seen in the other, and arrives once', async ({
	home,
	child,
	page,
	context
}) => {
	const me = await joinedChild(home, child);
	await home.as('jo');
	const name = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Hello ', '');
	const other = new Child(await context.newPage());
	await other.goToDoor();
	await other.openDrawer(name);
	await child.losesSignal();
	await new Asking(child).ask('Food', 'Noodles again, please.');
	await expect(child.words('Waiting on this tablet')).toBeVisible();
	await inMyDrawer(other.page, 'All I have shared');
	await expect(other.words('Noodles again, please.')).toBeVisible();
	await child.findsSignal();
	await expect(child.words('Sent')).toBeVisible({ timeout: 30_000 });
	expect(await seenBy(home, 'jo', me)).toHaveLength(1);
});
