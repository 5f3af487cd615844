import { Asking, joinedChild, newChild, seenBy, viewOf } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test.beforeEach(async ({ home }) => {
	for (const adult of ['sam', 'jo', 'pat', 'morgan']) await home.as(adult); // all of them have signed in before
});

test('law 7: before the very first thing, a child reads once what adults can and cannot keep to themselves', async ({
	home,
	child,
	page
}) => {
	await joinedChild(home, child);
	await page.getByRole('link', { name: 'Ask for something' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Before you share' })).toBeVisible();
	await expect(child.words('No one can promise to keep a secret about someone being hurt.')).toBeVisible();
	await findsNothingWrong(page);
	await page.getByRole('button', { name: 'I have read this' }).click();
	await page.getByRole('link', { name: 'Today' }).click();
	await page.getByRole('link', { name: 'Ask for something' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'What is it about?' })).toBeVisible();
});

test('law 3: a picture and words reach exactly those whose faces were shown', async ({ home, child }) => {
	const me = await joinedChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('My family');
	await asking.write('I want to see Leo more.');
	await asking.next('Next: who gets it');
	await expect(asking.face('Sam')).toBeChecked();
	await expect(asking.face('Jo')).toBeChecked();
	await expect(asking.face('Pat')).not.toBeChecked();
	await expect(child.words('We picked Sam and Jo for you.')).toBeVisible();
	await asking.next('Next: look and send');
	await expect(child.part('Who will see this')).toContainText('Sam and Jo can open this.');
	await expect(child.part('Who will see this')).toContainText(
		'If nobody opens it in 1 day, Sayso tells Pat. It says only that you are waiting.'
	);
	await expect(child.part('Who will see this')).toContainText('If someone might get hurt, they must get help.');
	await asking.send();
	await expect(child.words('Sent')).toBeVisible();
	await expect(child.words('To Sam and Jo.')).toBeVisible();
	for (const adult of ['sam', 'jo']) {
		expect(await seenBy(home, adult, me)).toMatchObject([{ symbol: 'family', words: 'I want to see Leo more.' }]);
	}
	for (const adult of ['pat', 'morgan']) expect(await seenBy(home, adult, me)).toEqual([]);
});

test('law 1: whoever is left out finds no trace of it, not even while covering', async ({ home, child, page }) => {
	const me = await newChild(home, child);
	const before = await viewOf(home, 'jo');
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('Friends');
	await asking.next('Next: who gets it');
	await asking.leaveOut('Jo');
	await expect(asking.face('Sam').first()).toBeChecked();
	await asking.next('Next: look and send');
	await expect(child.part('Who will see this')).toContainText('Sam can open this.');
	await expect(page.getByText('Nobody you picked is here today.')).toBeVisible(); // Jo covers for Sam, and is out
	await expect(child.words(/The first one is back/)).toBeVisible();
	await asking.send();
	await expect(child.words('Not Jo.')).toBeVisible();
	await expect(child.words('Sent')).toBeVisible();
	expect(await seenBy(home, 'sam', me)).toHaveLength(1);
	const after = await viewOf(home, 'jo');
	expect(after.items).toEqual(before.items);
	expect(after.waiting).toEqual(before.waiting);
});

test('what may be about harm asks first who should know, with Help beside and nobody picked', async ({
	home,
	child,
	page
}) => {
	const me = await newChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	// Whom another thing was meant for is forgotten here: it may be about one of them.
	await asking.pick('Friends');
	await asking.next('Next: who gets it');
	await asking.next('Next: look and send');
	await page.getByRole('link', { name: 'Change it' }).click();
	await asking.pick('Someone hurt me');
	await expect(asking.heading('Who do you want to tell?')).toBeVisible();
	await expect(child.words('In danger? Go to an adult you feel safe with.')).toBeVisible();
	await expect(page.getByRole('main').getByRole('link', { name: 'Help now' })).toBeVisible();
	for (const name of ['Sam', 'Jo', 'Pat', 'Morgan']) await expect(asking.face(name).first()).not.toBeChecked();
	await findsNothingWrong(page);
	await asking.next('Next: say more');
	await expect(child.words('Pick at least one person.')).toBeVisible();
	await asking.tick('Pat');
	await asking.next('Next: say more');
	await expect(asking.heading('Want to say more?')).toBeVisible();
	await asking.next('Next: look and send');
	await expect(page.getByRole('main').getByRole('link', { name: 'Help now' })).toBeVisible();
	await asking.send();
	await expect(child.words('Sent')).toBeVisible();
	expect(await seenBy(home, 'pat', me)).toMatchObject([{ symbol: 'hurt', words: '' }]);
	for (const adult of ['sam', 'jo']) expect(await seenBy(home, adult, me)).toEqual([]);
});

test('the child decides whether the words may go on to the next person', async ({ home, child, page }) => {
	const me = await newChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	await asking.pick('School');
	await asking.toSend();
	await expect(page.getByRole('radio', { name: /Do not show what I said/ })).toBeChecked();
	await page.getByText('Let Pat read it too.').click();
	await expect(child.part('Who will see this')).toContainText('If nobody opens it in 1 day, Pat can read it too.');
	await asking.send();
	await expect(child.words('Sent')).toBeVisible();
	expect(await seenBy(home, 'jo', me)).toMatchObject([{ may_move: true }]);
});

test('a drawing is enough by itself, and arrives as it was drawn', async ({ home, child, page }) => {
	const me = await newChild(home, child);
	const asking = new Asking(child);
	await asking.begin();
	await asking.draw();
	await expect(child.words('It is safe in your drawer.')).toBeVisible();
	await asking.toSend();
	await expect(page.getByRole('img', { name: 'My drawing' })).toBeVisible();
	await asking.send();
	await expect(child.words('Sent')).toBeVisible();
	const [item] = await seenBy(home, 'jo', me);
	expect(item).toMatchObject({ symbol: null, words: '', picture: expect.stringMatching(/^[0-9a-f]{64}$/) });
	await expect(page.getByRole('img', { name: 'My drawing' })).toBeVisible();
});
