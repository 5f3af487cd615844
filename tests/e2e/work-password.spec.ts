import { randomUUID } from 'node:crypto';
import { Adult, joinsStaff } from '../support/adult.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

const [OLD, NEW] = ['three budgies on a bus', 'four budgies on a bus'];

test('a worker changes their password: the old one opens nothing, here or elsewhere, and nothing of theirs is lost', async ({
	home,
	page,
	otherDevice
}) => {
	test.setTimeout(150_000);
	const name = `Noor ${randomUUID().slice(0, 4)}`;
	const ada = `Ada ${randomUUID().slice(0, 4)}`;
	const code = await home.code(await home.addWorker(name));
	await home.addChild(ada, [name]);
	const noor = await joinsStaff(page, code, name);
	await expect(noor.part(ada)).toBeVisible();
	await noor.go('Password');
	await noor.press('Change it');
	await expect(noor.words('This is needed.').first()).toBeVisible();
	await findsNothingWrong(page);
	await noor.fill('Your password now', 'two budgies on a bus');
	await noor.fill('Your new password', NEW);
	await noor.press('Change it');
	await expect(noor.words('The e-mail address or the password is not right.')).toBeVisible({ timeout: 30_000 });
	await noor.fill('Your password now', OLD);
	await noor.fill('Your new password', 'too short');
	await noor.press('Change it');
	await expect(noor.words('Make the password longer.')).toBeVisible({ timeout: 30_000 });
	await noor.fill('Your new password', NEW);
	await noor.press('Change it');
	await expect(noor.words('Your password is changed.')).toBeVisible({ timeout: 30_000 });
	await findsNothingWrong(page);

	const phone = new Adult((await otherDevice()).page);
	await phone.signsIn(name, OLD);
	await expect(phone.words('The e-mail address or the password is not right.')).toBeVisible({ timeout: 30_000 });
	await phone.signsIn(name, NEW);
	await expect(phone.part(ada)).toBeVisible({ timeout: 30_000 });

	await noor.press('Lock');
	await expect(noor.heading('Hello')).toBeVisible();
	await noor.signsIn(name, OLD);
	await expect(noor.words('The e-mail address or the password is not right.')).toBeVisible({ timeout: 30_000 });
	await noor.signsIn(name, NEW);
	await expect(noor.part(ada)).toBeVisible({ timeout: 30_000 });
});
