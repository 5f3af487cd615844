import { Asking } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { PIN, inMyDrawer } from '../support/child.ts';
import { expect, test } from '../support/journey.ts';

test('a device that another stopped says so and asks once; where both say that they are the child’s, both are told to ask two adults', async ({
	home,
	child,
	page,
	otherDevice
}) => {
	test.setTimeout(150_000);
	const dee = await home.addChild('Dee', ['Jo']);
	await child.join(await home.code(dee), 'Dee');
	const phone = await otherDevice();
	await phone.join(await home.code(dee, { by: 'jo', device: 'Old phone' }), 'Dee');

	// What is said there bears its mark, and is not taken for what came from elsewhere.
	const asking = new Asking(phone);
	await asking.ask('Food', 'More noodles');
	await expect(phone.words('You have not said yes to this device yet.')).toBeVisible();
	await phone.page.getByRole('link', { name: 'All I asked' }).click();
	await expect(phone.words('More noodles')).toBeVisible();
	await expect(phone.words('This was said on another device of yours.')).toHaveCount(0);
	await expect(phone.words('This device may not show all that you shared.')).toBeVisible();
	await findsNothingWrong(phone.page);

	await inMyDrawer(page, 'My devices');
	await child.comes(page.getByRole('button', { name: 'That was not me' }));
	await page.getByRole('button', { name: 'That was not me' }).click();
	await page.getByRole('button', { name: 'Switch it off' }).click();
	await expect(page.getByRole('dialog')).toContainText(
		'That device gets nothing new any more. You can undo this here.'
	);
	await page.getByRole('dialog').getByRole('button', { name: 'Switch it off' }).click();
	await expect(page.getByRole('button', { name: 'This device is mine after all' })).toBeVisible();

	const stopped = phone.part('This device was stopped');
	await phone.page.getByRole('link', { name: 'Today' }).click();
	await phone.page.getByRole('link', { name: 'Hide' }).click();
	await phone.seesDoor();
	await phone.drawer('Dee').click();
	await phone.tapPin(PIN);
	await expect(stopped).toContainText('Tablet stopped it, today.');
	await expect(phone.page.getByRole('link', { name: /^A device was added/ })).toHaveCount(0); // one question at a time
	await findsNothingWrong(phone.page);
	await stopped.getByRole('button', { name: 'No. This device is mine' }).click();

	for (const one of [phone, child]) {
		await one.page.evaluate(() => window.dispatchEvent(new Event('online')));
		const both = one.part('Two devices say they are yours');
		await expect(both).toContainText('Tell two adults. They say which one is yours.');
		await findsNothingWrong(one.page);
	}
});

test('"This was not me": asked first, said once, and then it waits for no answer', async ({
	home,
	child,
	page,
	otherDevice
}) => {
	test.setTimeout(150_000);
	const fay = await home.addChild('Fay', ['Jo']);
	await child.join(await home.code(fay, { by: 'jo' }), 'Fay'); // Jo may read what follows, so it shows here, too
	const phone = await otherDevice();
	await phone.join(await home.code(fay, { by: 'jo', device: 'Old phone' }), 'Fay');
	await new Asking(phone).ask('Food', 'More noodles');
	await page.getByRole('link', { name: 'All I asked' }).click();
	const line = page.getByRole('link', { name: /More noodles/ });
	await child.comes(line);
	await line.click();
	const notMe = page.getByRole('button', { name: 'This was not me' });
	await notMe.click();
	const sure = page.getByRole('dialog');
	await expect(sure).toContainText('Everyone who reads it is told. You cannot undo this.');
	await expect(sure.getByRole('button', { name: 'Leave it' })).toBeFocused();
	await findsNothingWrong(page);
	await sure.getByRole('button', { name: 'This was not me' }).click();
	await expect(notMe).toHaveCount(0);
	await page.getByRole('link', { name: 'All I asked' }).click();
	await expect(page.getByRole('region', { name: 'Waiting for an answer' })).toHaveCount(0);
	await expect(line).toContainText('You said: this was not me.');
});
