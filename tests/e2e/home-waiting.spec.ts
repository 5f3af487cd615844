import { randomUUID } from 'node:crypto';
import type { Id } from '../../src/lib/domain/item.ts';
import type { Adult } from '../support/adult.ts';
import { findsNothingWrong } from '../support/axe.ts';
import { Home, type Account } from '../support/home.ts';
import { atOwnHome as test, expect } from '../support/journey.ts';
import type { OwnHome } from '../support/own-home.ts';

const SECRET = 'Only Jo may know';

interface Kid {
	name: string;
	id: Id;
	account: Account;
}

async function kid(home: Home, name: string, keyWorkers: string[]): Promise<Kid> {
	const id = await home.addChild(name, keyWorkers);
	return { name, id, account: await home.account(await home.code(id)) };
}

/** Something for Jo alone, that was said so many days ago. */
async function asks(own: OwnHome, { account }: Kid, days: number, jo: Id, left_out: Id[] = []): Promise<void> {
	const id = randomUUID();
	const wish = { id, symbol: null, words: `${SECRET} ${days}.`, picture: null, readers: [jo], shown: [jo] };
	await account.call('send_wish', { ...wish, left_out, may_move: false });
	await own.database.query(
		'update app.items set sent_at = sent_at - $2::interval, asked_at = asked_at - $2::interval where id = $1',
		[id, `${days} days`]
	);
}

const row = (adult: Adult, name: string) => adult.page.getByRole('row').filter({ hasText: name });
const figure = (adult: Adult, name: string | RegExp) =>
	adult.page.getByRole('group', { name: 'Show only' }).getByText(name);

test('the manager sees how long each child waits and with whom, and no word of it; and what leaves her out not at all', async ({
	own,
	baseURL,
	adult
}) => {
	test.setTimeout(180_000);
	const home = await Home.at(baseURL ?? '');
	const [jo, pat] = [await home.idOf('Jo'), await home.idOf('Pat')];
	const [ada, ben] = [await kid(home, 'Ada', ['Jo']), await kid(home, 'Ben', [])];
	await asks(own, ada, 8, jo);
	const manager = await adult('Pat');
	await expect(manager.heading(/^Maple House, /)).toBeVisible();
	await expect(manager.words('How long, never what. What a child keeps from you is not counted here.')).toBeVisible();
	await expect(row(manager, 'Ada')).toContainText('8 days');
	await expect(row(manager, 'Ada')).toContainText('1 late, stays with Jo');
	await expect(row(manager, 'Ada')).toContainText('none planned');
	await expect(manager.part('Something waits')).toContainText('Past our 7 days for an answer.');
	await expect(row(manager, 'Ben')).toContainText('Nothing waits');
	await expect(row(manager, 'Ben')).toContainText('Nobody');
	expect(await manager.page.content()).not.toContain(SECRET);
	await findsNothingWrong(manager.page);

	await test.step('what leaves her out changes nothing on her page', async () => {
		const before = await manager.page.getByRole('main').innerText();
		await asks(own, ben, 20, jo, [pat]);
		await manager.looksAgain();
		await asks(own, ada, 2, jo);
		await manager.comes(row(manager, 'Ada').getByText('2 late')); // what came later is there
		await expect(row(manager, 'Ben')).toContainText('Nothing waits');
		expect(before).toContain('Nothing waits');
	});

	await test.step('a figure shows only what it counts; the head of a column sorts', async () => {
		await figure(manager, 'waiting too long').click();
		await expect(row(manager, 'Ben')).toHaveCount(0);
		await expect(manager.page.getByRole('button', { pressed: true })).toContainText('waiting too long');
		await findsNothingWrong(manager.page);
		await figure(manager, 'waiting too long').click();
		const names = () => manager.page.locator('tbody th .nm > :last-child').allInnerTexts();
		await manager.press('Name');
		expect((await names())[0]).toBe('Ada');
		await manager.press('Name');
		expect((await names())[0]).not.toBe('Ada');
		await expect(manager.page.locator('th[aria-sort=descending]')).toHaveText('Name');
	});

	await test.step('from a row she comes to where she can act', async () => {
		await manager.page.getByRole('link', { name: 'Ada' }).click();
		await expect(manager.heading('Ada')).toBeVisible();
	});
});

test('everybody who works in the home prints the same sheet, on one page, and it counts only what leaves out nobody', async ({
	own,
	baseURL,
	adult
}) => {
	test.setTimeout(180_000);
	const home = await Home.at(baseURL ?? '');
	const [jo, sam] = [await home.idOf('Jo'), await home.idOf('Sam')];
	const [dee, eve] = [await kid(home, 'Dee', ['Jo']), await kid(home, 'Eve', ['Jo', 'Sam'])];
	await asks(own, dee, 9, jo);
	await asks(own, eve, 30, jo, [sam]);
	const sheets: string[] = [];
	for (const who of ['Pat', 'Jo', 'Sam']) {
		const one = await adult(who);
		await one.press('Handover');
		await expect(one.heading('Handover, whole house')).toBeVisible();
		await expect(row(one, 'Dee')).toContainText('9 days: Jo');
		await expect(row(one, 'Dee')).toContainText('late');
		await expect(row(one, 'Eve')).not.toContainText('days');
		await findsNothingWrong(one.page);
		sheets.push(
			await one.page
				.locator('.a4 table')
				.allInnerTexts()
				.then((all) => all.join('\n'))
		);
		await one.page.emulateMedia({ media: 'print' });
		await expect(one.sections).toBeHidden();
		await expect(one.heading('Handover, whole house')).toBeHidden(); // the sheet has a head of its own
		const sheet = one.page.getByRole('article', { name: 'Handover, whole house' });
		await expect(sheet).toContainText(new RegExp(`Printed by ${who}, \\w+day \\d+ \\w+ 20\\d\\d, \\d\\d:\\d\\d`));
		const pdf = await one.page.pdf({ preferCSSPageSize: true });
		expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	}
	expect(new Set(sheets).size).toBe(1);
	expect(sheets[0]).not.toContain(SECRET);
});
