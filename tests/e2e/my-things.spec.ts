import { randomUUID } from 'node:crypto';
import { findsNothingWrong } from '../support/axe.ts';
import { PIN, inMyDrawer } from '../support/child.ts';
import type { Account } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

/** Behind "My drawer", and at the foot of every page. */
const IN_DRAWER = ['about', 'shared', 'privacy', 'look', 'devices'];
const AT_FOOT = ['guide', 'guide/rights', 'advocate', 'complain'];

/** One of each language and each theme, so that every page meets all of them. */
const LOOKS = [
	{ lang: 'en', hello: 'Hello' },
	{ lang: 'en-easy', theme: 'night', text: 'largest', hello: 'Hello' },
	{ lang: 'cy', theme: 'contrast', hello: 'Helo' },
	{ lang: 'ar', theme: 'night', hello: 'مرحبًا' }
];

/** The older device of a child says that the newer one is theirs, too. */
async function vouchForTheOther(mine: Account): Promise<void> {
	const { devices, login } = await mine.view();
	const added = devices.find(({ id }) => id !== login);
	await mine.call('approve_device', { login: added?.id ?? '' });
}

for (const { hello, ...look } of LOOKS) {
	test(`every page behind Today is for everyone: ${Object.values(look).join(', ')}`, async ({ page }) => {
		test.setTimeout(120_000);
		await page.addInitScript((kept) => localStorage.setItem('sayso.look', JSON.stringify(kept)), look);
		await page.goto('/');
		await page.locator('.demo-btn').first().click();
		await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${hello} .?Robin`) })).toBeVisible({
			timeout: 20_000
		});
		await findsNothingWrong(page);
		for (const name of AT_FOOT) {
			await page.locator(`.foot-links a[href="/my/${name}"]`).click();
			await expect(page).toHaveURL(new RegExp(`/my/${name}$`));
			await findsNothingWrong(page);
			await page.goBack();
			await expect(page.locator('.kw').first()).toBeVisible();
		}
		await page.locator('main a[href="/my/drawer"]').click();
		for (const name of IN_DRAWER) {
			await page.locator(`main a[href="/my/${name}"]`).click();
			await expect(page).toHaveURL(new RegExp(`/my/${name}$`));
			await findsNothingWrong(page);
			await page.goBack();
			await expect(page).toHaveURL(/\/my\/drawer$/);
		}
		await findsNothingWrong(page);
		await page.locator('.btn-help').click();
		await expect(page).toHaveURL(/\/my\/help$/);
		await findsNothingWrong(page);
	});
}

test('the guide in a drawer leads to each of its parts at once, and Back finds where I had read', async ({
	child,
	page
}) => {
	await child.openDemo('Robin');
	await page.locator('.foot-links a[href="/my/guide"]').click();
	const parts = page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link');
	await parts.last().click(); // before anybody could have waited for the page to be whole
	const last = page.locator(`#main section${await parts.last().getAttribute('href')}`);
	await expect(last).toBeInViewport();
	for (const part of await parts.all())
		await expect(page.locator(`#main section${await part.getAttribute('href')}`)).toHaveCount(1);
	const read = await page.evaluate(() => scrollY);
	expect(read).toBeGreaterThan(1000);
	await last.getByRole('link').first().click();
	await expect(page).not.toHaveURL(/\/my\/guide(#.*)?$/);
	await page.goBack();
	await expect(last).toBeInViewport();
});

test('my look is mine: the door and the next child keep theirs', async ({ home, child, page }) => {
	await child.join(await home.code(await home.addChild('Fern')), 'Fern');
	await inMyDrawer(page, 'Look, language and lock');
	await page.getByRole('button', { name: 'Black on white' }).click();
	await page.getByRole('button', { name: 'Without drawings' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
	await page.getByRole('button', { name: 'Lock my drawer now' }).click();
	await child.seesDoor();
	await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'contrast');
	await expect(page.locator('html')).not.toHaveAttribute('data-pictures', 'plain');
	await child.openDrawer('Fern');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
	await expect(page.locator('html')).toHaveAttribute('data-pictures', 'plain');
});

test('a lock can be changed by who knows the old one', async ({ home, child, page }) => {
	await child.join(await home.code(await home.addChild('Gil')), 'Gil');
	await inMyDrawer(page, 'Look, language and lock');
	await page.getByRole('button', { name: 'Change how I open it' }).click();
	await child.tapPin('246802');
	await page.getByText('6 numbers', { exact: true }).click();
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await child.tapPin('975318');
	await child.tapPin('975318');
	await expect(child.words('That is not how you open it now. Try again.')).toBeVisible();
	await child.tapPin(PIN);
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await child.tapPin('975318');
	await child.tapPin('975318');
	await expect(child.words('Done. From now on you open it the new way.')).toBeVisible();
	await page.getByRole('button', { name: 'Lock my drawer now' }).click();
	await child.openDrawer('Gil', '975318');
});

test('somebody new who covers gets words only when I say yes', async ({ home, child, page }) => {
	const [ivy, worker] = [await home.addChild('Ivy', []), `Lark ${randomUUID().slice(0, 4)}`];
	const lark = await home.addWorker(worker);
	await (
		await home.as('pat')
	).call('set_key_worker', { id: randomUUID(), child: ivy, worker: lark, place: 1, because: null });
	const mine = await home.account(await home.code(ivy));
	const said = { symbol: null, words: 'A lamp for my room', picture: null };
	await mine.call('send_wish', {
		id: randomUUID(),
		...said,
		readers: [lark],
		left_out: [],
		shown: [lark],
		may_move: true
	});
	const [from_at, until] = [new Date(Date.now() - 1000).toISOString(), new Date(Date.now() + 864e5).toISOString()];
	const away = { id: randomUUID(), from_at, until, cover: await home.idOf('Jo') };
	await (await home.account(await home.code(lark))).call('set_away', away);
	await child.join(await home.code(ivy), 'Ivy');
	// The older device vouches for this one: until then it shows nothing of what was shared there.
	await vouchForTheOther(mine);
	await page.reload();
	await child.openDrawer('Ivy');
	await page.getByRole('link', { name: 'May Jo read this? A lamp for my room' }).click();
	const asked = page.getByRole('listitem').filter({ hasText: 'Can Jo read it?' });
	await expect(asked).toContainText('Jo covers now. You did not see them before you sent it.');
	await findsNothingWrong(page);
	const jo = await home.as('jo');
	const words = async () => (await jo.view()).items.map((item) => item.words).join();
	expect(await words()).not.toContain('A lamp for my room');
	await asked.getByRole('button', { name: 'Yes, Jo can read it' }).click();
	await expect(asked).toHaveCount(0);
	await expect(async () => expect(await words()).toContain('A lamp for my room')).toPass();
});

test('a device that was cut off says so, and shows nothing any more', async ({ home, child, page }) => {
	const hal = await home.addChild('Hal');
	await child.join(await home.code(hal), 'Hal');
	const pat = await home.as('pat');
	const device = (await pat.view()).devices.find(({ person_id }) => person_id === hal);
	await pat.call('cut_off_device', { login: device?.id ?? '' });
	await page.reload();
	await child.drawer('Hal').click();
	await child.tapPin(PIN);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This device no longer opens your things', {
		timeout: 20_000
	});
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'Take my things off this device' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Take my things off this device' }).click();
	await child.seesDoor();
	await expect(child.drawer('Hal')).toHaveCount(0);
});

test('a long list shows its first rows, and at a press the next, where focus then is', async ({
	home,
	child,
	page
}) => {
	const [una, jo] = [await home.addChild('Una'), await home.idOf('Jo')];
	const mine = await home.account(await home.code(una));
	const sent = { symbol: null, picture: null, readers: [jo], left_out: [], shown: [jo], may_move: false };
	for (let at = 1; at <= 12; at++) await mine.call('send_wish', { ...sent, id: randomUUID(), words: `Thing ${at}.` });
	await child.join(await home.code(una), 'Una');
	await vouchForTheOther(mine);
	await page.reload();
	await child.openDrawer('Una');
	await inMyDrawer(page, 'All I have shared');
	const rows = page.locator('.asked > li');
	await expect(rows).toHaveCount(10);
	await expect(rows.first()).toContainText('Thing 12.'); // the newest
	await page.getByRole('button', { name: 'Show more' }).press('Enter');
	await expect(rows).toHaveCount(12);
	await expect(rows.nth(10)).toBeFocused();
	await expect(rows.last()).toContainText('Thing 1.');
	await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0);
	await findsNothingWrong(page);
});
