import { randomUUID } from 'node:crypto';
import { arrived, Asking } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test('a worker’s first page says what waits, of which kind, and that a note came; nothing of what leaves them out', async ({
	home,
	child,
	adult
}) => {
	test.setTimeout(150_000);
	const asking = new Asking(child);
	const { me } = await arrived(home, asking, 'Food', 'More noodles');
	for (const back of ['All I asked', 'Today']) await child.page.getByRole('link', { name: back }).first().click();
	await asking.begin();
	await asking.pick('School');
	await asking.write('Only Sam may know.');
	await asking.next('Next: who gets it');
	await asking.leaveOut('Jo');
	await asking.next('Next: look and send');
	await asking.send();
	await expect(child.words('Sent')).toBeVisible();
	const { name } = (await (await home.as('jo')).view()).people.find(({ id }) => id === me)!;
	const jos = await home.idOf('Jo');
	await (
		await home.as('pat')
	).call('write_note', {
		...{ id: randomUUID(), symbol: null, words: 'The bus is loud.', picture: null, child: me },
		...{ readers: [jos], left_out: [], shown: [jos] }
	});

	const jo = await adult('Jo');
	const part = jo.page.getByRole('article', { name });
	await expect(part).toContainText('Wish: 1. Oldest: today.');
	await expect(part).toContainText('New: Note by Pat, today');
	await expect(part).not.toContainText('noodles'); // kinds and days only
	await findsNothingWrong(jo.page);

	await jo.press(`Plan with ${name}`);
	await expect(jo.said('The bus is loud.')).toBeVisible(); // a new note lies open
	await jo.page.getByRole('button', { name: /^Got it, I answer by / }).click();
	await expect(jo.words(/^You said: I answer by /)).toBeVisible();
	await expect
		.poll(async () => {
			const [note] = (await (await home.as('jo')).view()).items.filter(({ words }) => words === 'The bus is loud.');
			return note?.events.map(({ kind }) => kind);
		})
		.toContain('opened');
	await jo.go('Children');
	await expect(part).toContainText('You said: I answer by');
	await expect(part).not.toContainText('Note by Pat');
});
