import { randomUUID } from 'node:crypto';
import type { Id } from '../../src/lib/domain/item.ts';
import { dayIn, type Adult } from '../support/adult.ts';
import { Asking, seenBy, viewOf } from '../support/asking.ts';
import type { Child } from '../support/child.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

test.use({ serviceWorkers: 'allow' });

const WISH = 'I want to see Leo more.';
const OLDER = 'The lamp in my room.';
const NEWEST = 'Pancakes on Sundays.';
const BECAUSE = 'Leo goes to bed early on most days.';
const HAPPENS = 'On Thursdays I drive you to Leo.';
const SLOW = { timeout: 30_000 };

/** A child of a name of its own, with Jo as key worker, who said something a while ago. */
async function joins(home: Home, child: Child): Promise<{ name: string; me: Id }> {
	const name = `Wren ${randomUUID().slice(0, 4)}`;
	const me = await home.addChild(name);
	await child.join(await home.code(me), name);
	return { name, me };
}

/** The way to the plan with this child, as an adult goes it. */
async function plansWith(jo: Adult, name: string): Promise<void> {
	await jo.go('Children');
	await jo.press(`Plan with ${name}`);
	await expect(jo.heading(`Plan with ${name}`)).toBeVisible();
}

async function opensStory(child: Child, words: string): Promise<void> {
	await child.page.getByRole('link', { name: words }).first().click();
	await expect(child.page).toHaveURL(/\/my\/story$/);
}

test('what a child asked with no network comes back answered, with a reason, and the time together after it', async ({
	home,
	child,
	page,
	context,
	adult
}) => {
	test.setTimeout(300_000);
	const jo = await adult('Jo');
	const { name, me } = await joins(home, child);
	const asking = new Asking(child);

	await test.step('asked with no network, it waits on this tablet; the drawer is shut and the page loaded anew', async () => {
		await asking.ask('My room', OLDER);
		await expect(child.words('Sent')).toBeVisible(SLOW);
		await page.getByRole('link', { name: 'All I asked' }).click();
		await page.getByRole('link', { name: 'Today' }).click();
		await child.losesSignal();
		await asking.ask('My family', WISH);
		await expect(child.words('Waiting on this tablet')).toBeVisible();
		await page.getByRole('link', { name: 'All I asked' }).click();
		await page.getByRole('link', { name: 'Today' }).click();
		await child.lock();
		await page.reload();
		await expect(child.drawer(name)).toBeVisible();
		expect((await seenBy(home, 'jo', me)).map(({ words }) => words)).toEqual([OLDER]);
	});

	await test.step('with the network back it arrives, once, while the drawer is still shut', async () => {
		await context.setOffline(false);
		const said = async () => (await seenBy(home, 'jo', me)).map(({ words }) => words);
		await expect.poll(said, SLOW).toEqual([OLDER, WISH]);
		await expect(child.drawer(name)).toBeVisible();
		await child.openDrawer(name);
		await asking.ask('Food', NEWEST);
		await expect(child.words('Sent')).toBeVisible(SLOW);
		await expect.poll(said, SLOW).toEqual([OLDER, WISH, NEWEST]);
	});

	await test.step('before planning, on the planning screen itself, the worker sees what was said, oldest first', async () => {
		await jo.comes(jo.part(name).getByText('Less than a day'));
		await expect(jo.part(name)).not.toContainText(WISH);
		await plansWith(jo, name);
		await expect(jo.page.getByRole('article').locator('.quote')).toHaveText([OLDER, WISH, NEWEST]);
		const order = jo.page.getByRole('main').locator('article, form');
		await expect(order.last()).toHaveJSProperty('tagName', 'FORM');
		for (const words of [OLDER, WISH, NEWEST]) {
			await jo.said(words).scrollIntoViewIfNeeded();
			await expect
				.poll(async () => (await seenBy(home, 'jo', me)).find((item) => item.words === words)?.opened_at, SLOW)
				.not.toBeNull();
		}
	});

	await test.step('the child sees by whom it was opened, and when', async () => {
		await page.getByRole('link', { name: 'All I asked' }).click();
		await opensStory(child, WISH);
		await child.comes(child.words('Seen by Jo'));
		await expect(child.page.getByRole('listitem').filter({ hasText: 'Seen by Jo' })).toContainText(/Today \d+:\d\d/);
	});

	await test.step('she puts it into the plan of a time together', async () => {
		await jo.press('Put in the plan', jo.said(WISH));
		await expect(jo.said(WISH)).toContainText('Goes into the plan when you share it');
		await jo.press(`Share the plan with ${name}`);
		for (const need of ['Pick a day.', 'Pick a time.', 'Say where.', 'Pick how.'])
			await expect(jo.words(need)).toBeVisible();
		await jo.fill('Date', dayIn(3));
		await jo.fill('Time', '16:30');
		await jo.fill('Place', 'The park');
		await jo.choose('Walk');
		await jo.press('Things from before');
		await jo.fill('What it is for', 'Hear how the new school is.');
		await jo.press(`Share the plan with ${name}`);
		await expect(jo.words(`${name} can see the plan once this device is online.`)).toBeVisible();
		await expect(jo.said(WISH)).toContainText(/In the plan for .* 4:30/);
		await child.comes(child.words(/^In the plan for /));
		await page.getByRole('link', { name: 'All I asked' }).click();
		await page.getByRole('link', { name: 'Today' }).click();
		await expect(child.part('Our time')).toContainText(/4:30.*The park, with Jo/);
	});

	await test.step('no answer goes without a reason: neither from the screen nor to the database', async () => {
		await jo.press('Answer', jo.said(WISH));
		await expect(jo.heading(`Answer ${name}`)).toBeVisible();
		await jo.press('Send the answer');
		await expect(jo.words('Pick an answer.')).toBeVisible();
		await jo.choose('Partly');
		await jo.press('Send the answer');
		await expect(jo.words('Say why. No answer is sent without a reason.')).toBeVisible();
		for (const missing of ['Say what will happen.', 'Pick a day.']) await expect(jo.words(missing)).toBeVisible();
		const item = (await seenBy(home, 'jo', me)).find(({ words }) => words === WISH)?.id ?? '';
		const jos = await home.as('jo');
		const answer = { item, answer: 'no', will_happen: null, by_day: null, asked_whom: null, asked_on: null } as const;
		for (const because of ['', ' \n '])
			await expect(jos.call('answer_item', { id: randomUUID(), ...answer, because })).rejects.toThrow(
				'answer_needs_reason'
			);
		expect((await seenBy(home, 'jo', me)).every(({ answered_at }) => answered_at === null)).toBe(true);
	});

	await test.step('the answer, its reason and its day; what is not hers to decide; and a plain no', async () => {
		await jo.fill('Because', BECAUSE);
		await jo.fill('What will happen?', HAPPENS);
		await jo.fill('By when?', dayIn(4));
		await expect(jo.words('Jo answered')).toBeVisible();
		await jo.press('Send the answer');
		await expect(jo.heading(`Plan with ${name}`)).toBeVisible();
		await jo.press('Answer', jo.said(OLDER));
		await jo.choose('Not mine to decide');
		await jo.fill('Who did you ask?', 'the manager');
		await jo.fill('When did you ask?', dayIn(0));
		await jo.fill('Because', 'Lamps are bought by the home.');
		await jo.fill(`By when does ${name} hear more?`, dayIn(6));
		await jo.press('Send the answer');
		await expect(jo.heading(`Plan with ${name}`)).toBeVisible();
		await jo.press('Answer', jo.said(NEWEST));
		await jo.choose('It will not happen.');
		await jo.fill('Because', 'The kitchen is shut on Sundays.');
		await jo.press('Send the answer');
		await expect(jo.heading(`Plan with ${name}`)).toBeVisible();
		await expect(jo.words('Nothing waits')).toBeVisible();
	});

	await test.step('the child sees all of it', async () => {
		await child.comes(page.getByRole('link', { name: /Jo answered you/ }).filter({ hasText: NEWEST }));
		await page.getByRole('link', { name: /^All I asked/ }).click();
		await expect(page.getByRole('region', { name: 'New answers' }).getByRole('link')).toHaveCount(3);
		await opensStory(child, WISH);
		for (const words of [/^Jo answered, /, 'Partly', HAPPENS, BECAUSE, 'By when'])
			await expect(child.words(words).first()).toBeVisible();
		await page.getByText('How it got here').click();
		await expect(child.words(/^In the plan for /)).toBeVisible();
		await page.getByRole('link', { name: 'All I asked' }).click();
		await opensStory(child, OLDER);
		await expect(child.words('Not mine to decide')).toBeVisible();
		await expect(child.words(/^the manager, \w+ \d+ \w+/)).toBeVisible();
		await page.getByRole('link', { name: 'All I asked' }).click();
		await expect(page.getByRole('link', { name: new RegExp(`${NEWEST}.*Jo answered: No`) })).toBeVisible();
	});

	await test.step('afterwards she writes to the child what came of it, and what is promised', async () => {
		const session = (await viewOf(home, 'jo')).sessions.find(({ child_id }) => child_id === me)?.id ?? '';
		const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
		const walked = {
			starts_at: hourAgo,
			place: 'The park',
			how: 'walk',
			purpose: 'Hear how the new school is.'
		} as const;
		await (await home.as('jo')).call('change_session', { id: randomUUID(), session, ...walked });
		await jo.go('Children');
		await jo.comes(jo.part(name).getByText('This time is over.'));
		await jo.press(`Write down our time with ${name}`);
		await expect(jo.heading(`Our time with ${name}`)).toBeVisible();
		await jo.fill('What did we talk about?', 'The new school, and the bus.');
		await jo.fill(`How did it go for ${name}?`, 'You did most of the talking.');
		await jo.press('Add a promise');
		await jo.press(`Share it with ${name}`);
		await expect(jo.words('Promise 1: say what.')).toBeVisible();
		await jo.fill('What', 'Ring the school about lunch.');
		await jo.fill('By which day', dayIn(5));
		await jo.fill('One good thing to end on', 'You made me laugh twice.');
		await jo.press(`Share it with ${name}`);
		await expect(jo.words(`Written down. ${name} can read it once this device is online.`)).toBeVisible();
		await expect(jo.part('Promised')).toContainText('Ring the school about lunch.');
	});

	await test.step('the child reads it, sees the promise, and says in two taps how it was', async () => {
		await page.getByRole('link', { name: 'Today' }).click();
		await child.comes(page.getByRole('link', { name: /^Jo wrote to you How was our time/ }));
		await page.getByRole('link', { name: /^Jo wrote to you/ }).click();
		await expect(child.part('Promises')).toContainText('Ring the school about lunch.');
		await expect(child.part('Promises')).toContainText(/Jo, by /);
		await expect(child.words('The new school, and the bus.')).toBeVisible();
		await expect(child.words('You made me laugh twice.')).toBeVisible();
		await page
			.getByRole('group', { name: 'Did we talk about what I wanted?' })
			.getByRole('button', { name: 'Yes' })
			.click();
		await page
			.getByRole('group', { name: 'How did you feel at the end?' })
			.getByRole('button', { name: 'Good' })
			.click();
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await expect(child.words('You said').first()).toBeVisible();
		await jo.comes(jo.words(`We talked about what ${name} wanted. It ended well.`));
	});
});
