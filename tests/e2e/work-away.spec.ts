import { randomUUID } from 'node:crypto';
import { dayIn, joinsStaff } from '../support/adult.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test('a worker says away until when and who covers; the child sees both cards, and who is here instead', async ({
	home,
	child,
	otherDevice
}) => {
	test.setTimeout(180_000);
	const [lark, wren, ada] = ['Lark', 'Wren', 'Ada'].map((name) => `${name} ${randomUUID().slice(0, 4)}`);
	if (!lark || !wren || !ada) throw new Error('no names');
	const code = await home.code(await home.addWorker(lark));
	await home.addWorker(wren);
	await child.join(await home.code(await home.addChild(ada, [lark, 'Jo'])), ada);
	const larks = await joinsStaff((await otherDevice()).page, code, lark);
	await larks.go('Away');
	await expect(larks.words('You are not away.')).toBeVisible();
	await larks.press('Save');
	await expect(larks.words('Pick a day and a time for coming back.')).toBeVisible();
	await larks.fill('Back: day', dayIn(-2));
	await larks.press('Save');
	await expect(larks.words('Coming back must be after going.')).toBeVisible();
	await larks.fill('Back: day', dayIn(3));
	await larks.page.getByLabel('Who covers?').selectOption({ label: wren });
	for (const words of [
		`${ada}: ${wren} plans and meets with ${ada} in this time. ${ada} can say no to ${wren}.`,
		`${wren} never gets anything that leaves out ${wren} or ${lark}.`
	])
		await expect(larks.words(words)).toBeVisible();
	await findsNothingWrong(larks.page);
	await larks.press('Save');
	await expect(larks.words('Saved. Young people see it once this device is online.')).toBeVisible();
	await expect(larks.part('Away now or soon')).toContainText(`${wren} covers.`);
	await larks.go('Children');
	await expect(larks.words(new RegExp(`You are away until .*\\. ${wren} covers for you\\.`))).toBeVisible();

	const cards = child.part('My key workers').getByRole('link');
	await child.comes(cards.filter({ hasText: 'Away until' }));
	await expect(cards).toHaveCount(2);
	await expect(cards.filter({ hasText: lark })).toContainText(`${wren} is here for you`);
	await expect(cards.filter({ hasText: 'Jo' })).not.toContainText('Away');
	const [one, other] = [await cards.nth(0).boundingBox(), await cards.nth(1).boundingBox()];
	expect([one, other]).not.toContain(null);
	expect([one?.width, one?.height]).toEqual([other?.width, other?.height]);

	await larks.go('Away');
	await larks.press(`Back now: ${lark}`);
	await expect(larks.words('You are not away.')).toBeVisible();
	await expect(async () => {
		await child.looksAgain();
		await expect(child.part('My key workers')).not.toContainText('Away until', { timeout: 3000 });
	}).toPass({ timeout: 40_000 });
});
