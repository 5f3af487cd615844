import { Asking, joinedChild, newChild, seenBy } from '../support/asking.ts';
import { expect, test } from '../support/journey.ts';

test('law 4: what was begun is still there after a lock and a reload, with its drawing', async ({
	home,
	child,
	page
}) => {
	await joinedChild(home, child);
	const name = (await child.page.getByRole('heading', { level: 1 }).innerText()).replace('Hello ', '');
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('School');
	await asking.write('The bus is too early.');
	await asking.draw();
	await page.getByRole('button', { name: 'Keep it for later' }).click();
	await child.seesToday(name);
	await child.lock();
	await page.reload();
	await child.openDrawer(name);
	await page.getByRole('link', { name: 'Not sent yet The bus is too early.' }).click();
	await expect(child.words('You began this before.')).toBeVisible();
	await expect(page.getByLabel('My words')).toHaveValue('The bus is too early.');
	await expect(page.getByRole('button', { name: 'School', exact: true })).toHaveAttribute('aria-pressed', 'true');
	await asking.toSend();
	await expect(page.getByRole('img', { name: 'My drawing' })).toBeVisible();
	await page.goBack();
	await page.goBack();
	await page.getByRole('button', { name: 'Start again' }).first().click();
	await page.getByRole('button', { name: 'Throw it away' }).click();
	await expect(page.getByRole('button', { name: 'School', exact: true })).toHaveAttribute('aria-pressed', 'false');
});

test('what I began stands on Today until it is sent; of a complaint, only that it is one', async ({
	home,
	child,
	page
}) => {
	await newChild(home, child);
	const begun = page.getByRole('link', { name: /^Not sent yet/ });
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('Money');
	await page.getByRole('button', { name: 'Keep it for later' }).click();
	await expect(begun).toHaveText(/Money/);
	await page.locator('.foot-links a[href="/my/complain"]').click();
	await page.getByRole('button', { name: 'A rule', exact: true }).click();
	await asking.write('They shout.');
	await page.getByRole('button', { name: 'Keep it for later' }).click();
	await expect(begun).toHaveText([/Money/, /A complaint that I made/]);
	await expect(page.getByRole('main')).not.toContainText('They shout.');
	await begun.first().click();
	await asking.toSend();
	await asking.send();
	await page.getByRole('link', { name: 'All I asked' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await expect(begun).toHaveText([/A complaint that I made/]);
});

test(
	'law 4: with no network it waits on this tablet, and goes by itself, once',
	{ tag: '@kept' },
	async ({ home, child }) => {
		const me = await newChild(home, child);
		await home.as('jo');
		const asking = new Asking(child);
		await child.losesSignal();
		await asking.ask('Food', 'Noodles again, please.');
		await expect(child.words('Waiting on this tablet')).toBeVisible();
		await expect(child.words('Sent')).toBeHidden();
		expect(await seenBy(home, 'jo', me)).toEqual([]);
		await child.findsSignal();
		await expect(child.words('Sent')).toBeVisible({ timeout: 30_000 });
		expect(await seenBy(home, 'jo', me)).toHaveLength(1);
	}
);

test('sent is gone from the drawer: the next one begins empty', async ({ home, child, page }) => {
	await newChild(home, child);
	const asking = new Asking(child);
	await asking.ask('Money', 'More, please.');
	await page.getByRole('link', { name: 'All I asked' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await asking.begin();
	await expect(child.words('You began this before.')).toBeHidden();
	await expect(page.locator('.tile.on')).toHaveCount(0);
});

test('Send pressed twice sends once', async ({ home, child, page }) => {
	const me = await newChild(home, child);
	await home.as('jo');
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('Money');
	await asking.toSend();
	await page.getByRole('button', { name: /^Send to/ }).dblclick();
	await expect(page).toHaveURL(/\/my\/story$/);
	await expect.poll(async () => (await seenBy(home, 'jo', me)).length).toBe(1);
});

test('nothing said, and one space, are told apart from something said, and lose nothing', async ({ home, child }) => {
	await newChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	await asking.next('Next: who gets it');
	await expect(child.words('Pick a picture, write or draw. Then go on.')).toBeVisible();
	await asking.write(' ');
	await asking.next('Next: who gets it');
	await expect(child.words('Pick a picture, write or draw. Then go on.')).toBeVisible();
	await asking.write('a');
	await asking.next('Next: who gets it');
	await expect(asking.heading('Who gets it?')).toBeVisible();
});

test('five thousand letters can be sent, one more says how many to take out, and keeps them all', async ({
	home,
	child,
	page
}) => {
	const me = await newChild(home, child);
	await home.as('jo');
	const asking = new Asking(child);
	await asking.begin();
	const family = '👨‍👩‍👧'; // five code points
	await asking.write(family.repeat(1000) + 'a');
	await expect(child.words('That is too long. Take out 1 letter.')).toBeVisible();
	await asking.next('Next: who gets it');
	await expect(asking.heading('What is it about?')).toBeVisible();
	await expect(page.getByLabel('My words')).toHaveValue(family.repeat(1000) + 'a');
	await asking.write(family.repeat(1000));
	await expect(child.words('0 letters left')).toBeVisible();
	await asking.toSend();
	await asking.send();
	await expect(child.words('Sent')).toBeVisible();
	expect((await seenBy(home, 'jo', me))[0]?.words).toBe(family.repeat(1000));
});

test('words that run from the right, and words that look like a program, arrive as they were written', async ({
	home,
	child,
	page
}) => {
	const me = await newChild(home, child);
	await home.as('jo');
	const asking = new Asking(child);
	for (const words of ['أريد أن أرى أخي 123', "<script>alert(1)</script> {{name}} ' OR 1=1 --"]) {
		await asking.ask('Something else', words);
		await expect(page.getByText(words)).toBeVisible();
		await page.getByRole('link', { name: 'All I asked' }).click();
		await page.getByRole('link', { name: 'Today' }).click();
	}
	await expect
		.poll(async () => (await seenBy(home, 'jo', me)).map(({ words }) => words))
		.toEqual(['أريد أن أرى أخي 123', "<script>alert(1)</script> {{name}} ' OR 1=1 --"]);
});

test('Send stands on the screen together with the faces', async ({ home, child, page }) => {
	await newChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('My family');
	await asking.toSend();
	const height = page.viewportSize()?.height ?? 0;
	for (const what of [
		page.getByRole('button', { name: /^Send to/ }),
		child.part('Who will see this').locator('.face').first()
	]) {
		const place = await what.boundingBox();
		expect((place?.y ?? NaN) + (place?.height ?? NaN)).toBeLessThanOrEqual(height);
	}
});
