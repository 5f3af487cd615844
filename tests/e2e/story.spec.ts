import { randomUUID } from 'node:crypto';
import type { CallArgs } from '../../src/lib/domain/calls.ts';
import type { Id } from '../../src/lib/domain/item.ts';
import { arrived, Asking, newChild, seenBy, viewOf } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

const BECAUSE = 'Leo goes to bed early on the other nights.';

async function answers(
	home: Home,
	adult: string,
	item: Id,
	change: Partial<CallArgs['answer_item']> = {}
): Promise<void> {
	const answer = {
		answer: 'partly' as const,
		because: BECAUSE,
		will_happen: 'On Thursdays I drive you to Leo.',
		by_day: '2030-01-03',
		asked_whom: null,
		asked_on: null
	};
	await (await home.as(adult)).call('answer_item', { id: randomUUID(), item, ...answer, ...change });
}
const opens = async (home: Home, adult: string, item: Id) =>
	(await home.as(adult)).call('open_item', { id: randomUUID(), item });

const asked = (home: Home, asking: Asking, words = 'I want to see Leo more.') =>
	arrived(home, asking, 'My family', words);

/** News comes when the page is looked at again. */
async function looksAgain(asking: Asking): Promise<void> {
	await asking.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test('a child sees who opened it, in which plan it is, and the answer with its reason', async ({
	home,
	child,
	page
}) => {
	const asking = new Asking(child);
	const { me, item } = await asked(home, asking);
	await expect(child.words('Nobody has opened it yet')).toBeVisible();
	await expect(
		child.words(
			/If nobody opens it by tomorrow .*, Sayso tells Pat\. They see that you are waiting, but not what you said\./
		)
	).toBeVisible();
	await opens(home, 'jo', item);
	const session = randomUUID();
	const plan = { starts_at: '2030-01-03T16:30:00.000Z', place: 'The park', how: 'walk', purpose: '' } as const;
	await (await home.as('jo')).call('plan_session', { id: session, event: randomUUID(), child: me, ...plan });
	await (await home.as('jo')).call('plan_item', { id: randomUUID(), item, session });
	await answers(home, 'jo', item);
	await looksAgain(asking);
	await expect(child.words('Partly')).toBeVisible({ timeout: 20_000 });
	await expect(child.words(/^Jo answered, /)).toBeVisible();
	await expect(child.words('On Thursdays I drive you to Leo.')).toBeVisible();
	await expect(child.words(BECAUSE)).toBeVisible();
	await page.getByText('How it got here').click();
	await expect(child.words('Seen by Jo')).toBeVisible();
	await expect(child.words('In the plan for Thursday 3 January')).toBeVisible();
	for (const way of ['Advocate', 'Complain'])
		await expect(page.getByRole('link', { name: way, exact: true })).toBeVisible();
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'A bit', exact: true }).click();
	await expect(page.getByRole('button', { name: 'A bit', exact: true })).toHaveAttribute('aria-pressed', 'true');
	await expect
		.poll(async () => (await seenBy(home, 'jo', me))[0]?.events.at(-1))
		.toMatchObject({ kind: 'helped', helped: 'a_bit' });
});

test('"That’s not what I meant" asks again, with the new words, and it waits again', async ({ home, child, page }) => {
	const asking = new Asking(child);
	const { me, item } = await asked(home, asking);
	await answers(home, 'jo', item, { answer: 'no', by_day: null });
	await looksAgain(asking);
	await page.getByRole('button', { name: /^That’s not what I meant/ }).click({ timeout: 20_000 });
	await page.getByLabel('What did you mean?').fill('I mean on the phone.');
	await expect(child.words(/These people can read it: .*Jo/)).toBeVisible();
	await page.getByRole('button', { name: 'Ask again' }).click();
	await expect(child.words('I mean on the phone.')).toBeVisible();
	await expect(child.words('Nobody has opened it yet')).toBeVisible();
	await expect(child.words('No').first()).toBeVisible(); // the old answer stays in its story
	await expect.poll(async () => (await seenBy(home, 'jo', me))[0]?.answered_at).toBeNull();
});

test('before anybody has opened it, taking it back means that nobody will', async ({ home, child, page }) => {
	const asking = new Asking(child);
	const { me } = await asked(home, asking);
	await page.getByRole('button', { name: 'Take it back' }).click();
	const dialog = page.getByRole('dialog', { name: 'Take this back?' });
	await expect(dialog).toContainText('Nobody has opened it. The people you picked cannot read it then.');
	await dialog.getByRole('button', { name: 'Leave it' }).click();
	await expect(dialog).toBeHidden();
	await page.getByRole('button', { name: 'Take it back' }).click();
	await dialog.getByRole('button', { name: 'Take it back' }).click();
	await expect(child.words('You took this back')).toBeVisible();
	await expect.poll(() => seenBy(home, 'jo', me)).toEqual([]);
});

test('law 8: after it was opened, taking it back says who can still read it', async ({ home, child, page }) => {
	const asking = new Asking(child);
	const { me, item } = await asked(home, asking);
	await opens(home, 'jo', item);
	await looksAgain(asking);
	await expect(child.words('Seen by Jo')).toBeVisible({ timeout: 20_000 });
	await page.getByRole('button', { name: 'Take it back' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('These can still read it: Jo.');
	await dialog.getByRole('button', { name: 'Take it back' }).click();
	await expect(child.words('You took this back')).toBeVisible();
	await expect.poll(async () => (await seenBy(home, 'jo', me))[0]?.taken_back_at).toBeTruthy();
});

test('law 9: shared to keep safe: the child sees by whom, with whom and why', async ({ home, child }) => {
	const asking = new Asking(child);
	const { me, item } = await asked(home, asking);
	const pat = await home.idOf('Pat');
	const raised = {
		with: [pat],
		worry_about: null,
		because: 'I fear that you may get hurt.',
		told_child: true,
		hidden: false
	};
	await (await home.as('jo')).call('share_to_keep_safe', { id: randomUUID(), item, ...raised });
	await looksAgain(asking);
	await expect(child.words('Jo shared it to keep someone safe')).toBeVisible({ timeout: 20_000 });
	await expect(child.words('With Pat.')).toBeVisible();
	await expect(child.words('I fear that you may get hurt.')).toBeVisible();
	expect(await seenBy(home, 'pat', me)).toHaveLength(1);
});

test('law 3: somebody new who covers reads nothing until the child says yes', async ({ home, child, page }) => {
	const worker = `Lee ${Date.now() % 100_000}`;
	const lee = await home.addWorker(worker);
	const cover = `Max ${Date.now() % 100_000}`;
	const max = await home.addWorker(cover);
	const leeAtWork = await home.account(await home.code(lee));
	const maxAtWork = await home.account(await home.code(max));
	const asking = new Asking(child);
	await newChild(home, child, [worker]);
	await asking.ask('A worry', 'Only for Lee.');
	await expect(child.words('Sent')).toBeVisible();
	const until = new Date(Date.now() + 86_400_000).toISOString();
	await leeAtWork.call('set_away', { id: randomUUID(), from_at: new Date().toISOString(), until, cover: max });
	expect((await maxAtWork.view()).items).toEqual([]);
	await looksAgain(asking);
	await expect(child.words(`Can ${cover} read it?`)).toBeVisible({ timeout: 20_000 });
	await page.getByRole('button', { name: `Yes, ${cover} can read it` }).click();
	await expect(child.words(`You said yes to ${cover}`)).toBeVisible();
	await expect.poll(async () => (await maxAtWork.view()).items.map(({ words }) => words)).toEqual(['Only for Lee.']);
});

test('all that was asked: new answers first, then what waits, and a read answer is new no more', async ({
	home,
	child,
	page
}) => {
	const asking = new Asking(child);
	const { me, item } = await asked(home, asking, 'First.');
	await page.getByRole('link', { name: 'All I asked' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await asking.ask('Food', 'Second.');
	await expect.poll(async () => (await seenBy(home, 'jo', me)).length).toBe(2);
	await answers(home, 'jo', item);
	await page.getByRole('link', { name: 'All I asked' }).click();
	await looksAgain(asking);
	await expect(
		page.getByRole('region', { name: 'New answers' }).getByRole('link', { name: /First\..*Jo answered: Partly/ })
	).toBeVisible({ timeout: 20_000 });
	await expect(page.getByRole('region', { name: 'Waiting for an answer' }).getByRole('link')).toHaveText(/Second\./);
	await findsNothingWrong(page);
	await page.getByRole('link', { name: /First\./ }).click();
	await expect(child.words(BECAUSE)).toBeInViewport();
	await page.goBack();
	await expect(
		page.getByRole('region', { name: 'Answered', exact: true }).getByRole('link', { name: /First\./ })
	).toBeVisible();
	expect((await viewOf(home, 'jo')).items.find(({ id }) => id === item)?.events.map(({ kind }) => kind)).toEqual([
		'answered'
	]);
});

test('no address and no title names anything', async ({ home, child, page }) => {
	const asking = new Asking(child);
	const { item } = await asked(home, asking);
	expect(page.url()).toMatch(/\/my\/story$/);
	await expect(page).toHaveTitle('Sayso');
	expect(JSON.stringify(await page.evaluate(() => history.state))).not.toContain(item);
});

test('the same words can be said again, and what was begun before is never written over', async ({
	home,
	child,
	page
}) => {
	const asking = new Asking(child);
	const { item } = await asked(home, asking);
	await answers(home, 'jo', item, { answer: 'no', will_happen: 'We ring him on Sunday.', by_day: null });
	await looksAgain(asking);
	await expect(child.words('Instead')).toBeVisible({ timeout: 20_000 });
	const again = page.getByRole('button', { name: /^Say it again/ });
	await again.click();
	await expect(page).toHaveURL(/\/my\/ask$/);
	await expect(page.getByLabel('My words')).toHaveValue(/./);
	await page.goBack();
	await again.click();
	await expect(child.words('You have begun something else. Finish it first.')).toBeVisible();
});
