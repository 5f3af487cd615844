import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { isSaidAloud, writesDownWhatIsSaid } from '../support/aloud.ts';
import { Asking, newChild } from '../support/asking.ts';
import { PIN } from '../support/child.ts';
import { expect, test } from '../support/journey.ts';
import { PLAN, planned, soon, toOurTime } from '../support/session.ts';

/** What who sees nothing of the screen, and goes by keys, is told of and where they are then. */
const press = async (page: Page, name: string | RegExp, key = 'Enter') =>
	page
		.getByRole('button', { name, exact: typeof name === 'string' })
		.first()
		.press(key);
const focused = (page: Page) => page.locator(':focus');

test.beforeEach(({ page }) => writesDownWhatIsSaid(page));

test('a wish: the pen and the words have the focus, and sending, waiting and sent are said aloud', async ({
	home,
	child,
	page
}) => {
	await newChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	await press(page, 'School');
	await expect(focused(page)).toHaveAccessibleName('School');
	await press(page, 'Draw');
	await expect(focused(page)).toHaveAccessibleName('Your drawing');
	await press(page, 'Write');
	await expect(focused(page)).toHaveAccessibleName('My words');
	await page.keyboard.type('The bus.');
	for (const [step, title] of [
		['Next', 'Who gets it?'],
		['Next', 'Ready to send?']
	] as const) {
		await page
			.getByRole('button', { name: new RegExp(`^${step}`) })
			.or(page.getByRole('link', { name: new RegExp(`^${step}`) }))
			.first()
			.press('Enter');
		await isSaidAloud(page, title);
	}
	await page.context().setOffline(true);
	await isSaidAloud(page, 'No internet. What you write is kept on this tablet and sent later.');
	await press(page, /^Send/);
	await isSaidAloud(page, 'Waiting on this tablet');
	await page.context().setOffline(false);
	await isSaidAloud(page, /^Sent$/);
	await press(page, 'Take it back');
	await expect(focused(page)).toHaveAccessibleName('Leave it');
});

test('joining: what is wrong is said, and each step begins at its heading', async ({ home, child, page }) => {
	const code = await home.code(await home.addChild('Ada'));
	await page.goto('/join');
	const next = () => press(page, 'Next');
	const begins = async (title: string) => {
		await isSaidAloud(page, title);
		await expect(focused(page)).toHaveText(title);
	};
	await page.getByLabel('Code', { exact: true }).fill('ABCDEFGHJKMN');
	await next();
	await isSaidAloud(page, 'We do not know this code. Check each letter.');
	await page.getByLabel('Code', { exact: true }).fill(code);
	await next();
	await begins('What shall we call you?');
	await page.getByLabel('Name on your drawer').fill('');
	await next();
	await isSaidAloud(page, 'Type a name. One letter is fine.');
	await page.getByLabel('Name on your drawer').fill('Ada');
	await next();
	await begins('Pick the front of your drawer');
	await press(page, 'Fox');
	await next();
	await begins('How will you open it?');
	await page.getByLabel('6 numbers').press('Space');
	await next();
	await begins('Pick your 6 numbers');
	for (const round of [1, 2]) {
		if (round === 2) await isSaidAloud(page, 'Do the same again');
		for (const digit of PIN) await press(page, digit);
	}
	await child.seesToday('Ada');
	await child.lock();
	await child.drawer('Ada').press('Enter');
	for (const digit of '124579') await press(page, digit);
	await isSaidAloud(page, 'That is not it. Try again.');
	await expect(focused(page)).toHaveText('9'); // the key that was pressed last
});

test('my list: what moves keeps the focus near, and what is taken off leaves it at its neighbour', async ({
	home,
	child,
	page
}) => {
	await newChild(home, child);
	for (const words of ['One.', 'Two.', 'Three.']) {
		await page
			.getByRole('link', { name: /Put something\s+on the list/ })
			.first()
			.press('Enter');
		await press(page, 'School');
		await new Asking(child).write(words);
		await press(page, 'Put it on the list');
		await expect(page.getByRole('article').locator('.quote').last()).toHaveText(words);
	}
	await press(page, 'Move up: Two.');
	await isSaidAloud(page, /is now number 1\.$/);
	await expect(page.getByRole('article').locator('.quote').first()).toHaveText('Two.');
	await expect(page.locator('article :focus')).toHaveCount(1); // its "up" is gone at the top
	await page
		.getByRole('button', { name: /^Take off/ })
		.first()
		.press('Enter');
	await expect(page.locator('main :focus, dialog :focus')).toHaveCount(1);
});

test('our time: "Not this time", and what comes back meanwhile, are said aloud', async ({ home, child, page }) => {
	const { session } = await planned(home, child);
	const jo = await home.as('jo');
	await expect(child.part('Our time')).toContainText('The park', { timeout: 20_000 });
	await jo.call('change_session', { id: randomUUID(), session, starts_at: soon(3), ...PLAN, place: 'The kitchen' });
	await child.looksAgain();
	await isSaidAloud(page, 'What came back');
	await toOurTime(child);
	await press(page, 'I do not want to meet this time');
	await isSaidAloud(page, 'Not this time. This is not sent yet. You have ten seconds to undo it.');
	await expect(page.locator('main :focus, .notices :focus')).toHaveCount(1);
});
