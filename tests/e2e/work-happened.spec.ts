import { Asking, newChild, viewOf } from '../support/asking.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';
import { planned, soon } from '../support/session.ts';

test('a time that nobody planned is written down, with what it was about; the child sees that it was not planned', async ({
	home,
	child,
	page,
	adult
}) => {
	test.setTimeout(150_000);
	const me = await newChild(home, child, ['Jo']);
	await page
		.getByRole('link', { name: /Put something\s+on the list/ })
		.first()
		.click();
	await page.getByRole('button', { name: 'School', exact: true }).click();
	await new Asking(child).write('The bus is loud.');
	await page.getByRole('button', { name: 'Put it on the list' }).click();
	await expect(child.words('The bus is loud.')).toBeVisible();
	const { name } = (await viewOf(home, 'jo')).people.find(({ id }) => id === me)!;

	const jo = await adult('Jo');
	await jo.go('Record');
	await jo.press('It happened already');
	await jo.press(name);
	await jo.press(`Share it with ${name}`);
	for (const need of ['Pick a day.', 'Pick a time.', 'Say where.', 'Pick how.', 'Say what you talked about.'])
		await expect(jo.words(need)).toBeVisible();
	await findsNothingWrong(jo.page);
	await jo.press('Today');
	await jo.fill('Time', '23:59');
	await expect(jo.words('Pick a time that was. For later, make a plan.')).toBeVisible();
	await jo.press('Yesterday');
	await jo.fill('Place', 'In the car');
	await jo.choose('Drive');
	await jo.press('We talked about this');
	await jo.fill('What did we talk about?', 'The bus, and where you sit.');
	await jo.fill(`How did it go for ${name}?`, 'You laughed a lot.');
	await jo.fill('One good thing to end on', 'The song on the radio.');
	await jo.press(`Share it with ${name}`);
	await expect(jo.words('This time was not planned before.')).toBeVisible();
	await expect(jo.words('The bus, and where you sit.')).toBeVisible();

	const wrote = page.getByRole('link', { name: /^Jo wrote to you/ });
	await page.getByRole('link', { name: 'Today' }).click();
	await child.comes(wrote);
	await wrote.click();
	await expect(child.words('The bus, and where you sit.')).toBeVisible();
	await expect(child.words('This time was not planned before.')).toBeVisible();
	await expect
		.poll(async () => (await viewOf(home, 'jo')).items.find(({ words }) => words === 'The bus is loud.')?.closed_at)
		.not.toBeNull(); // talked about: off the list
});

test('what was planned for later and came early is written down with the time that it was', async ({
	home,
	child,
	adult
}) => {
	test.setTimeout(120_000);
	const { me, session } = await planned(home, child, { starts_at: soon(0.1) });
	const { name } = (await viewOf(home, 'jo')).people.find(({ id }) => id === me)!;
	const jo = await adult('Jo');
	await jo.go('Record');
	await expect(jo.words('Still to come')).toBeVisible();
	await jo.page.getByRole('button', { name }).last().click();
	await jo.press(`Share it with ${name}`);
	await expect(jo.words('Pick a time.')).toBeVisible(); // the time of the plan is not when they met
	await findsNothingWrong(jo.page);
	await jo.press('Yesterday');
	await jo.fill('Time', '16:10');
	await jo.fill('What did we talk about?', 'The bus.');
	await jo.fill(`How did it go for ${name}?`, 'You laughed.');
	await jo.fill('One good thing to end on', 'The song.');
	await jo.press(`Share it with ${name}`);
	await expect(jo.words('The bus.')).toBeVisible();
	await expect(jo.words('This time was not planned before.')).toHaveCount(0);
	const told = () => viewOf(home, 'jo').then(({ sessions }) => sessions.find(({ id }) => id === session));
	await expect.poll(async () => (await told())?.state).toBe('recorded');
	expect(Date.parse((await told())!.starts_at)).toBeLessThan(Date.now());
});
