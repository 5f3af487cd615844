import { randomUUID } from 'node:crypto';
import { Adult, joinsStaff } from '../support/adult.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

/** The row of somebody in the table of people. */
const row = (pat: Adult, name: string) => pat.page.getByRole('row').filter({ hasText: name });

test('a manager adds somebody, gives them a code, and takes them off work and on again: it cuts at once', async ({
	adult,
	otherDevice
}) => {
	test.setTimeout(180_000);
	const name = `Noor ${randomUUID().slice(0, 4)}`;
	const pat = await adult('Pat');
	await pat.go('People');
	await pat.press('Add');
	for (const need of ['Say what they are.', 'Type a name.']) await expect(pat.words(need)).toBeVisible();
	await pat.choose('Works with children here.', pat.part('Add a person'));
	await pat.fill('Name to call them', name);
	await pat.page.getByRole('button', { name: 'Add', exact: true }).dblclick(); // pressed twice, it is done once
	await expect(row(pat, name)).toHaveCount(1);
	await expect(row(pat, name)).toContainText('Has not signed in yet');
	await pat.press(`Make a code for ${name}`);
	await pat.press('Make a code');
	const card = pat.part(`A code for ${name}`);
	await expect(card).toContainText('It works until tomorrow', { timeout: 30_000 });
	await expect(card).toContainText('then types an e-mail and a password of their own');
	const code = (await card.locator('.code').innerText()).replace('Code:', '');
	const noor = await joinsStaff((await otherDevice()).page, code, name);
	await pat.go('People');
	await pat.comes(row(pat, name).getByText('Has signed in'));

	await pat.press(name);
	await expect(pat.heading(name)).toBeVisible();
	await pat.press('Not at work now');
	const dialog = pat.page.getByRole('dialog', { name: `Not at work now: ${name}` });
	await expect(dialog).toContainText('Nobody need know why, and Sayso does not ask.');
	await findsNothingWrong(pat.page);
	await pat.press('Leave it as it is', dialog);
	await pat.press('Not at work now');
	await pat.press('Not at work from now', dialog);
	await expect(pat.words(/Not at work now$/)).toBeVisible();
	await findsNothingWrong(pat.page);
	await noor.comes(noor.heading('This device no longer opens your things'));

	await pat.press('At work again');
	await pat.press('At work again', pat.page.getByRole('dialog'));
	await expect(pat.words('Worker. Has signed in')).toBeVisible();
	await noor.page.reload();
	await expect(async () => {
		await noor.signsIn(name);
		await expect(noor.sections).toBeVisible({ timeout: 5000 });
	}).toPass({ timeout: 40_000 });

	await pat.press('Has left');
	await pat.press(`Yes, ${name} has left`, pat.page.getByRole('dialog'));
	await expect(pat.words(/^Worker\. Left \w+ \d/)).toBeVisible();
	await pat.go('People');
	await expect(row(pat, name)).toBeHidden();
	await pat.page.getByText('People who left').click();
	await expect(row(pat, name)).toContainText(/Left \w+ \d/);
	await noor.comes(noor.heading('This device no longer opens your things'));
});

test('a change of key worker has a reason, and the child reads it', async ({ home, child, adult }) => {
	test.setTimeout(150_000);
	const [ada, lark] = [`Ada ${randomUUID().slice(0, 4)}`, `Lark ${randomUUID().slice(0, 4)}`];
	await home.addWorker(lark);
	const me = await home.addChild(ada, ['Jo']);
	await child.join(await home.code(me), ada);
	const pat = await adult('Pat');
	await pat.go('Key worker');
	const hers = pat.part(ada);
	await pat.press(`Change: ${ada}, First`, hers);
	const who = hers.getByLabel('Who, from now on?');
	await who.selectOption({ label: 'Jo' });
	await pat.press('Save', hers);
	await expect(hers).toContainText('Nothing has changed.');
	await expect(hers).toContainText('Say why it changes.');
	await findsNothingWrong(pat.page);
	await who.selectOption({ label: lark });
	await pat.press('Jo is leaving.', hers);
	await expect(hers).toContainText(
		`Jo keeps what ${ada} sent to them. ${ada} is asked whether the new key worker gets it too.`
	);
	await pat.press('Save', hers);
	await expect(hers).toContainText(`Saved. ${ada} sees the new face once this device is online.`);
	await hers.getByText('Before', { exact: true }).click();
	await expect(hers).toContainText(/Jo, .* to .*\. Jo is leaving\./);
	await child.comes(child.part('My key worker').getByText(lark, { exact: true }));
	await child.page.getByRole('link', { name: `${lark} is your key worker now` }).click();
	await expect(child.words('Jo is leaving.')).toBeVisible();
	await child.page.getByRole('link', { name: 'Today' }).click();

	await pat.press(`Change: ${ada}, Second`, hers);
	await who.selectOption({ label: lark });
	await pat.press('Save', hers);
	await expect(hers).toContainText(`${lark} is already in the other place.`);
	await who.selectOption({ label: 'Jo' });
	await pat.press('Save', hers);
	await child.comes(child.part('My key workers'));
	await expect(child.part('My key workers').getByRole('link')).toHaveCount(2);
});

test('what is sent to the manager waits by age, without its words, until it is opened to be answered', async ({
	home,
	child,
	adult
}) => {
	test.setTimeout(150_000);
	const ada = `Ada ${randomUUID().slice(0, 4)}`;
	const secret = `The night light ${randomUUID().slice(0, 6)}.`;
	const me = await home.addChild(ada, ['Jo']);
	await child.join(await home.code(me), ada);
	const mine = await home.account(await home.code(me));
	const pats = await home.idOf('Pat');
	const said = { symbol: 'quiet', words: secret, picture: null };
	const wish = { ...said, readers: [pats], left_out: [], shown: [pats], may_move: false };
	await mine.call('send_wish', { id: randomUUID(), ...wish });
	const pat = await adult('Pat');
	const waits = pat.part('Sent or moved to you').getByRole('listitem').filter({ hasText: ada });
	await expect(waits).toContainText('Less than a day');
	await expect(waits).toContainText('Wish, to you');
	expect(await pat.page.content()).not.toContain(secret);
	await findsNothingWrong(pat.page);
	await pat.press('Read and answer', waits);
	await expect(pat.said(secret)).toBeVisible();
	await pat.choose('It cannot happen now.');
	await pat.fill('Because', 'The shop is shut this week.');
	await pat.fill('When do you look again?', new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10));
	await pat.press('Send the answer');
	await expect(pat.heading(/^Maple House, /)).toBeVisible();
	await expect(waits).toHaveCount(0);
});

test('above the manager: the responsible individual sees managers, and no child’s things', async ({ adult }) => {
	test.setTimeout(90_000);
	const morgan = await adult('Morgan');
	await expect(morgan.heading(/^Maple House, /)).toBeVisible();
	await findsNothingWrong(morgan.page);
	await morgan.go('People');
	await expect(row(morgan, 'Pat')).toBeVisible();
	for (const name of ['Robin', 'Kai', 'Jo']) await expect(row(morgan, name)).toHaveCount(0);
	await findsNothingWrong(morgan.page);
	await morgan.go('Codes');
	await findsNothingWrong(morgan.page);
	for (const never of ['Plan', 'Record', 'Settings', 'Key worker'])
		await expect(morgan.sections.getByRole('link', { name: never, exact: true })).toHaveCount(0);
});
