import { arrived, Asking, seenBy } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test('"I answer by Friday" is one tap; the child is told the day, and the answer is six taps from the door', async ({
	home,
	child,
	adult
}) => {
	test.setTimeout(150_000);
	const { me } = await arrived(home, new Asking(child), 'Food', 'More noodles');
	const { name } = (await (await home.as('jo')).view()).people.find(({ id }) => id === me)!;

	const jo = await adult('Jo'); // 1
	let taps = 1;
	const press = async (what: string | RegExp) => {
		await jo.press(what);
		taps++;
	};
	await press(`Plan with ${name}`);
	const got = jo.page.getByRole('button', { name: /^Got it, I answer by / });
	await expect(got).toHaveCount(1);
	await findsNothingWrong(jo.page);
	await got.click();
	await expect(jo.words(/^You said: I answer by /)).toBeVisible();
	await expect(got).toHaveCount(0);
	await expect.poll(async () => (await seenBy(home, 'jo', me))[0]?.events.map(({ kind }) => kind)).toContain('handled');
	expect((await seenBy(home, 'jo', me))[0]?.closed_at).toBeNull(); // it is no answer

	await child.comes(child.words('Jo deals with it'));
	await expect(child.words('Seen by Jo')).toBeVisible(); // who says so has read it
	await expect(child.words(/^You hear back by /)).toBeVisible();

	await press('Answer');
	await expect(jo.words(/^You said: I answer by /)).toBeVisible();
	await jo.choose('It will happen.');
	taps++;
	await jo.fill('Because', 'Pursuant to policy, noodles are permitted.');
	await expect(jo.words(/^Not every child knows: .*Pursuant.*policy/)).toBeVisible();
	await jo.fill('Because', 'You asked for it.');
	await expect(jo.words('Reads easily.')).toBeVisible();
	await jo.fill('What will happen?', 'Noodles on Monday.');
	await press('Tomorrow');
	await press('Send the answer');
	await expect.poll(async () => (await seenBy(home, 'jo', me))[0]?.answered_at).not.toBeNull();
	expect(taps).toBeLessThanOrEqual(6);
});
