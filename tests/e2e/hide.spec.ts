import { expect, test } from '../support/journey.ts';
import type { Page } from '@playwright/test';
import { inMyDrawer } from '../support/child';

const PAGES = [
	'/my/shared',
	'/my/guide',
	'/my/privacy',
	'/my/look',
	'/my/devices',
	'/my/ask',
	'/my/complain',
	'/my/list',
	'/my/time',
	'/my/time/last',
	'/my/help'
];
const IN_DRAWER = ['/my/shared', '/my/privacy', '/my/look', '/my/devices'];
// Words of Robin's in the made-up home, one of each kind of place.
const ROBINS = /Hello Robin|I want to see Leo|budgies|bus timetable/;

/** What could tell the next person: the page, its title, its address, what the tab keeps. */
async function traces(page: Page): Promise<string> {
	const kept = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage, history.state]));
	return [await page.locator('#main').innerText(), await page.title(), page.url(), kept].join('\n');
}

test('Hide looks exactly like the lock, from every screen, and Back does not return', async ({ child, page }) => {
	await child.openDemo('Robin');
	expect(await traces(page)).toMatch(ROBINS); // so it would be noticed
	for (const href of PAGES) {
		if (IN_DRAWER.includes(href)) await page.locator('main a[href="/my/drawer"]').click();
		if (href.startsWith('/my/time/')) await page.locator('main a[href="/my/time"]').first().click();
		await page.locator(`:is(.btn-help, main a, .foot-links a)[href="${href}"]`).first().click();
		await expect(page).toHaveURL(new RegExp(`${href}$`));
		await page.getByRole('link', { name: 'Hide' }).click();
		await child.seesDoor();
		await expect(page).toHaveTitle('Sayso');
		await page.goBack();
		await child.seesDoor();
		expect(await traces(page)).not.toMatch(ROBINS);
		await child.drawer('Robin').click();
		await child.seesToday('Robin');
	}
});

test('the door after Hide is the door after locking, to the letter', async ({ child, page }) => {
	await child.openDemo('Robin');
	await child.lock();
	await expect(child.drawer('Robin')).toBeVisible();
	// Other journeys add people to the made-up home meanwhile: its list is left out.
	const shown = () =>
		page.evaluate(() => {
			const copy = document.body.cloneNode(true) as HTMLElement;
			for (const other of copy.querySelectorAll('.demo, [aria-live], script')) other.remove();
			return copy.innerHTML.replace(/ (id|aria-labelledby|aria-describedby)="[^"]*"|<!--.*?-->/g, '');
		});
	await expect(child.part('Try it out')).toBeVisible();
	const locked = await shown();
	await child.drawer('Robin').click();
	await child.seesToday('Robin');
	await page.getByRole('link', { name: 'Hide' }).click();
	await child.seesDoor();
	await expect(child.drawer('Robin')).toBeVisible();
	await expect(async () => expect(await shown()).toBe(locked)).toPass();
});

test('opening the page anew shuts the drawer', async ({ child, page }) => {
	await child.openDemo('Robin');
	await page.reload();
	await child.seesDoor();
	expect(await traces(page)).not.toMatch(ROBINS);
	await page.goto('/my/shared');
	await child.seesDoor();
});

test('leaving for another page and coming back finds the door', async ({ child, page }) => {
	await child.openDemo('Robin');
	await page.goto('/en/guide');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Guide to my home');
	await page.goBack();
	await child.seesDoor();
	expect(await traces(page)).not.toMatch(ROBINS);
});

test('when nobody looks at the screen for a minute, the drawer is shut', async ({ child, page }) => {
	await page.clock.install();
	await child.openDemo('Robin');
	await page.evaluate(() => {
		Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
		Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	await page.clock.runFor(61_000);
	await child.seesDoor();
	expect(await traces(page)).not.toMatch(ROBINS);
});

test('what is covered is covered on paper, too; and what is meant for paper still prints', async ({ child, page }) => {
	/** How much is painted on paper: a sheet with nothing on it has no font. */
	const fonts = async () => ((await page.pdf()).toString('latin1').match(/\/FontDescriptor\b/g) ?? []).length;
	await page.goto('/en/letter');
	expect(await fonts()).toBeGreaterThan(0);
	await child.openDemo('Robin');
	await inMyDrawer(page, 'All I have shared');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await fonts()).toBeGreaterThan(0);
	await page.evaluate(() => {
		Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	expect(await fonts()).toBe(0);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('body')).toBeHidden();
});

test('when nobody touches the screen for some minutes, it says so, and the drawer is shut', async ({ child, page }) => {
	await page.clock.install();
	await child.openDemo('Robin');
	await page.clock.runFor(4 * 60_000 + 35_000);
	await expect(page.getByRole('alert')).toContainText('This locks in half a minute. Nothing is lost.');
	await page.getByRole('button', { name: 'I am still here' }).click();
	await expect(page.getByRole('alert')).toBeHidden();
	await page.clock.runFor(2 * 60_000);
	await child.seesToday('Robin'); // five minutes from that touch
	await page.clock.runFor(4 * 60_000);
	await child.seesDoor();
});

test('Help from an open drawer does not lose it, and Back returns to where I was', async ({ child, page }) => {
	await child.openDemo('Robin');
	const title = page.getByRole('heading', { level: 1 });
	await inMyDrawer(page, 'Look, language and lock');
	await expect(title).toHaveText('Look, language and lock');
	await page.getByRole('link', { name: 'Help now' }).click();
	await expect(title).toHaveText('Help now');
	await expect(page.locator('section', { hasText: 'People you know' })).toContainText('Jo');
	await page.getByRole('button', { name: 'Back' }).click();
	await expect(title).toHaveText('Look, language and lock');
});
