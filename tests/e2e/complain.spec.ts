import { randomUUID } from 'node:crypto';
import type { View } from '../../src/lib/domain/view.ts';
import { Asking, joinedChild, newChild } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { PIN, type Child } from '../support/child.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

const WORDS = 'My phone came back at 11 and not at 9.';
const complaintsIn = (view: View) => view.items.filter(({ kind }) => kind === 'complaint');

class Complaining extends Asking {
	override async begin(): Promise<void> {
		await this.page.locator('.foot-links a[href="/my/complain"]').click();
		const limits = this.page.getByRole('button', { name: 'I have read this' });
		await expect(this.heading('What is wrong?').or(limits)).toBeVisible();
		if (await limits.isVisible()) await limits.click();
		await expect(this.heading('What is wrong?')).toBeVisible();
	}

	async isAbout(...names: string[]): Promise<void> {
		for (const name of names)
			await this.page.getByRole('group', { name: 'Is it about a person?' }).getByText(name, { exact: true }).click();
	}
}

/** Everything that anybody of the staff is told: whether a complaint of this child is in it, by name. */
async function whoHasIt(home: Home, child: string): Promise<string[]> {
	const names = ['jo', 'sam', 'pat', 'morgan'];
	const views = await Promise.all(names.map(async (name) => (await home.as(name)).view()));
	return names.filter((_, at) => complaintsIn(views[at] as View).some(({ child_id }) => child_id === child));
}

async function complains(child: Child, about: string[]): Promise<Complaining> {
	const complaining = new Complaining(child);
	await complaining.begin();
	await complaining.pick('A rule');
	await complaining.write(WORDS);
	await complaining.next('Next: who it is about');
	await complaining.isAbout(...about);
	return complaining;
}

test('a complaint goes to the manager, never to who it is about, and is answered by a day with what was found', async ({
	home,
	child,
	page
}) => {
	const id = await newChild(home, child);
	const complaining = await complains(child, ['Jo']);
	await expect(page.getByText('Jo cannot open this or see that it is there.')).toBeVisible();
	await expect(page.getByText('Pat looks into this.')).toBeVisible();
	await findsNothingWrong(page);
	await complaining.next('Next: what you want');
	await complaining.pick('Tell me why');
	await complaining.pick('They say sorry');
	await expect(page.getByText('What I want: They say sorry. Tell me why.')).toBeVisible();
	await expect(page.getByRole('link', { name: /^Ring Childline: / })).toBeVisible();
	await findsNothingWrong(page);
	await complaining.send();
	await expect(page.getByRole('heading', { level: 1, name: 'Complaint' })).toBeVisible();
	await expect(async () => expect(await whoHasIt(home, id)).toEqual(['pat'])).toPass();
	const jo = await (await home.as('jo')).view();
	expect(JSON.stringify([jo.items, jo.waiting, jo.oversight]).includes(id)).toBe(false);

	const pat = await home.as('pat');
	const [item] = complaintsIn(await pat.view()).filter(({ child_id }) => child_id === id);
	expect(item?.words).toBe(`${WORDS}\n\nIt is about Jo.\n\nWhat I want: They say sorry. Tell me why.`);
	expect(item?.about_id).toBe(await home.idOf('Jo'));
	await pat.call('handle_item', { id: randomUUID(), item: item?.id ?? '', by_day: '2030-01-03' });
	const found = {
		answer: 'upheld' as const,
		because: 'The clock in the office was wrong.',
		will_happen: 'The clock is right now, and Jo asks you first.'
	};
	await pat.call('answer_item', {
		...{ id: randomUUID(), item: item?.id ?? '', ...found },
		...{ by_day: '2030-01-05', asked_whom: null, asked_on: null }
	});
	await page.locator('.crumb .back').click();
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))); // looks again
	await expect(page.getByRole('region', { name: 'New answers' })).toContainText('A complaint that I made', {
		timeout: 20_000
	});
	await expect(page.locator('main')).not.toContainText('My phone'); // not over a shoulder
	await page.locator('main a[href="/my/story"]').first().click();
	await expect(page.getByText('You were right')).toBeVisible();
	await expect(page.getByText('The clock in the office was wrong.')).toBeVisible();
	const stands = page.getByRole('region', { name: 'How it stands' });
	await expect(stands).toContainText(/Who deals with it Pat\. Jo cannot see it\./);
	await expect(stands).toContainText(/Answer by .* 3 January 2030\. The answer came in time\./);
	await expect(page.getByRole('link', { name: /^Ring Childline: / })).toBeVisible(); // outside help, whatever was found
	await findsNothingWrong(page);

	await test.step('a receipt says when, and what about only if the child wants it', async () => {
		await page.getByRole('link', { name: 'My receipt' }).click();
		const paper = page.getByRole('main');
		await expect(paper).toContainText(/Pat got it|Who deals with it\s*Pat/);
		await expect(paper).not.toContainText(WORDS);
		await expect(paper).not.toContainText('Jo');
		await findsNothingWrong(page);
		await page.getByRole('button', { name: 'Print what I said, too' }).click();
		await expect(paper).toContainText(WORDS);
		await page.getByRole('link', { name: 'My complaint' }).click();
	});

	await test.step('who is above can be asked to look again, and reads it from then on', async () => {
		await page.getByRole('button', { name: /^Ask Morgan to look again/ }).click();
		await expect(page.getByText(/These people can read it: .*Morgan/)).toBeVisible();
		await page.getByLabel('What did you mean?').fill('It happened again.');
		await page.getByRole('button', { name: 'Ask again' }).click();
		await expect(page.getByText('You gave it to Morgan too')).toBeVisible();
		await expect(async () => expect(await whoHasIt(home, id)).toEqual(['pat', 'morgan'])).toPass();
	});

	await test.step('taken back it leaves a mark with whoever read it, and an advocate is offered', async () => {
		await page.getByRole('button', { name: 'Take it back' }).click();
		await expect(page.getByRole('dialog')).toContainText(
			'Your records show that you complained. You can complain again.'
		);
		await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
		await expect(page.getByText('You took this back')).toBeVisible();
		await expect(async () => {
			const [mark] = complaintsIn(await pat.view()).filter(({ child_id }) => child_id === id);
			expect(mark?.taken_back_at).not.toBeNull();
		}).toPass();
	});
});

test('about the manager it goes above them; about two people, both are shut out; about all who lead, outside', async ({
	home,
	child,
	page
}) => {
	const id = await newChild(home, child);
	const complaining = await complains(child, ['Pat', 'Sam']);
	await expect(page.getByText('Morgan looks into this.')).toBeVisible();
	await complaining.isAbout('Morgan');
	await expect(page.getByText('No one here can look into this.')).toBeVisible();
	await complaining.next('Next: what you want');
	await expect(page.getByText('Pick at least one person')).toBeVisible();
	await complaining.isAbout('Morgan');
	await complaining.next('Next: what you want');
	await expect(page.getByText('Pat and Sam cannot open this or see that it is there.')).toBeVisible();
	await complaining.send();
	await expect(async () => expect(await whoHasIt(home, id)).toEqual(['morgan'])).toPass();
});

test('without a signal it waits on this tablet and is sent later; to read it asks for the lock once more', async ({
	home,
	child,
	page
}) => {
	const id = await joinedChild(home, child);
	const complaining = await complains(child, []);
	await complaining.next('Next: what you want');
	await page.context().setOffline(true);
	await complaining.send();
	await expect(page.getByText('Waiting on this').first()).toBeVisible();
	expect(await whoHasIt(home, id)).toEqual([]);
	await expect(page.getByText(WORDS)).toBeVisible(); // who sent it has opened it
	await page.context().setOffline(false);
	await expect(async () => expect(await whoHasIt(home, id)).toEqual(['pat'])).toPass({ timeout: 40_000 });
	await page.locator('.crumb .back').click();
	await page.getByRole('link', { name: /A complaint that I made/ }).click();
	await expect(complaining.heading('Open your lock once more')).toBeVisible();
	await expect(page.getByText(WORDS)).toHaveCount(0);
	await findsNothingWrong(page);
	await child.tapPin('000000');
	await expect(page.getByText('That is not how you open it now.')).toBeVisible();
	await child.tapPin(PIN);
	await expect(page.getByText(WORDS)).toBeVisible();
});

test('a picture alone says all of it: Help is beside it, nobody is picked before, and who reads it knows whom it is about', async ({
	home,
	child,
	adult,
	page
}) => {
	const id = await newChild(home, child);
	const complaining = new Complaining(child);
	await complaining.begin();
	await complaining.pick('I don’t feel safe');
	await expect(page.getByText('In danger? Go to an adult you feel safe with.')).toBeInViewport();
	await complaining.next('Next: who it is about');
	await expect(page.getByText('In danger? Go to an adult you feel safe with.')).toBeVisible();
	await complaining.isAbout('Jo');
	const gets = page.getByRole('group', { name: 'Who gets it' });
	await expect(gets.getByRole('checkbox', { checked: true })).toHaveCount(0);
	await gets.getByText('Pat', { exact: true }).click();
	await gets.getByText('Morgan', { exact: true }).click();
	await complaining.isAbout('Sam'); // whoever was picked stays picked
	await expect(gets.getByRole('checkbox', { checked: true })).toHaveCount(2);
	await complaining.next('Next: what you want');
	await complaining.pick('It stops');
	await complaining.send();
	await expect(async () => expect(await whoHasIt(home, id)).toEqual(['pat', 'morgan'])).toPass();
	const [item] = complaintsIn(await (await home.as('pat')).view()).filter(({ child_id }) => child_id === id);
	expect(item?.words).toBe('I don’t feel safe.\n\nIt is about Jo and Sam.\n\nWhat I want: It stops.');
	const pat = await adult('Pat');
	const name = (await (await home.as('pat')).view()).people.find((one) => one.id === id)?.name ?? '';
	const row = pat.page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'Complaint' });
	await pat.press('Read and answer', row);
	await expect(pat.page.getByText('About Jo. Sayso does not show it to Jo.')).toBeVisible();
	await expect(pat.page.getByText('It is about Jo and Sam.')).toBeVisible();
	await findsNothingWrong(pat.page);
});
