import { joinsStaff, type Adult } from '../support/adult.ts';
import { Asking } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test as journey } from '../support/journey.ts';
import { startRealHome, type RealHome } from '../support/real-home.ts';

/** Every journey here begins in a home that was made a moment ago and is empty, on a real PostgreSQL. */
const test = journey.extend<{ empty: RealHome }>({
	empty: async ({}, use) => {
		const home = await startRealHome();
		await use(home);
		await home.stop();
	},
	baseURL: async ({ empty }, use) => {
		await use(empty.url);
	}
});

async function adds(nia: Adult, role: string, name: string): Promise<void> {
	await nia.go('People');
	await nia.choose(role, nia.part('Add a person'));
	await nia.fill('Name to call them', name);
	await nia.press('Add');
	await expect(nia.words(`${name} is added. Next, make a code, so that they can sign in.`)).toBeVisible();
}

/** The code that the manager makes right after somebody was added. */
async function codeFor(nia: Adult, name: string): Promise<string> {
	await nia.press(`Make a code for ${name}`);
	await nia.press('Make a code');
	const card = nia.part(`A code for ${name}`);
	await expect(card).toContainText('It works until tomorrow', { timeout: 30_000 });
	return (await card.locator('.code').innerText()).replace('Code:', '');
}

test('the first hour of an empty real home: from the set-up code to the first wish that is answered', async ({
	empty,
	page,
	otherDevice
}) => {
	test.setTimeout(300_000);
	await page.goto('/');
	await expect(page.getByRole('link', { name: /I have a code/ })).toBeVisible();
	await expect(page.getByRole('button', { name: /Sign in as|Open .* drawer/ })).toHaveCount(0); // nothing made up here

	const nia = await joinsStaff(page, empty.code, 'Nia');
	await test.step('its manager comes in with the set-up code, and is told what comes first', async () => {
		await expect(nia.heading(/^Oak House, /)).toBeVisible();
		await expect(nia.page).toHaveURL(/\/home$/);
		await findsNothingWrong(page);
		for (const section of ['Key worker', 'Codes', 'Away', 'Told to me', 'My card', 'Settings', 'People']) {
			await nia.go(section);
			await findsNothingWrong(page);
		}
	});

	let workersCode = '';
	let childsCode = '';
	await test.step('she adds a worker and a child, says who is whose key worker, and makes their codes', async () => {
		await adds(nia, 'Worker', 'Bryn');
		workersCode = await codeFor(nia, 'Bryn');
		await adds(nia, 'Young person', 'Ada');
		childsCode = await codeFor(nia, 'Ada');
		await nia.go('Key worker');
		await nia.press('Change: Ada, First');
		await nia.press('Save');
		await expect(nia.words('Choose who.')).toBeVisible();
		await nia.page.getByLabel('Who, from now on?').selectOption({ label: 'Bryn' });
		await expect(nia.words('Bryn has no card yet. Ada will see only the name.')).toBeVisible();
		await nia.press('Save');
		await expect(nia.words('Saved. Ada sees the new face once this device is online.')).toBeVisible();
	});

	await test.step('in the home’s own words: a link worker, a chat; and two days for an answer', async () => {
		await nia.go('Settings');
		await nia.fill('Days before something unanswered moves on (up to 60)', '99');
		await nia.press('Save the settings');
		await expect(nia.words('Type a number of days, up to 60.')).toBeVisible();
		await nia.fill('Days before something unanswered moves on (up to 60)', '2');
		await nia.page.getByLabel('Nation', { exact: true }).selectOption({ label: 'Wales' });
		await nia.fill('Key worker', 'link worker');
		await nia.fill('Our time', 'Our chat');
		await nia.press('Save the settings');
		await expect(nia.words('Saved. Everybody sees it once this device is online.')).toBeVisible();
		await expect(nia.page.getByRole('navigation', { name: 'Pages here' })).toContainText('Link worker');
	});

	const bryn = await joinsStaff((await otherDevice()).page, workersCode, 'Bryn');
	await test.step('the worker joins and makes a card', async () => {
		await expect(bryn.part('Ada')).toContainText('Nothing of Ada’s waits for an answer.');
		await bryn.press('Make your card');
		await bryn.fill('My job, in one line', 'I look out for you.');
		await bryn.fill('When I am here', 'Most evenings.');
		await bryn.press('Save my card');
		await expect(bryn.words('Saved. Young people see it once this device is online.')).toBeVisible();
	});

	const ada = await otherDevice();
	await test.step('the child joins, sees who is there, and asks', async () => {
		await ada.join(childsCode, 'Ada');
		await ada.comes(ada.part('My link worker').getByText('Most evenings.'));
		await expect(ada.part('Our chat')).toContainText('Nothing is planned yet');
		await findsNothingWrong(ada.page);
		await new Asking(ada).ask('My family', 'Can I ring my gran?');
		await expect(ada.words('Sent')).toBeVisible({ timeout: 30_000 });
		await expect(ada.words(/Sayso tells Nia/)).toBeVisible();
	});

	await test.step('in Wales, the guide in her drawer is that of Wales', async () => {
		await ada.page.getByRole('link', { name: 'All I asked' }).click();
		await ada.page.getByRole('link', { name: 'Today' }).click();
		await ada.page.getByRole('link', { name: 'Guide', exact: true }).click();
		await expect(ada.words(/Care Inspectorate Wales/).first()).toBeVisible();
		await expect(ada.words(/This page is about England/)).toHaveCount(0);
		await ada.page.getByRole('link', { name: 'Today' }).click();
		await ada.page.getByRole('link', { name: /^All I asked/ }).click();
		await ada.page.getByRole('link', { name: /Can I ring my gran/ }).click();
	});

	await test.step('it is on the worker’s plan, and comes back answered', async () => {
		await bryn.go('Children');
		await bryn.comes(bryn.part('Ada').getByText('Less than a day'));
		await bryn.press('Plan with Ada');
		await bryn.press('Answer', bryn.said('Can I ring my gran?'));
		await bryn.choose('It will happen.');
		await bryn.fill('Because', 'You asked, and she would like it too.');
		await bryn.fill('What will happen?', 'We go on Saturday.');
		await bryn.fill('By when?', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
		await bryn.press('Send the answer');
		await expect(bryn.words('Nothing waits')).toBeVisible();
		await ada.comes(ada.words(/^Bryn answered, /));
		await expect(ada.words('You asked, and she would like it too.')).toBeVisible();
	});

	await test.step('the manager sees that all is set, and not one word of it', async () => {
		await nia.go('Home');
		const row = nia.page.getByRole('row').filter({ hasText: 'Ada' });
		await nia.comes(row.getByText('Card: done'));
		await expect(row).toContainText('Nothing waits');
		expect(await nia.page.content()).not.toContain('gran');
	});
});
