import type { Page, Route } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { PIN } from '../support/child.ts';

test.describe('law 6: with no JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('help, the guide and how to get an advocate are one press away', async ({ page }) => {
		for (const [link, title] of [
			['Help now', 'Help now'],
			['Guide to my home', 'Guide to my home'],
			['Get an advocate', 'Get an advocate']
		] as const) {
			await page.goto('/');
			await page.getByRole('link', { name: link }).click();
			await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
		}
	});

	test('the door says why the drawers do not open', async ({ page }) => {
		await page.goto('/');
		const said = (hasText: string) => page.locator('noscript p', { hasText });
		await expect(said('Drawers need JavaScript.')).toBeVisible();
		await expect(said('JavaScript is off. So this page is not kept on this device.')).toBeVisible();
	});
});

test('a made-up home says that it is one, and opens without a secret', async ({ child, page }) => {
	await child.goToDoor();
	const demo = child.part('Try it out');
	await expect(demo).toContainText('This is Maple House, a made-up home. Nobody here is real.');
	for (const name of ['Sam', 'Jo', 'Pat', 'Morgan']) {
		await expect(demo.getByRole('button', { name: `Sign in as ${name}` })).toBeVisible();
	}
	await child.openDemo('Robin');
	await expect(page).toHaveURL(/\/my$/);
	await child.lock();
	await child.drawer('Robin').click();
	await child.seesToday('Robin');
});

test('law 5: two children have a drawer on one tablet, and each opens only their own', async ({ home, child }) => {
	const [ada, ben] = [await home.addChild('Ada'), await home.addChild('Ben')];
	await child.join(await home.code(ada), 'Ada', 'Fox');
	await child.lock();
	await child.join(await home.code(ben), 'Ben', 'Stripes, green');
	await child.lock();
	await expect(child.drawer('Ada')).toBeVisible();
	await child.openDrawer('Ben');
	await expect(child.page.getByText('Ada')).toHaveCount(0);
});

test('wrong tries are told to wait, in words, and there is a way for who forgot', async ({ home, child, page }) => {
	await child.join(await home.code(await home.addChild('Cleo')), 'Cleo');
	await child.lock();
	await child.drawer('Cleo').click();
	for (const wrong of ['975310', '864209', '112358']) {
		await child.tapPin(wrong);
		await expect(child.words(/That is not it|Wait 30 seconds, then try again/)).toBeVisible();
	}
	await expect(child.words('Wait 30 seconds, then try again.')).toBeVisible();
	await expect(page.getByRole('button', { name: '1', exact: true })).toHaveCount(0);
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'I forgot it' }).click();
	await expect(child.words('Ask an adult here for a new code.')).toBeVisible();
	await expect(child.words('What is waiting here will still be sent.')).toBeVisible();
	await findsNothingWrong(page);
	await page.goBack();
	await page.goBack();
	await child.seesDoor();
});

test('a drawer opens with no network', { tag: '@kept' }, async ({ home, child, page }) => {
	await child.join(await home.code(await home.addChild('Dina')), 'Dina');
	await child.lock();
	await child.losesSignal();
	await page.reload();
	await child.openDrawer('Dina', PIN);
	await expect(page.getByText('No internet. What you write is kept on this tablet and sent later.')).toBeVisible();
	await child.findsSignal();
});

test('the look of this device is kept, and its language', async ({ page, child }) => {
	await child.goToDoor();
	await page.getByRole('button', { name: 'How this screen looks' }).click();
	await page.getByRole('button', { name: 'Night' }).click();
	await page.getByRole('button', { name: 'العربية' }).click();
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await findsNothingWrong(page);
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
	await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
	await expect(page.getByRole('heading', { level: 1, name: 'مرحبًا' })).toBeVisible();
	await findsNothingWrong(page);
});

test('the title never says more than the name of the app', async ({ page, child }) => {
	await child.openDemo('Kai');
	await expect(page).toHaveTitle('Sayso');
	await child.lock();
	await expect(page).toHaveTitle('Sayso');
});

test.describe('on a device that speaks Arabic', () => {
	test.use({ locale: 'ar-SY', serviceWorkers: 'block' }); // what it keeps would bring the words that are held back
	const hello = 'مرحبًا';
	test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' })); // what is still on its way then

	/** Does this with the file that has the door's Arabic words in it, before it is handed over. */
	async function withArabic(page: Page, what: (route: Route, go: () => Promise<void>) => Promise<void>) {
		await page.route('**/*.js', async (route) => {
			const response = await route.fetch();
			const go = () => route.fulfill({ response });
			if ((await response.text()).includes(hello)) await what(route, go);
			else await go();
		});
	}

	test('the door never shows English: it is empty until Arabic is here', async ({ page }) => {
		let give: () => void = () => undefined;
		const given = new Promise<void>((go) => (give = go));
		await withArabic(page, (_, go) => given.then(go));
		await page.goto('/', { waitUntil: 'commit' });
		await expect(page.locator('h1')).toHaveText('Hello');
		await expect(page.locator('h1')).toBeHidden();
		give();
		await expect(page.getByRole('heading', { level: 1, name: hello })).toBeVisible();
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	});

	test('where Arabic does not come, the door soon shows what it has', async ({ page }) => {
		await withArabic(page, (route) => route.abort());
		await page.goto('/');
		await expect(page.getByRole('heading', { level: 1, name: 'Hello', exact: true })).toBeVisible();
	});
});
