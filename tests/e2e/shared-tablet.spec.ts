import type { Page } from '@playwright/test';
import { Asking } from '../support/asking.ts';
import { findIn } from '../support/canary/disk.ts';
import { keptBy } from '../support/canary/kept.ts';
import { newWord, wordCanary } from '../support/canary/plant.ts';
import { Child } from '../support/child.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

/** A child with a drawer on this tablet, open, who said one thing, put one on the list, and began a third. */
async function saysThings(home: Home, child: Child, name: string) {
	const word = { sent: newWord(), listed: newWord(), begun: newWord() };
	await child.join(await home.code(await home.addChild(name)), name);
	const { page } = child;
	const asking = new Asking(child);
	await asking.ask('School', word.sent);
	await expect(child.words('Sent')).toBeVisible();
	await page.getByRole('link', { name: 'All I asked' }).click();
	await page.getByRole('link', { name: 'Today' }).first().click();
	await page
		.getByRole('link', { name: /Put something\s+on the list/ })
		.first()
		.click();
	await page.getByRole('button', { name: 'Money', exact: true }).click();
	await asking.write(word.listed);
	await page.getByRole('button', { name: 'Put it on the list' }).click();
	await page.getByRole('link', { name: 'Today' }).first().click();
	await asking.begin();
	await asking.write(word.begun);
	await page.getByRole('button', { name: 'Keep it for later' }).click();
	await child.seesToday(name);
	return { word, canaries: Object.entries(word).map(([what, one]) => wordCanary(what, one)) };
}

let turn = 0;
const newName = (name: string) => `${name} ${++turn}${Date.now() % 10_000}`;

/** Every page of a drawer that its own links lead to. */
async function eachPage(page: Page, look: () => Promise<void>): Promise<number> {
	const links = (
		await page.locator('main a[href^="/my"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
	).filter((href, at, all) => href !== null && href !== '/my' && all.indexOf(href) === at);
	for (const href of links) {
		await page.locator(`main a[href="${href}"]`).first().click();
		await expect(page).toHaveURL(new RegExp(`${href}$`));
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await look();
		await page.goBack();
		await expect(page).toHaveURL(/\/my$/);
	}
	return links.length;
}

test('law 5: nothing of one child stands in any screen of the next, in the tab, or in what the tablet keeps', async ({
	home,
	child,
	page
}) => {
	test.setTimeout(180_000);
	const [ada, ben] = [newName('Ada'), newName('Ben')];
	const { canaries } = await saysThings(home, child, ada);
	await child.lock();
	await child.join(await home.code(await home.addChild(ben)), ben, 'Stripes, green');
	const nothingOfAda = async () => {
		expect(findIn(await keptBy(page), canaries)).toEqual([]);
		await expect(page).toHaveTitle('Sayso');
		await expect(page.getByText(ada)).toHaveCount(0);
	};
	await nothingOfAda();
	expect(await eachPage(page, nothingOfAda)).toBeGreaterThan(6);
	const asking = new Asking(child);
	await asking.begin();
	await asking.write('');
	await expect(page.getByLabel('My words')).toHaveValue('');
	await expect(child.words('You began this before.')).toBeHidden();
	await nothingOfAda();
	await page.getByRole('link', { name: 'Hide' }).click();
	await child.seesDoor();
	await child.openDrawer(ada);
	await asking.begin();
	await expect(child.words('You began this before.')).toBeVisible();
});

test(
	'the door shows of a drawer what its child chose, and neither counts nor marks what is in it',
	{ tag: '@kept' },
	async ({ home, child, page }) => {
		const ada = newName('Ada');
		const { word } = await saysThings(home, child, ada);
		await child.losesSignal();
		await new Asking(child).begin();
		await child.page.getByRole('button', { name: 'Money', exact: true }).click();
		await new Asking(child).toSend();
		await new Asking(child).send();
		await expect(child.words('Waiting on this tablet')).toBeVisible();
		await page.getByRole('link', { name: 'Hide' }).click();
		await child.seesDoor();
		await expect(child.drawer(ada)).toHaveText(ada);
		const shown = await page.locator('main').innerText();
		expect(shown).not.toMatch(/waiting on|answer for|\bnew\b/i);
		for (const one of Object.values(word)) expect(shown).not.toContain(one);
		await child.findsSignal();
	}
);

test('two tabs with two drawers: each shows its own, and locking one leaves the other', async ({
	home,
	child,
	page,
	context
}) => {
	test.setTimeout(180_000);
	const [ada, ben] = [newName('Ada'), newName('Ben')];
	const adas = await saysThings(home, child, ada);
	await child.lock();
	const bens = await saysThings(home, child, ben);
	const other = new Child(await context.newPage());
	await other.goToDoor();
	await other.openDrawer(ada);
	for (const [at, not] of [
		[page, adas],
		[other.page, bens]
	] as const) {
		expect(findIn(await keptBy(at), not.canaries)).toEqual([]);
		await expect(at).toHaveTitle('Sayso');
	}
	await new Asking(other).begin();
	await expect(other.page.getByRole('heading', { level: 1, name: 'What is it about?' })).toBeVisible();
	await child.lock();
	await expect(other.page.getByRole('heading', { level: 1, name: 'What is it about?' })).toBeVisible();
	await child.openDrawer(ada);
	expect(findIn(await keptBy(page), bens.canaries)).toEqual([]);
});

test('what stood in a form when somebody went away is not in it when the next one comes Back', async ({
	home,
	child,
	page
}) => {
	const [ada, ben] = [newName('Ada'), newName('Ben')];
	await child.join(await home.code(await home.addChild(ada)), ada);
	await child.lock();
	await child.join(await home.code(await home.addChild(ben)), ben);
	const words = newWord();
	const asking = new Asking(child);
	await asking.begin();
	await asking.write(words);
	await page.waitForTimeout(500);
	await page.goto('/en/help');
	await page.goBack();
	await child.seesDoor();
	await child.openDrawer(ada);
	await asking.begin();
	await asking.write('');
	expect(findIn(await keptBy(page), [wordCanary('words', words)])).toEqual([]);
	await page.getByRole('link', { name: 'Hide' }).click();
	await child.openDrawer(ben);
	await asking.begin();
	await expect(page.getByLabel('My words')).toHaveValue(words); // Ben’s own: it was kept
});

test('guessing a lock waits longer each time, over a reload and another tab, and leaves the other drawer alone', async ({
	home,
	child,
	page,
	context
}) => {
	const [ada, ben] = [newName('Ada'), newName('Ben')];
	await child.join(await home.code(await home.addChild(ada)), ada);
	await child.lock();
	await child.join(await home.code(await home.addChild(ben)), ben);
	await child.lock();
	const guess = async (pin: string) => {
		await child.drawer(ada).click();
		await child.tapPin(pin);
		await expect(child.words(/That is not it|then try again/)).toBeVisible();
	};
	await child.drawer(ada).click();
	for (const pin of ['975310', '864209', '112358']) {
		await child.tapPin(pin);
		await expect(child.words(/That is not it|then try again/)).toBeVisible();
	}
	await page.reload();
	await child.seesDoor();
	await child.drawer(ada).click();
	await expect(child.words(/then try again/)).toBeVisible();
	const other = new Child(await context.newPage());
	await other.goToDoor();
	await other.drawer(ada).click();
	await expect(other.words(/then try again/)).toBeVisible();
	await other.goToDoor();
	await other.openDrawer(ben);
	await page.clock.install({ time: Date.now() + 31_000 });
	await page.goto('/');
	await guess('246801');
	await expect(child.words(/Wait (60|5\d) seconds, then try again/)).toBeVisible();
	await page.clock.setSystemTime(Date.now() + 100_000);
	await page.goto('/');
	await child.openDrawer(ada);
});

test('Back out of a drawer to a page that is open to all shuts it: Forward does not lead into it again', async ({
	child,
	page
}) => {
	await page.goto('/here');
	await page.getByRole('link', { name: 'The door' }).click();
	await page.getByRole('button', { name: 'Open Robin’s drawer' }).click();
	await child.seesToday('Robin');
	await page.goBack();
	await child.seesDoor();
	await page.goForward();
	await child.seesDoor();
});
