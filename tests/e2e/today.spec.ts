import { newChild } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';
import { inMyDrawer } from '../support/child';

test('Robin sees what came back, who is there, what comes next and what was asked', async ({ child, page }) => {
	await child.openDemo('Robin');
	const keyWorkers = child.part('My key workers');
	await expect(keyWorkers.getByRole('link', { name: /^Sam/ })).toContainText('Away until Thursday');
	await expect(keyWorkers.getByRole('link', { name: /^Sam/ })).toContainText('Jo is here for you');
	await expect(keyWorkers.getByRole('link', { name: /^Jo/ })).toContainText('Afternoons and evenings, two till ten.');
	await expect(page.getByRole('link', { name: /Jo answered you/ })).toBeVisible();
	await expect(child.part('Our time')).toContainText(/Thursday.* 4:30.*The park, with Sam/);
	await expect(page.getByRole('link', { name: /^My list The school trip form\./ })).toBeVisible();
	await expect(page.getByRole('link', { name: /^All I asked I want to see Leo more/ })).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'Always here' }).getByRole('link')).toHaveText([
		...['Guide', 'My rights', 'Advocate', 'Complain']
	]);
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
		await expect(page.getByRole('link', { name: / answered you/ }).first()).toBeVisible();
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
	await expect(page.getByRole('link', { name: /Sam answered you/ }).first()).toBeVisible();
	await expect(page.getByRole('link', { name: /Jo answered you/ })).toHaveCount(0);
});

test('on the first night a name is enough', async ({ home, child, page }) => {
	const worker = `Wren ${Date.now() % 1000}`;
	await home.addWorker(worker);
	await child.join(await home.code(await home.addChild('Ada', [worker])), 'Ada');
	const card = child.part('My key worker').getByRole('link');
	await expect(card).toContainText(worker);
	await expect(card).toContainText(`${worker} has not made a card yet`);
	await expect(child.part('Our time')).toContainText('Nothing is planned yet');
	await expect(page.getByRole('link', { name: 'All I asked Nothing asked for yet' })).toBeVisible();
	await expect(page.getByRole('region', { name: 'What came back' })).toHaveCount(0);
	await findsNothingWrong(page);
	await card.click();
	await expect(child.words(`${worker} has not made a card yet.`)).toBeVisible();
	await findsNothingWrong(page);
	await page.getByRole('link', { name: 'Today' }).click();
	await inMyDrawer(page, 'All I have shared');
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
	await inMyDrawer(page, 'My devices');
	await page.getByRole('link', { name: 'Today' }).click();
	await page.reload();
	await child.openDrawer('Dina');
	await page.getByRole('link', { name: 'A device was added Is it yours?' }).click();
	const told = page.getByRole('listitem').filter({ hasText: 'Blue phone' });
	await expect(told).toContainText('Added today. Jo made the code.');
	await findsNothingWrong(page);
	await told.getByRole('button', { name: 'That was not me' }).click();
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
	await page.getByRole('link', { name: /^A device was added/ }).click();
	await page.getByRole('button', { name: 'Yes, it is mine' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await expect(page.getByRole('link', { name: /^A device was added/ })).toHaveCount(0);
	await expect(async () => {
		const { devices, login } = await phone.view();
		expect(devices.find(({ id }) => id === login)?.approved_at).not.toBeNull();
	}).toPass();
});

test('on the narrowest screen, in the largest words: the foot is never three and one, and nothing scrolls sideways', async ({
	home,
	child,
	page
}) => {
	await newChild(home, child);
	const name = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Hello ', '');
	for (const look of [{ lang: 'en' }, { lang: 'en-easy' }, { lang: 'ar', text: 'largest' }]) {
		await page.setViewportSize({ width: 320, height: 900 });
		await page.evaluate((worn) => localStorage.setItem('sayso.look', JSON.stringify(worn)), look);
		await page.goto('/');
		await page.locator('.drawer').filter({ hasText: name }).click();
		const foot = page.locator('.foot-links a');
		for (const width of [320, 412, 600]) {
			await page.setViewportSize({ width, height: 900 });
			await expect(foot).toHaveCount(4);
			const tops = await foot.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
			expect([1, 2, 4], `${look.lang} at ${width}`).toContain(tops.filter((top) => top === tops[0]).length);
		}
		await page.setViewportSize({ width: 320, height: 900 });
		await page.locator('a[href="/my/time"]').first().click();
		await page.locator('a[href="/my/meeting"]').first().click();
		const understood = page.locator('main .btn-go, main .btn-say').first();
		await expect(page.locator('.steps').or(understood).first()).toBeVisible();
		if (!(await page.locator('.steps').isVisible())) await understood.click();
		await expect(page.locator('.steps')).toBeVisible();
		const root = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
		expect(await page.evaluate(root), look.lang).toBeLessThanOrEqual(0);
	}
});
