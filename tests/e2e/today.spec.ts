import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test('Robin sees who is there, what comes next, what was asked and what was promised', async ({ child, page }) => {
	await child.openDemo('Robin');
	const keyWorkers = child.part('My key workers');
	await expect(keyWorkers.getByRole('link', { name: /^Sam/ })).toContainText('Away until Thursday');
	await expect(keyWorkers.getByRole('link', { name: /^Sam/ })).toContainText('Jo is here for you');
	await expect(keyWorkers.getByRole('link', { name: /^Jo/ })).toContainText('Afternoons and evenings, two till ten.');
	await expect(page.getByRole('link', { name: /Jo answered you/ })).toBeVisible();
	const time = child.part('Our time');
	await expect(time).toContainText(/Thursday \d+ \w+, 4:30/);
	await expect(time).toContainText('Walk: The park');
	await expect(time).toContainText('With Sam');
	await expect(time).toContainText('What for: Hear how school is.');
	await expect(child.part('My list')).toContainText('The school trip form.');
	await expect(child.part('What I asked for')).toContainText('Sent. Nobody has opened it yet.');
	await expect(child.part('Promises to me')).toContainText('Sam, by Thursday');
	await findsNothingWrong(page);
});

test('both key workers stand side by side, as large as each other', async ({ child }) => {
	await child.openDemo('Robin');
	const cards = child.part('My key workers').getByRole('link');
	await expect(cards).toHaveCount(2);
	const [sam, jo] = [await cards.nth(0).boundingBox(), await cards.nth(1).boundingBox()];
	expect([sam, jo]).not.toContain(null);
	expect(sam?.width).toBe(jo?.width);
	expect(sam?.height).toBe(jo?.height);
	expect(sam?.y).toBe(jo?.y);
});

test.describe('on a small phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('the first four things to press are on the first screen', async ({ child, page }) => {
		await child.openDemo('Robin');
		await expect(page.getByRole('link', { name: / answered you/ })).toBeVisible();
		const fourth = await page.getByRole('main').getByRole('link').nth(3).boundingBox();
		expect((fourth?.y ?? NaN) + (fourth?.height ?? NaN)).toBeLessThanOrEqual(780);
	});
});

test('an answer that was opened does not come again', async ({ child, page }) => {
	await child.openDemo('Robin');
	await page.getByRole('link', { name: /Jo answered you/ }).click();
	await expect(page).toHaveURL(/\/my\/story$/);
	await page
		.getByRole('main')
		.getByRole('link', { name: /Today|All I asked/ })
		.first()
		.click();
	await page.getByRole('link', { name: 'Hide' }).click();
	await child.seesDoor();
	await child.drawer('Robin').click();
	await child.seesToday('Robin');
	await expect(page.getByRole('link', { name: /Sam answered you/ })).toBeVisible();
	await expect(page.getByRole('link', { name: /Jo answered you/ })).toHaveCount(0);
});

test('on the first night a name is enough', async ({ home, child, page }) => {
	const worker = `Wren ${Date.now() % 1000}`;
	await home.addWorker(worker);
	await child.join(await home.code(await home.addChild('Ada', [worker])), 'Ada');
	const card = child.part('My key worker').getByRole('link');
	await expect(card).toContainText(worker);
	await expect(card).toContainText(`More about ${worker} comes soon`);
	await expect(child.part('Our time')).toContainText('Nothing is planned yet');
	await expect(page.getByRole('region', { name: 'What I asked for' })).toHaveCount(0);
	await findsNothingWrong(page);
	await card.click();
	await expect(child.words(`${worker} has not made a card yet.`)).toBeVisible();
	await findsNothingWrong(page);
	await page.getByRole('link', { name: 'Today' }).click();
	await page.getByRole('link', { name: 'All I have shared' }).click();
	await expect(child.words('You have not shared anything yet.')).toBeVisible();
	await findsNothingWrong(page);
});

test('with no key worker yet, Today says who picks one', async ({ home, child, page }) => {
	await child.join(await home.code(await home.addChild('Ben', [])), 'Ben');
	await expect(child.part('My key worker')).toContainText('You have no key worker yet');
	await expect(child.part('My key worker')).toContainText('Pat picks one. You can ask when.');
	await findsNothingWrong(page);
});

test('a card introduces somebody, and a cover can be refused', async ({ home, child, page }) => {
	await child.join(await home.code(await home.addChild('Cleo', ['Sam', 'Jo'])), 'Cleo');
	await child.part('My key workers').getByRole('link', { name: /Sam/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sam');
	await expect(page.getByRole('img', { name: 'A picture of Sam' })).toBeVisible();
	await expect(child.part('Three things about me')).toContainText('I have two budgies.');
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'I do not want Jo to cover' }).click();
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'I do not want Jo', exact: true }).click();
	await expect(child.words('You said no to Jo covering. You can ask any adult here.')).toBeVisible();
	const mine = await (await home.as('pat')).view();
	expect(mine.away.length).toBeGreaterThan(0);
	await page.getByRole('link', { name: 'Today' }).click();
	await expect(child.part('My key workers').getByRole('link', { name: /Sam/ })).toContainText('Ask any adult here');
});

test('a device that was added is told on the older one, which can say no', async ({ home, child, page }) => {
	const dina = await home.addChild('Dina');
	await child.join(await home.code(dina), 'Dina');
	const stranger = await home.account(await home.code(dina, { by: 'jo', device: 'Blue phone' }));
	await page.getByRole('link', { name: 'My devices' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await page.reload();
	await child.openDrawer('Dina');
	const told = child.part('A device was added to your things');
	await expect(told).toContainText('Blue phone, today.');
	await expect(told).toContainText('Jo made the code for it.');
	await findsNothingWrong(page);
	await told.getByRole('button', { name: 'No, that was not me' }).click();
	await expect(child.words('Tell an adult you feel safe with.')).toBeVisible();
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'Switch it off' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Switch it off' }).click();
	await expect(child.words('You stopped it today.')).toBeVisible();
	await expect(async () => expect((await stranger.stop())?.stopped).toBe(true)).toPass();
});

test('a device that is mine is let in by one press', async ({ home, child, page }) => {
	const emil = await home.addChild('Emil');
	await child.join(await home.code(emil), 'Emil');
	const phone = await home.account(await home.code(emil, { by: 'jo', device: 'My phone' }));
	await page.reload();
	await child.openDrawer('Emil');
	await page.getByRole('button', { name: 'Yes, it is mine' }).click();
	await expect(child.part('A device was added to your things')).toHaveCount(0);
	await expect(async () => {
		const { devices, login } = await phone.view();
		expect(devices.find(({ id }) => id === login)?.approved_at).not.toBeNull();
	}).toPass();
});
