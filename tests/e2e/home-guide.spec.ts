import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test(
	'what the manager writes in the guide reaches a child’s device, and stays there with no signal',
	{ tag: '@kept' },
	async ({ home, child, page, adult }, { retry }) => {
		const section = ['Visitors', 'Money'][retry] ?? 'My council'; // one that nobody wrote yet
		const pat = await adult('Pat');
		await pat.go('Guide');
		await pat.press(`Write it: ${section}`);
		const line = (count: number) => pat.page.getByRole('textbox', { name: `Line ${count}` });
		await line(1).fill('Friends can come on Saturday when the weather is fine and somebody knows about it.');
		await expect(pat.words('15 words in one sentence. Two short ones are easier to read.')).toBeVisible();
		await line(1).fill('Friends can come on Saturday.');
		await pat.page.getByRole('combobox', { name: 'Picture' }).selectOption('friends');
		await pat.press('Add a line');
		await pat.page.getByRole('combobox', { name: 'What it is' }).nth(1).selectOption('ring');
		await line(2).fill('To ask');
		await pat.press('Publish');
		await expect(pat.words('Write one number that can be rung, with its area code.')).toBeVisible();
		await pat.page.getByRole('textbox', { name: 'Number' }).fill('01632 960018');
		await findsNothingWrong(pat.page);
		await pat.press('Publish');
		await expect(pat.words('Done. Children can read it once this device is online.')).toBeVisible();
		await child.join(await home.code(await home.addChild('Wren')), 'Wren');
		await child.losesSignal();
		await page.getByRole('link', { name: 'Guide', exact: true }).click();
		await page.getByRole('region', { name: 'About my home' }).getByRole('link', { name: section }).click();
		await expect(child.words('Friends can come on Saturday.')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Ring: To ask: 01632 960018' })).toHaveAttribute(
			'href',
			'tel:01632960018'
		);
		await expect(page.getByText('Pat wrote this.')).toBeVisible();
		await findsNothingWrong(page);
	}
);

test('how to complain here is read by a second adult before children see it', async ({ home, child, page, adult }) => {
	await child.join(await home.code(await home.addChild('Lark')), 'Lark');
	const toSection = async () => {
		await page.getByRole('link', { name: 'Guide', exact: true }).click();
		await page
			.getByRole('region', { name: 'About my home' })
			.getByRole('link', { name: 'How to complain here' })
			.click();
	};
	const pat = await adult('Pat');
	await pat.go('Guide');
	await pat.press('Change it: How to complain here');
	await pat.page.getByRole('textbox', { name: 'Line 1' }).fill('Tell whoever you like.');
	await pat.press('Publish');
	await expect(pat.words('Done. A second adult can read it once this device is online.')).toBeVisible();
	await toSection();
	await expect(child.words('Tell whoever you like.')).toBeHidden();
	const jo = await adult('Jo');
	await jo.press('Read it');
	await expect(jo.words('Tell whoever you like.')).toBeVisible();
	await findsNothingWrong(jo.page);
	await jo.press('Yes, children may read this');
	await expect(jo.words('Done. Children can read the new version once this device is online.')).toBeVisible();
	await expect(async () => {
		await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		await expect(child.words('Tell whoever you like.')).toBeVisible({ timeout: 4000 });
	}).toPass({ timeout: 40_000 });
});
