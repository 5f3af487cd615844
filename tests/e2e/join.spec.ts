import { findsNothingWrong } from '../support/axe.ts';
import { PIN, inMyDrawer } from '../support/child.ts';
import { goes } from '../support/desk.ts';
import { expect, test } from '../support/journey.ts';

test('a child joins with a code, picks a name, a front and a lock, and is in', async ({ home, child, page }) => {
	const id = await home.addChild('Ada');
	const code = await home.code(id);
	await page.goto('/join');
	await findsNothingWrong(page);
	// As people type: in groups, in small letters, with a dash.
	await child.giveCode(`${code.slice(0, 4).toLowerCase()} ${code.slice(4, 8)}-${code.slice(8)}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What shall we call you?');
	await child.next();
	await expect(child.words('Type a name. One letter is fine.')).toBeVisible();
	await findsNothingWrong(page);
	await page.getByLabel('Name on your drawer').fill('Addie');
	await child.next();
	await findsNothingWrong(page);
	await child.next();
	await expect(child.words('Pick one first. You can change it later.')).toBeVisible();
	await page.getByRole('button', { name: 'Stripes, green' }).click();
	await child.next();
	await expect(
		child.words('The lock keeps others on this tablet out. Someone very good with computers could still get in.')
	).toBeVisible();
	await findsNothingWrong(page);
	await page.getByText('5 pictures').click();
	await child.next();
	await findsNothingWrong(page);
	for (const again of [false, true]) {
		if (again) await expect(child.words('Do the same again.')).toBeVisible();
		for (const picture of ['Boat', 'Bell', 'Apple', 'Boat', 'Fish']) {
			await page.getByRole('button', { name: picture, exact: true }).click();
		}
	}
	await child.seesToday('Addie');
	// The adults see the name and the picture that the child chose, not what was typed when the place was made.
	const asSeen = async () => (await (await home.as('pat')).view()).people.find((one) => one.id === id);
	await expect.poll(asSeen).toMatchObject({ name: 'Addie', picture: 'stripes_sea' });
	await child.lock();
	await expect(child.drawer('Addie').locator('use')).toHaveAttribute('href', /#stripes_sea$/);
});

test('who hides while their drawer is made finds the door, and it stays the door', async ({ home, child, page }) => {
	const code = await home.code(await home.addChild('Dot'));
	let answer = (): void => undefined;
	const later = new Promise<void>((go) => (answer = go));
	await page.route('**/auth/v1/signup*', (route) => later.then(() => route.continue()).catch(() => undefined));
	void child.join(code, 'Dot').catch(() => undefined);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Making your drawer', { timeout: 30_000 });
	await page.getByRole('link', { name: 'Hide' }).click();
	await child.seesDoor();
	answer();
	await page.waitForTimeout(3000); // in which it would be made, and open
	await child.seesDoor();
});

test('a code that came as a picture leaves the address at once', async ({ home, child, page }) => {
	const code = await home.code(await home.addChild('Ben'));
	await page.goto(`/join#${code}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What shall we call you?');
	await expect(page).toHaveURL(/\/join$/);
	await page.goBack();
	await page.goForward();
	await expect(page).toHaveURL(/\/join$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is your code?');
	await expect(page.getByLabel('Code', { exact: true })).toHaveValue('');
	expect(child).toBeTruthy();
});

test('a code that is not good is told kindly, each for what it is', async ({ home, child, page }) => {
	const code = await home.code(await home.addChild('Cleo'));
	await home.account(code);
	await page.goto('/join');
	await child.giveCode('ABCD');
	await expect(child.words('That is not the whole code. It has 12 letters. Look again.')).toBeVisible();
	await child.giveCode('ZZZZZZZZZZZZ');
	await expect(child.words('We do not know this code.')).toBeVisible();
	await child.giveCode(code);
	await expect(child.words('This code was used before. Ask for a new one.')).toBeVisible();
	await findsNothingWrong(page);
});

test('a lock that is easy to guess, or not the same twice, is picked again', async ({ home, child, page }) => {
	await page.goto(`/join#${await home.code(await home.addChild('Dina'))}`);
	await page.getByLabel('Name on your drawer').fill('Dina');
	await child.next();
	await page.getByRole('button', { name: 'Leaf' }).click();
	await child.next();
	await page.getByText('6 numbers').click();
	await child.next();
	await child.tapPin('123456');
	await expect(child.words('That is easy to guess. Pick another one.')).toBeVisible();
	await child.tapPin(PIN);
	await expect(child.words('Do the same again.')).toBeVisible();
	await child.tapPin('135791');
	await expect(child.words('That was not the same. Pick again.')).toBeVisible();
	await child.tapPin(PIN);
	await child.tapPin(PIN);
	await child.seesToday('Dina');
});

test(
	'with no network a new drawer says what it needs, and loses nothing',
	{ tag: '@kept' },
	async ({ home, child, page, context }) => {
		const code = await home.code(await home.addChild('Emil'));
		await page.goto('/join');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is your code?');
		await context.setOffline(true);
		await child.giveCode(code);
		await expect(child.words('There is no internet. A new drawer needs it once.')).toBeVisible();
		await context.setOffline(false);
		await child.next();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('What shall we call you?');
	}
);

test('who works here joins with an e-mail address and a long password', async ({ home, child, page }) => {
	const code = await home.code(await home.addWorker('Noor'));
	await page.goto('/join');
	await child.giveCode(code);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Make your sign-in');
	await page.getByLabel('E-mail').fill('noor@maple.example');
	await page.getByLabel('Password').fill('short');
	await page.getByRole('button', { name: 'Make it and sign in' }).click();
	await expect(child.words('Make the password longer.')).toBeVisible();
	await findsNothingWrong(page);
	await page.getByLabel('Password').fill('three budgies on a bus');
	await page.getByRole('button', { name: 'Make it and sign in' }).click();
	await expect(page).toHaveURL(/\/work$/, { timeout: 20_000 });
});

test.describe('on a slow device', () => {
	test.use({ serviceWorkers: 'block' }); // its parts come over the network, one by one

	test('a new drawer opens also where its first news is quicker than its first page', async ({ home, child, page }) => {
		await page.goto(`/join#${await home.code(await home.addChild('Finn'))}`);
		await page.getByLabel('Name on your drawer').fill('Finn');
		await child.next();
		await page.getByRole('button', { name: 'Leaf' }).click();
		await child.next();
		await page.getByText('6 numbers').click();
		const news = page.waitForResponse(/my_view/, { timeout: 60_000 });
		await page.route('**/_app/immutable/**', async (route) => {
			await news;
			await new Promise((later) => setTimeout(later, 1000));
			await route.continue();
		});
		await child.next();
		await child.tapPin(PIN);
		await child.tapPin(PIN);
		await child.seesToday('Finn');
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	});

	test('who picks another look and goes on at once gets there', async ({ child, page }) => {
		await child.openDemo('Robin');
		await inMyDrawer(page, 'Look, language and lock');
		await page.waitForLoadState('networkidle');
		await page.route('**/_app/immutable/**', async (route) => {
			await new Promise((later) => setTimeout(later, 1500));
			await route.continue();
		});
		await page.locator('main [role=group] button').nth(1).click();
		await goes(page, '/my/guide');
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	});
});
