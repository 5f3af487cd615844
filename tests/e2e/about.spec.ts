import { Asking, joinedChild, seenBy, viewOf } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

const SIT = 'Sit near me. Say nothing for a bit.';
const SLOW = { timeout: 30_000 };

test(
	'what a child tells of themselves is read by Sam beside the plan, not by Pat, and is gone when it is taken back',
	{ tag: '@kept' },
	async ({ home, child, page, adult }) => {
		test.setTimeout(240_000);
		page.setDefaultTimeout(30_000);
		const me = await joinedChild(home, child);
		const name = (await child.page.getByRole('heading', { level: 1 }).innerText()).replace('Hello ', '');
		const next = (what: string) => page.getByRole('link', { name: what }).click();
		const title = page.getByRole('heading', { level: 1, name: 'About me' });

		await test.step('begun with no network, then the drawer is shut in the middle', async () => {
			await next('My drawer');
			await next('About me');
			const limits = page.getByRole('button', { name: 'I have read this' });
			await expect(title.or(limits)).toBeVisible();
			if (await limits.isVisible()) await limits.click();
			await expect(title).toBeVisible();
			await findsNothingWrong(page);
			await child.losesSignal();
			await next('One thing about me');
			await page.getByRole('button', { name: 'Pets', exact: true }).click();
			await next('Next: Another thing about me');
			await next('Next: A third thing about me');
			await next('Next: What helps when I am upset');
			await page.getByLabel('My words').fill(SIT);
			await page.getByRole('link', { name: 'Hide' }).click();
			await expect(child.drawer(name)).toBeVisible();
			await page.reload();
			await child.openDrawer(name);
		});

		await test.step('Today says only that it is not sent; it is gone on with, and shared with Sam alone', async () => {
			const begun = page.getByRole('link', { name: /^Not sent yet/ });
			await expect(begun).toContainText('About me');
			await expect(page.getByRole('main')).not.toContainText(SIT);
			await begun.click();
			await expect(page.getByRole('link', { name: `What helps when I am upset ${SIT}` })).toBeVisible();
			await next('Who reads about me?');
			const asking = new Asking(child);
			await expect(page.getByRole('checkbox', { name: /Sam/ })).not.toBeChecked();
			await asking.tick('Sam');
			await asking.leaveOut('Pat');
			await expect(page.getByText(/^Sam( and Jo)? can open this\./)).toBeVisible(); // Jo, while she covers
			await page.getByRole('button', { name: 'Send to Sam' }).click();
			await expect(page.getByRole('heading', { name: 'For Sam' })).toBeVisible();
			await expect(child.words('Waiting on this tablet')).toBeVisible();
			expect(await seenBy(home, 'sam', me)).toEqual([]);
			await child.findsSignal();
			await expect.poll(async () => (await seenBy(home, 'sam', me)).length, SLOW).toBe(1);
		});

		await test.step('Pat sees nothing of it, nor that anything waits', async () => {
			const { items, waiting, house } = await viewOf(home, 'pat');
			for (const list of [items, waiting, house ?? []])
				expect(list.filter(({ child_id }) => child_id === me)).toEqual([]);
		});

		await test.step('Sam reads it beside the plan: it asks for no answer', async () => {
			const sam = await adult('Sam');
			await sam.go('Children');
			await sam.press(`Plan with ${name}`);
			await sam.page.getByText(`About me, as ${name} tells it`).click();
			const said = sam.said(SIT);
			await expect(said).toContainText('What helps when I am upset');
			await expect(said.getByRole('link', { name: 'Answer' })).toBeHidden();
		});

		await test.step('among all that was shared it waits for no answer', async () => {
			await page.getByRole('link', { name: 'My drawer' }).click();
			await next('All I have shared');
			await expect(page.getByRole('region', { name: 'Told, for others to know' })).toContainText(SIT);
			await expect(page.getByRole('heading', { name: 'Not answered yet' })).toHaveCount(0);
			await page.goBack();
			await next('About me');
		});

		await test.step('taken back, it is gone', async () => {
			await next('Who opened it, or take it back');
			await expect(child.words(SIT)).toBeVisible();
			await page.getByRole('button', { name: 'Take it back' }).click();
			await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
			await expect
				.poll(
					async () => (await viewOf(home, 'sam')).items.filter((one) => one.child_id === me && one.closed_at === null),
					SLOW
				)
				.toEqual([]);
		});
	}
);
