import { randomUUID } from 'node:crypto';
import type { Id } from '../../src/lib/domain/item.ts';
import { findsNothingWrong } from '../support/axe.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';
import { PLAN, planned, soon, toOurTime } from '../support/session.ts';

const saidIn = async (home: Home, session: Id) =>
	(await (await home.as('jo')).view()).sessions.find(({ id }) => id === session)?.events.at(-1);

test('a child sees when, where, how, with whom and what for, and who can see it; and picks how', async ({
	home,
	child,
	page
}) => {
	const { session } = await planned(home, child, { aims: ['issue', 'settling'] });
	await toOurTime(child);
	for (const words of [
		'The park',
		'With Jo',
		'Sorting something out',
		'Settling in here',
		'Hear how school is.',
		'Jo and Pat can see this.'
	]) {
		await expect(child.words(words)).toBeVisible();
	}
	await expect(page.getByRole('button', { name: 'Walk', exact: true })).toHaveAttribute('aria-pressed', 'true');
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'Drive', exact: true }).click();
	await expect(child.words('You picked: Drive')).toBeVisible();
	await expect.poll(() => saidIn(home, session)).toMatchObject({ kind: 'how_picked', how: 'drive' });
});

test('do what, too: by a picture, with no signal; in words that wait while they are begun; the worker sees it', async ({
	home,
	child,
	page,
	context,
	adult
}) => {
	const { me, session } = await planned(home, child);
	await toOurTime(child);
	await page.getByRole('button', { name: 'Do something', exact: true }).click();
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Food', exact: true }).click();
	await expect(child.words('You picked: Do something. Food')).toBeVisible();
	await page.getByText('In my words').first().click();
	await page.getByRole('textbox', { name: 'In my words' }).fill('Bake a cake.');
	await page.getByRole('link', { name: 'Today' }).click();
	await toOurTime(child);
	await page.getByRole('button', { name: 'Tell Jo' }).click(); // kept while begun
	await expect(child.words('You picked: Do something. Food: Bake a cake.')).toBeVisible();
	await findsNothingWrong(page);
	await context.setOffline(false);
	await expect
		.poll(() => saidIn(home, session), { timeout: 20_000 })
		.toMatchObject({ how: 'activity', symbol: 'food', words: 'Bake a cake.' });
	const jo = await adult('Jo');
	const { name } = (await (await home.as('jo')).view()).people.find(({ id }) => id === me)!;
	await expect(jo.page.getByRole('article', { name })).toContainText('Do something: Food: Bake a cake.');
});

test('"I do not want to meet this time" is one tap, asks for no reason and says that nothing bad happens', async ({
	home,
	child,
	page
}) => {
	const { session } = await planned(home, child);
	await toOurTime(child);
	await page.getByRole('button', { name: 'I do not want to meet this time' }).click();
	await expect(child.words('That is fine. Nothing bad happens.')).toBeVisible();
	await expect.poll(() => saidIn(home, session)).toMatchObject({ kind: 'not_today' });
});

test('another time is asked for by pictures, offline too, and says what stays until there is an answer', async ({
	home,
	child,
	page,
	context
}) => {
	const { session } = await planned(home, child);
	await toOurTime(child);
	await page.getByRole('link', { name: 'Ask for another time' }).click();
	await page.getByRole('button', { name: 'Ask Jo' }).click();
	await expect(child.words('Pick a day or a part of the day, or write when.')).toBeVisible();
	await page.getByRole('group', { name: 'Day', exact: true }).getByRole('button').nth(3).click();
	await page.getByRole('button', { name: 'Midday' }).click();
	await expect(page.getByText('Jo says yes or no. Till then')).toBeVisible();
	await findsNothingWrong(page);
	await page.getByRole('link', { name: 'Our time' }).click();
	await page.getByRole('link', { name: 'Ask for another time' }).click();
	await expect(page.getByRole('button', { name: 'Midday' })).toHaveAttribute('aria-pressed', 'true'); // kept while begun
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Ask Jo' }).click();
	await expect(child.words('You asked for another time')).toBeVisible();
	await expect(child.words('Waiting on this tablet.')).toBeVisible();
	await context.setOffline(false);
	const day = soon(3).slice(0, 10);
	await expect
		.poll(() => saidIn(home, session), { timeout: 20_000 })
		.toMatchObject({ kind: 'other_time_asked', day, part: 'midday', words: '' });
});

test('or in words', async ({ home, child, page }) => {
	const { session } = await planned(home, child);
	await toOurTime(child);
	await page.getByRole('link', { name: 'Ask for another time' }).click();
	await page.getByText('Say it in words').click();
	await page.getByLabel('My words').fill('Saturday, after the match.');
	await page.getByRole('button', { name: 'Ask Jo' }).click();
	await expect(child.words('Saturday, after the match.')).toBeVisible();
	await expect.poll(() => saidIn(home, session)).toMatchObject({ words: 'Saturday, after the match.', day: null });
});

test('what changed since I last looked is said once, before and now, and so is that it was cancelled', async ({
	home,
	child,
	page
}) => {
	const { session } = await planned(home, child);
	await toOurTime(child);
	await expect(child.words('The park')).toBeVisible();
	const jo = await home.as('jo');
	await jo.call('change_session', {
		id: randomUUID(),
		session,
		starts_at: soon(3),
		...PLAN,
		place: 'The kitchen',
		aims: ['review']
	});
	await child.looksAgain();
	const changed = child.part('Jo changed our time');
	await expect(changed).toContainText('Now: The kitchen', { timeout: 20_000 });
	await expect(changed).toContainText('Before: The park');
	await expect(changed).toContainText('Now: Getting ready for a review');
	await expect(changed).not.toContainText('Walk');
	await changed.getByRole('button', { name: 'OK' }).click();
	await expect(changed).toBeHidden();
	await page.getByRole('link', { name: 'Today' }).click();
	await toOurTime(child);
	await expect(changed).toBeHidden();
	await jo.call('cancel_session', { id: randomUUID(), session, because: 'I am ill.' });
	await child.looksAgain();
	await expect(child.part('Jo cancelled our time')).toContainText('I am ill.', { timeout: 20_000 });
});

test('how we meet: the child says yes, or asks to change it', async ({ home, child, page }) => {
	const { me } = await planned(home, child);
	const jo = await home.as('jo');
	const said = {
		how_often: 'Every Thursday.',
		where_we_meet: 'Outside.',
		how_to_stop: 'Say stop.',
		notes_kept: 'I write to you.'
	};
	await jo.call('offer_agreement', { id: randomUUID(), child: me, ...said });
	await child.looksAgain();
	await toOurTime(child);
	await page.getByRole('link', { name: 'How we meet' }).click();
	await expect(child.words('You have not said yes yet.')).toBeVisible({ timeout: 20_000 });
	await page.getByRole('button', { name: 'Yes, I agree' }).click();
	await expect(child.words('You both said yes.')).toBeVisible();
	await page.getByRole('button', { name: 'Ask to change it' }).click();
	await page.getByLabel('Where we meet').fill('In the kitchen.');
	await page.getByRole('button', { name: 'Ask Jo' }).click();
	await expect(child.words('You said yes. Now Jo can say yes.')).toBeVisible();
	await expect
		.poll(async () => (await jo.view()).agreements.find(({ child_id }) => child_id === me))
		.toMatchObject({ where_we_meet: 'In the kitchen.', how_often: 'Every Thursday.', agreed: [{ person_id: me }] });
});

test('afterwards: what was written to me, my two taps and my own line, and the promises', async ({
	home,
	child,
	page
}) => {
	const { me, session } = await planned(home, child, { starts_at: soon(-0.1) });
	const jo = await home.as('jo');
	const record = { talked: 'School, and the bus.', came: '', went: 'You did most of the talking.', good: 'The cake.' };
	await jo.call('record_session', { id: randomUUID(), session, ...record });
	const promise = { child: me, session, owner: await home.idOf('Jo'), words: 'Ring the school.' };
	const kept = randomUUID();
	await jo.call('make_promise', { id: kept, ...promise, due: soon(2).slice(0, 10) });
	await jo.call('end_promise', { promise: kept, kept: false, because: 'The school was shut.' });
	await child.looksAgain();
	await page.getByRole('link', { name: /^Jo wrote to you/ }).click({ timeout: 20_000 });
	await expect(child.words('School, and the bus.')).toBeVisible();
	await expect(child.words('What happens now')).toBeHidden(); // nothing was written there
	await expect(child.part('Promises')).toContainText('Not done');
	await expect(child.part('Promises')).toContainText('Because: The school was shut.');
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(child.words('Pick one in each. Then send.')).toBeVisible();
	await page
		.getByRole('group', { name: 'Did we talk about what I wanted?' })
		.getByRole('button', { name: 'Yes' })
		.click();
	await page.getByRole('group', { name: 'How did you feel at the end?' }).getByRole('button', { name: 'Good' }).click();
	await page.getByText('Add a line of your own').click();
	await page.getByLabel('My words').fill('I liked the cake.');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(child.words('You said').first()).toBeVisible();
	await expect(child.words('I liked the cake.')).toBeVisible();
	const said = { kind: 'tapped', mine: 'yes', ended: 'good', words: 'I liked the cake.' };
	await expect.poll(() => saidIn(home, session)).toMatchObject(said);
});
