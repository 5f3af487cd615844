import { randomUUID } from 'node:crypto';
import { Asking, newChild, seenBy } from '../support/asking.ts';
import { expect, test } from '../support/journey.ts';

test('what a child keeps off their first page is not on it, nor that it came back; and the page can be plain', async ({
	home,
	child,
	page
}) => {
	const jo = await home.as('jo');
	const me = await newChild(home, child, ['Jo']);
	const asking = new Asking(child);
	await asking.begin();
	await asking.write('See my gran.');
	await asking.next('Next: who gets it');
	await asking.next('Next: look and send');
	await asking.send();
	await expect.poll(async () => (await seenBy(home, 'jo', me)).length).toBe(1);
	const [item] = await seenBy(home, 'jo', me);
	const answer = {
		answer: 'no' as const,
		because: 'She is ill.',
		will_happen: null,
		by_day: null,
		asked_whom: null,
		asked_on: null
	};
	await jo.call('answer_item', { id: randomUUID(), item: item!.id, ...answer });
	const name = (await jo.view()).people.find(({ id }) => id === me)!.name;
	await page.goto('/');
	await child.drawer(name).click();
	const came = page.getByRole('region', { name: 'What came back' });
	await child.comes(came);
	await expect(page.getByRole('main')).toContainText('See my gran.');

	await page.getByRole('link', { name: /^My drawer/ }).click();
	await page.getByRole('button', { name: 'Say less on my first page' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await expect(came).toContainText('Something came back');
	await expect(came).not.toContainText('Jo');
	await expect(page.getByRole('main')).not.toContainText('See my gran.');
	await page.getByRole('link', { name: /^My drawer/ }).click();
	await page.getByRole('button', { name: 'Say less on my first page' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await expect(came).toContainText('Jo');

	await page.locator('main a[href="/my/story/all"]').click();
	await page.locator('main a[href="/my/story"]').first().click();
	await page.getByRole('button', { name: 'Keep this off my first page' }).click();
	await expect(page.getByRole('button', { name: 'Show this on my first page again' })).toBeVisible();
	await page.goto('/');
	await child.drawer(name).click();
	await expect(page.getByRole('main')).toContainText('Our time');
	await expect(came).toBeHidden();
	await expect(page.getByRole('main')).not.toContainText('See my gran.');
});
