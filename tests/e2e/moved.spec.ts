import { pathToFileURL } from 'node:url';
import { arrived, Asking, joinedChild } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test('a child who moved reads on until a day that is said, takes a copy, and is led to no screen that sends nothing', async ({
	home,
	child,
	page,
	adult
}) => {
	test.setTimeout(120_000);
	const asking = new Asking(child);
	const { me } = await arrived(home, asking, 'Food', 'More noodles', joinedChild);
	await (await home.as('pat')).call('person_left', { person: me });

	await page
		.getByRole('link', { name: 'Today' })
		.or(page.getByRole('link', { name: 'All I asked' }))
		.first()
		.click();
	await page.goto('/my').catch(() => undefined);
	const name = (await home.as('pat').then((pat) => pat.view())).people.find(({ id }) => id === me)?.name ?? '';
	await child.seesDoor();
	await child.openDrawer(name);
	const moved = child.part('You moved on today');
	await child.comes(moved);
	await expect(moved).toContainText(/You can read your things here until \w+day \d+ \w+/);
	await findsNothingWrong(page);
	await page.getByRole('link', { name: 'All I asked' }).click();
	await expect(child.words('More noodles')).toBeVisible();
	await page.getByRole('link', { name: 'Ask for something' }).click();
	await expect(child.part('You moved on today')).toContainText('Nothing new can be sent.');
	await expect(page.getByRole('link', { name: 'Advocate', exact: true })).toBeVisible();
	await expect(page.getByRole('button', { name: /^Send/ })).toHaveCount(0);
	await findsNothingWrong(page);

	await page.getByRole('link', { name: 'Take my things with me' }).click();
	await page.getByRole('button', { name: 'This is mine alone' }).click();
	await page.getByLabel('A word to open it').fill('blue kite over rain');
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Make the file' }).click();
	const file = test.info().outputPath('sayso.html');
	await (await coming).saveAs(file);
	await expect(child.words('The file is with your downloads now.')).toBeVisible();
	const elsewhere = await page.context().newPage();
	await elsewhere.goto(pathToFileURL(file).href);
	await elsewhere.getByLabel('The word that you picked').fill('blue kite over rain');
	await elsewhere.getByRole('button', { name: 'Open' }).click();
	await expect(elsewhere.getByText('More noodles')).toBeVisible();
	await expect(elsewhere.getByText(new RegExp(`${new Date().getFullYear()}`)).first()).toBeVisible(); // no "today": it is read on another day
	await elsewhere.close();

	const jo = await adult('Jo');
	const waits = jo.part('Others who wrote to you').getByRole('listitem').filter({ hasText: name });
	await expect(waits).toContainText('Moved on today. What was asked before can still be answered.');
});
