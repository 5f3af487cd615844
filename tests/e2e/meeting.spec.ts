import { dayIn } from '../support/adult.ts';
import { Asking, joinedChild, newChild, seenBy, viewOf } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import type { Child } from '../support/child.ts';
import { expect, test } from '../support/journey.ts';

const LOUD = 'Lunch is too loud. I eat in the corridor.';
const DECIDED = 'We asked the school, and they agree with you.';
const HAPPENS = 'You eat in the quiet room from Monday.';
const STEPS = ['Who do I want there?', 'How I take part', 'Who gets my page?'];
const SLOW = { timeout: 30_000 };

async function begins(child: Child): Promise<void> {
	const { page } = child;
	await page.locator('a[href="/my/time"]').first().click();
	await page.getByRole('link', { name: 'Get ready for my review' }).click();
	const limits = page.getByRole('button', { name: 'I have read this' });
	const title = page.getByRole('heading', { name: 'Getting ready for my review' });
	await expect(title.or(limits)).toBeVisible();
	if (await limits.isVisible()) await limits.click();
	await expect(title).toBeVisible();
}

test(
	'a review is got ready for in two sittings, given to Sam and not to Pat, and what was decided comes back with its reason',
	{ tag: '@kept' },
	async ({ home, child, page, adult }) => {
		test.setTimeout(240_000);
		page.setDefaultTimeout(30_000);
		const me = await joinedChild(home, child);
		const name = (await child.page.getByRole('heading', { level: 1 }).innerText()).replace('Hello ', '');
		const tile = (mark: string) => page.getByRole('button', { name: mark, exact: true });
		const next = (what: string | RegExp) => page.getByRole('link', { name: what }).click();

		await test.step('begun with no network, one part at a time; then the drawer is shut in the middle', async () => {
			await begins(child);
			await child.losesSignal();
			await page.getByRole('link', { name: /^Home/ }).click();
			await tile('Good').click();
			await next('Next: School');
			await tile('Not good').click();
			await tile('I want').click();
			await page.getByLabel('My words').fill(LOUD);
			await page.getByRole('link', { name: 'Hide' }).click();
			await expect(child.drawer(name)).toBeVisible();
			await page.reload();
			await child.openDrawer(name);
		});

		await test.step('Today says that it is not sent, and not what stands on it; there it is gone on with', async () => {
			const begun = page.getByRole('link', { name: /^Not sent yet/ });
			await expect(begun).toContainText('My page for my review');
			await expect(page.getByRole('main')).not.toContainText(LOUD);
			await begun.click();
			await expect(page.getByRole('link', { name: `School Not good. I want. ${LOUD}` })).toBeVisible();
			await expect(page.getByRole('link', { name: 'Home Good' })).toBeVisible();
			await next('Next: Who do I want there?');
			await tile('Gran').click();
			await page.getByRole('button', { name: 'Someone else' }).click();
			await page.getByLabel('Their name').fill('Leo');
			await page.getByRole('button', { name: 'Put this name here' }).click();
			await expect(tile('Leo')).toHaveAttribute('aria-pressed', 'true');
			await page.getByRole('button', { name: 'Someone I do not want there' }).click();
			await child.part('Who do I not want there?').getByText('Pat', { exact: true }).click();
			await expect(tile('Pat')).toBeHidden();
			await next('Next: How I take part');
			await page.getByText('I come for a bit').click();
			await next('Next: Who gets my page?');
		});

		await test.step('given to Sam alone, with Pat left out, it waits for the network and then is sent', async () => {
			const asking = new Asking(child);
			await asking.tick('Jo');
			await asking.leaveOut('Pat');
			await expect(page.getByText(/^Sam( and Jo)? can open this\./)).toBeVisible(); // Jo, while she covers
			await asking.send();
			await expect(child.words('Waiting on this tablet')).toBeVisible();
			expect(await seenBy(home, 'sam', me)).toEqual([]);
			await child.findsSignal();
			await expect(child.words('Sent')).toBeVisible(SLOW);
			await expect(child.words(LOUD)).toBeVisible();
		});

		await test.step('Pat sees nothing of it, nor that anything waits', async () => {
			const { items, waiting } = await viewOf(home, 'pat');
			expect(items.filter(({ child_id }) => child_id === me)).toEqual([]);
			expect(waiting.filter(({ child_id }) => child_id === me)).toEqual([]);
		});

		await test.step('Sam reads it on the planning screen itself, before anything is planned, and answers with a reason', async () => {
			const sam = await adult('Sam');
			await sam.go('Children');
			await sam.press(`Plan with ${name}`);
			const said = sam.said(LOUD);
			await expect(said).toContainText('Page for a review');
			for (const words of ['School', 'Not good', 'Gran', 'Leo', 'Pat', 'I come for a bit'])
				await expect(said).toContainText(words);
			await expect(sam.page.getByRole('main').locator('article, form').last()).toHaveJSProperty('tagName', 'FORM');
			await sam.press('Answer', said);
			await sam.press('Print this page');
			await expect(sam.page.getByText('What we decided, and why:')).toBeVisible();
			await sam.page.getByRole('link', { name: new RegExp(name) }).click();
			await sam.choose('Yes');
			await sam.press('Send the answer');
			await expect(sam.words('Say why. No answer is sent without a reason.')).toBeVisible();
			await sam.fill('Because', DECIDED);
			await sam.fill('What will happen?', HAPPENS);
			await sam.fill('By when?', dayIn(4));
			await sam.press('Send the answer');
			await expect(sam.heading(`Plan with ${name}`)).toBeVisible();
		});

		await test.step('the child reads what was decided, and why, above what they had said', async () => {
			await page.getByRole('link', { name: 'All I asked' }).click();
			await page.getByRole('link', { name: 'Today' }).click();
			const back = page.getByRole('link', { name: /Sam answered you/ });
			await child.comes(back);
			await expect(back).toContainText('My page for my review');
			await back.click();
			for (const words of [DECIDED, HAPPENS, LOUD]) await expect(child.words(words).first()).toBeVisible();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('My page for my review');
		});
	}
);

test('a page for a review is printed for whoever runs it, with its year and room for what was decided', async ({
	home,
	child,
	page
}) => {
	page.setDefaultTimeout(20_000);
	await newChild(home, child, []);
	await begins(child);
	await findsNothingWrong(page);
	await page.getByRole('link', { name: /^School/ }).click();
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'Good', exact: true }).click();
	await page.getByRole('link', { name: 'How am I doing?' }).click();
	for (const step of STEPS) {
		await page.getByRole('link', { name: `Next: ${step}` }).click();
		await expect(page.getByText(/^Step [234] of 4$/)).toBeVisible();
		await findsNothingWrong(page);
	}
	await page.getByRole('button', { name: 'Send my page' }).click();
	await expect(child.words('Pick at least one person. Then go on.')).toBeVisible();
	await page.getByRole('link', { name: 'Look at my page' }).click();
	await expect(page.getByRole('button', { name: 'Print this page' })).toBeVisible();
	await findsNothingWrong(page);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('main')).toContainText(String(new Date().getFullYear()));
	await expect(page.getByText('What we decided, and why:')).toBeVisible();
	await expect(page.getByText(/Left empty: Home, Family, Health, Friends,? and Money\./)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Print this page' })).toBeHidden();
	await expect(page.getByRole('link', { name: 'Help now' })).toBeHidden();
});

test('an empty page is given to nobody, and too many words lead back to where they are', async ({
	home,
	child,
	page
}) => {
	page.setDefaultTimeout(20_000);
	await newChild(home, child);
	await begins(child);
	const gives = async () => {
		for (const step of STEPS) await page.getByRole('link', { name: `Next: ${step}` }).click();
		await page.getByRole('button', { name: /^Send / }).click();
	};
	await gives();
	await expect(child.words('Nothing is on your page yet. Fill in one thing.')).toBeVisible();
	await page.getByRole('link', { name: 'Change my page' }).click();
	await page.getByRole('link', { name: /^Money/ }).click();
	await page.getByLabel('My words').fill('x'.repeat(1001));
	await page.getByRole('link', { name: 'How am I doing?' }).click();
	await gives();
	await expect(child.words('There are too many words here. Make it shorter.')).toBeVisible();
	await page.getByRole('link', { name: 'Money' }).click();
	await expect(page.getByLabel('My words')).toHaveValue('x'.repeat(1001));
});

test('whom a child does not want at the review is not picked for the page in silence', async ({
	home,
	child,
	page
}) => {
	page.setDefaultTimeout(20_000);
	await newChild(home, child);
	await begins(child);
	await page.getByRole('link', { name: `Next: ${STEPS[0]}` }).click();
	await page.getByRole('button', { name: 'Someone I do not want there' }).click();
	await child.part('Who do I not want there?').getByText('Jo', { exact: true }).click();
	for (const step of STEPS.slice(1)) await page.getByRole('link', { name: `Next: ${step}` }).click();
	await expect(page.getByRole('button', { name: 'Send to Sam' })).toBeVisible();
	await expect(page.getByRole('checkbox', { name: /Jo/ })).not.toBeChecked();
});
