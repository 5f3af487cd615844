import { inMyDrawer } from '../support/child.ts';
import { randomUUID } from 'node:crypto';
import type { Id } from '../../src/lib/domain/item.ts';
import { Asking, seenBy, viewOf } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import type { Child } from '../support/child.ts';
import type { Home } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';

async function joins(home: Home, child: Child, keyWorkers = ['Sam', 'Jo']): Promise<{ name: string; me: Id }> {
	const name = `Fern ${randomUUID().slice(0, 4)}`;
	const me = await home.addChild(name, keyWorkers);
	await child.join(await home.code(me, { by: 'jo' }), name); // what Jo may read, this first device shows
	return { name, me };
}

test('what a child told an adult: a note for whom the child agreed to, which the child reads too', async ({
	home,
	child,
	page,
	adult
}) => {
	test.setTimeout(150_000);
	const { name, me } = await joins(home, child);
	const told = `The bus is loud ${randomUUID().slice(0, 6)}.`;
	const jo = await adult('Jo');
	await jo.go('Told to me');
	await expect(jo.page.getByRole('checkbox', { name: /^The child knows/ })).toBeAttached();
	await jo.press('Share the note');
	for (const need of ['Say who told you.', 'Write what they said.', 'Pick who may read it.'])
		await expect(jo.words(need)).toBeVisible();
	await expect(jo.words('Say that the child knows. If not, ask first.')).toBeVisible();
	await findsNothingWrong(jo.page);
	await jo.page.getByLabel('Who told you?').selectOption({ label: name });
	await jo.fill(`What did ${name} say?`, told);
	await jo.choose('Sam');
	await expect(jo.words(`Sam can read it. ${name} can read it. You can read it.`)).toBeVisible();
	await jo.choose(`${name} knows that I write this down, and for whom`);
	await jo.press('Share the note');
	await expect(jo.words('The note is shared.')).toBeVisible();
	await expect(jo.said(told)).toContainText('Note by you');
	await expect.poll(async () => (await seenBy(home, 'sam', me)).length, { timeout: 30_000 }).toBe(1);
	await expect.poll(() => seenBy(home, 'pat', me)).toEqual([]);
	await inMyDrawer(page, 'All I have shared');
	await child.comes(child.words(told));
	await expect(child.words(/Note by Jo/)).toBeVisible();
});

test('how we meet: offered by the worker, and it counts when the child says yes', async ({
	home,
	child,
	page,
	adult
}) => {
	test.setTimeout(150_000);
	const { name, me } = await joins(home, child, ['Jo']);
	const jo = await adult('Jo');
	await jo.press(`Plan with ${name}`);
	await expect(jo.words('You have not agreed how you meet yet.')).toBeVisible();
	await jo.press('Look at how you meet');
	await expect(jo.heading(`How we meet: ${name} and you`)).toBeVisible();
	await jo.press(`Offer it to ${name}`);
	await expect(jo.words('Write some words first.')).toHaveCount(4);
	await jo.fill('How often', 'Every Thursday.');
	await jo.fill('Where we meet', 'Outside, or in the kitchen.');
	await jo.fill('How to say stop', 'Show a flat hand.');
	await jo.fill('The notes that are kept', 'I write to you. You can read it.');
	await jo.press(`Offer it to ${name}`);
	const now = jo.part('What you have now');
	await expect(now).toContainText('Outside, or in the kitchen.');
	await expect(now).toContainText(`${name} has not said yes yet.`);
	await findsNothingWrong(jo.page);
	const offered = async () => (await viewOf(home, 'jo')).agreements.filter(({ child_id }) => child_id === me).length;
	await expect.poll(offered, { timeout: 30_000 }).toBe(1);
	const jos = await home.as('jo');
	const plan = { place: 'The park', how: 'walk', purpose: '' } as const;
	const starts_at = new Date(Date.now() + 172_800_000).toISOString();
	await jos.call('plan_session', { id: randomUUID(), event: randomUUID(), child: me, starts_at, ...plan });
	await child.comes(page.getByRole('region', { name: 'Our time' }).getByRole('link'));
	await page.getByRole('region', { name: 'Our time' }).getByRole('link').click();
	await page.getByRole('link', { name: 'How we meet' }).click();
	await expect(child.words('Show a flat hand.')).toBeVisible();
	await page.getByRole('button', { name: 'Yes, I agree' }).click();
	await expect(child.words('You both said yes.')).toBeVisible();
	await jo.comes(now.getByText(new RegExp(`(${name} and you|you and ${name}) said yes`, 'i')));
});

test('the handover says how long and when, and not one word of anybody', async ({ home, child, adult }) => {
	test.setTimeout(120_000);
	const { name, me } = await joins(home, child, ['Jo']);
	const secret = `My drum ${randomUUID().slice(0, 6)}.`;
	await new Asking(child).ask('My room', secret);
	await expect.poll(async () => (await seenBy(home, 'jo', me)).length, { timeout: 30_000 }).toBe(1);
	const jo = await adult('Jo');
	await jo.press('Handover');
	const row = jo.page.getByRole('row').filter({ hasText: name });
	await expect(row).toContainText('Less than a day');
	await expect(row).toContainText('none planned');
	expect(await jo.page.content()).not.toContain(secret);
	await findsNothingWrong(jo.page);
	await jo.page.emulateMedia({ media: 'print' });
	await expect(row).toBeVisible();
	await expect(jo.sections).toBeHidden();
});

test('a promise that was kept, and one that was not and why, come back to the child', async ({
	home,
	child,
	page,
	adult
}) => {
	test.setTimeout(150_000);
	const { name, me } = await joins(home, child, ['Jo']);
	const jos = await home.as('jo');
	const owner = await home.idOf('Jo');
	const plan = { place: 'The park', how: 'walk', purpose: '' } as const;
	const starts_at = new Date(Date.now() + 172_800_000).toISOString();
	await jos.call('plan_session', { id: randomUUID(), event: randomUUID(), child: me, starts_at, ...plan });
	const due = new Date(Date.now() + 172_800_000).toISOString().slice(0, 10);
	const made = { child: me, session: null, owner, due };
	await jos.call('make_promise', { id: randomUUID(), ...made, words: 'Mend the lamp.' });
	await jos.call('make_promise', { id: randomUUID(), ...made, words: 'Ring the club.' });
	const jo = await adult('Jo');
	await expect(jo.part(name)).toContainText('Mend the lamp.');
	await jo.go('Record');
	await jo.press('Kept: Mend the lamp.');
	await expect(jo.words('Mend the lamp.')).toHaveCount(0);
	await jo.press('Not kept: Ring the club.');
	await jo.press('Save as “not kept”');
	await expect(jo.words('Say why first.')).toBeVisible();
	await jo.fill(`Why was it not kept? ${name} sees this.`, 'The club is shut.');
	await jo.press('Save as “not kept”');
	await expect(jo.words('Ring the club.')).toHaveCount(0);
	const ended = async () =>
		(await viewOf(home, 'jo')).promises
			.filter(({ child_id }) => child_id === me)
			.map(({ words, kept, because }) => [words, kept, because])
			.sort();
	await expect.poll(ended, { timeout: 30_000 }).toEqual([
		['Mend the lamp.', true, null],
		['Ring the club.', false, 'The club is shut.']
	]);
	await child.comes(page.getByRole('region', { name: 'Our time' }).getByRole('link'));
	await page.getByRole('region', { name: 'Our time' }).getByRole('link').click();
	await page.getByRole('link', { name: 'Last', exact: true }).click();
	await expect(child.part('Promises')).toContainText('Because: The club is shut.');
});
