import { arrived, Asking, newChild, seenBy } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test.use({ serviceWorkers: 'allow' });

test('ten seconds to undo: taken back with no network, brought back, and what is so is said', async ({
	home,
	child,
	page
}) => {
	test.setTimeout(120_000);
	const asking = new Asking(child);
	const { me } = await arrived(home, asking);
	await child.losesSignal();

	const takesBack = async () => {
		await page.getByRole('button', { name: 'Take it back' }).click();
		await expect(page.getByRole('dialog').getByRole('button', { name: 'Leave it' })).toBeFocused(); // not the one that destroys
		await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
		await expect(child.words('You took this back')).toBeVisible();
	};
	await takesBack();
	const undo = page.getByRole('button', { name: 'Undo' });
	await expect(undo).toBeInViewport();
	await findsNothingWrong(page);
	await undo.click();
	await expect(child.words('You took this back')).toHaveCount(0);
	await takesBack();
	await expect(undo).toHaveCount(0, { timeout: 15_000 });
	await expect(child.words('Sent')).toBeVisible(); // the wish was
	await expect(child.words('They are not told yet. They can still read it.')).toBeVisible();
	expect(await seenBy(home, 'jo', me)).toHaveLength(1);
	await child.findsSignal();
	await expect.poll(async () => (await seenBy(home, 'jo', me)).length, { timeout: 30_000 }).toBe(0);
});

test('what a child throws away comes back for ten seconds', async ({ home, child, page }) => {
	const asking = new Asking(child);
	await newChild(home, child);
	await asking.begin();
	await asking.pick('Food');
	await asking.write('Noodles');
	await page.getByRole('button', { name: 'Keep it for later' }).click();
	await asking.begin();
	await page.getByRole('button', { name: 'Start again' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click();
	await expect(child.words('Thrown away. You have ten seconds to undo it.')).toBeVisible();
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByLabel('My words')).toHaveValue('Noodles');
});
