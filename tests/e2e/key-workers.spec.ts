import { randomUUID } from 'node:crypto';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test('who was my key worker before, until when and why it changed, stands on Today and then on the card', async ({
	home,
	child,
	page
}) => {
	const ada = await home.addChild('Ada', ['Sam']);
	const jo = await home.idOf('Jo');
	const because = 'Sam is leaving. It is not because of you.';
	await (await home.as('pat')).call('set_key_worker', { id: randomUUID(), child: ada, worker: jo, place: 1, because });
	await child.join(await home.code(ada), 'Ada');
	const told = page.getByRole('link', { name: 'Jo is your key worker now' });
	await told.click();
	await expect(child.words('Before, it was Sam, until')).toBeVisible();
	await expect(child.words(because)).toBeVisible();
	await findsNothingWrong(page);
	await page.getByRole('link', { name: 'Today' }).click();
	await expect(told).toHaveCount(0);
	await child.part('My key worker').getByRole('link').click();
	await page.getByRole('button', { name: 'See Sam’s card' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sam');
	await expect(child.words('Sam was your key worker')).toBeVisible();
});

test('a child asks for a different key worker: the manager gets it, and the key worker never sees it', async ({
	home,
	child,
	page
}) => {
	const ben = await home.addChild('Ben', ['Sam', 'Jo']);
	await child.join(await home.code(ben), 'Ben');
	await child.part('My key workers').getByRole('link', { name: /^Sam/ }).click();
	await page.getByRole('link', { name: 'Ask for a different key worker' }).click();
	await page.getByRole('button', { name: 'I have read this' }).click();
	await expect(child.words('Sayso does not show it to Sam.')).toBeVisible();
	await expect(child.words('Pat decides. The answer says why.')).toBeVisible();
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'Next: who gets it' }).click();
	await expect(child.words('Write or draw, or just ask. Then go on.')).toBeVisible();
	await page.getByRole('button', { name: 'Write', exact: true }).click();
	await page.getByLabel('My words').fill('I cannot talk to Sam.');
	await page.getByRole('button', { name: 'Next: who gets it' }).click();
	await expect(child.words('We picked Pat for you. You can change that.')).toBeVisible();
	await expect(page.getByRole('checkbox', { name: /Sam/ })).toHaveCount(0);
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'Send to Pat' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('A different key worker');
	const requests = async (who: string) =>
		(await (await home.as(who)).view()).items.filter(({ child_id }) => child_id === ben);
	await expect.poll(() => requests('pat')).toMatchObject([{ kind: 'request', words: 'I cannot talk to Sam.' }]);
	expect(await requests('sam')).toEqual([]);
	expect(await requests('jo')).toEqual([]);
});

test('who does not want to say why just asks', async ({ home, child, page }) => {
	await child.join(await home.code(await home.addChild('Cleo', ['Jo'])), 'Cleo');
	await child.part('My key worker').getByRole('link').click();
	await page.getByRole('link', { name: 'Ask for a different key worker' }).click();
	await page.getByRole('button', { name: 'I have read this' }).click();
	await page.getByRole('button', { name: 'Just ask, without a reason' }).click();
	await expect(child.words('I would like a different key worker.')).toBeVisible();
	await page.getByRole('button', { name: 'Send to Pat' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('A different key worker');
	await page.getByRole('link', { name: 'All I asked' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await child.part('My key worker').getByRole('link').click();
	await expect(child.words('You asked for a different key worker.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Ask for a different key worker' })).toHaveCount(0);
});
