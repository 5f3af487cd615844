import { randomUUID } from 'node:crypto';
import type { Id } from '../../src/lib/domain/item.ts';
import type { Adult } from '../support/adult.ts';
import { findsNothingWrong } from '../support/axe.ts';
import type { Account, Home } from '../support/home.ts';
import { atOwnHome as test, expect } from '../support/journey.ts';
import type { OwnHome } from '../support/own-home.ts';

interface Asked {
	own: OwnHome;
	home: Home;
	by: Account;
}

/** A wish to Jo, that was said so many days ago. */
async function asks({ own, home, by }: Asked, days: number, left_out: Id[] = []): Promise<Id> {
	const [id, jo] = [randomUUID(), await home.idOf('Jo')];
	const wish = { id, symbol: null, words: 'A bike.', picture: null, readers: [jo], shown: [jo], left_out };
	await by.call('send_wish', { ...wish, may_move: false });
	const gone =
		'update app.items set sent_at = sent_at - $2::interval, asked_at = asked_at - $2::interval where id = $1';
	await own.database.query(gone, [id, `${days} days`]);
	return id;
}

async function answers(home: Home, item: Id): Promise<void> {
	await (
		await home.as('jo')
	).call('answer_item', {
		...{ id: randomUUID(), item, answer: 'yes', because: 'It fits.', will_happen: 'We go on Friday.' },
		...{ by_day: '2030-01-05', asked_whom: null, asked_on: null }
	});
}

/** The numbers of a row, in the panel of that name. */
async function cells(adult: Adult, panel: string, row: string): Promise<string[]> {
	const found = adult.part(panel).getByRole('row', { name: row });
	await expect(found).toBeVisible();
	return found.getByRole('cell').allInnerTexts();
}
const askedNow = async (adult: Adult) => (await cells(adult, 'Asked and answered', 'All')).map(Number);
const figures = (adult: Adult) => adult.page.locator('.evidence').first();

test('a home shows how it listens; what leaves somebody out is in nobody’s figures, and complaints are on no paper', async ({
	home,
	own,
	adult
}) => {
	test.setTimeout(150_000);
	const by = await home.as('robin');
	const manager = await adult('Pat');
	await manager.press('Evidence');
	await expect(manager.heading('How we listen')).toBeVisible();
	await manager.press('Last six months');
	const [asked = 0, answered = 0, open = 0] = await askedNow(manager);
	expect(answered + open).toBe(asked);
	const late = Number((await cells(manager, 'Days to an answer', 'Late'))[0]);

	await answers(home, await asks({ own, home, by }, 2));
	await answers(home, await asks({ own, home, by }, 12));
	await asks({ own, home, by }, 3);
	await manager.press('Last year');
	await manager.press('Last six months');
	await expect(async () => expect(await askedNow(manager)).toEqual([asked + 3, answered + 2, open + 1])).toPass({
		timeout: 20_000
	});
	expect(Number((await cells(manager, 'Days to an answer', 'Late'))[0])).toBe(late + 1);
	await expect(manager.page.getByRole('img', { name: 'Asked and answered: a chart.' })).toBeVisible();
	await findsNothingWrong(manager.page);
	const before = await figures(manager).innerText();

	const pat = await home.idOf('Pat');
	await answers(home, await asks({ own, home, by }, 2, [pat]));
	await asks({ own, home, by }, 20, [await home.idOf('Sam')]);
	const jo = await home.idOf('Jo');
	await by.call('complain', {
		...{ id: randomUUID(), symbol: null, words: 'Pat shouts.', picture: null, may_move: false, about: pat },
		...{ readers: [jo], left_out: [], shown: [jo] }
	});
	await manager.press('Last year');
	await manager.press('Last six months');
	await expect(figures(manager)).toContainText('Asked and answered');
	expect(await figures(manager).innerText()).toBe(before);

	await manager.choose('The inspection');
	await manager.page.emulateMedia({ media: 'print' });
	const paper = manager.page.locator('.evidence-paper');
	await expect(paper.getByText('Printed for the inspection').first()).toBeVisible();
	await expect(paper.getByText(/Printed by Pat, .* 20\d\d, \d\d:\d\d/).first()).toBeVisible();
	await expect(paper).toContainText('Maple House');
	await expect(paper).toContainText('What these figures do not say');
	await expect(paper).not.toContainText('Upheld');
	await expect(manager.part('Complaints in your register')).toBeHidden();
	expect(
		(await manager.page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
	).toHaveLength(2);
	await manager.page.emulateMedia({ media: null });

	await manager.press('Own days');
	await manager.fill('From', '2030-01-05');
	await manager.press('Count');
	await expect(manager.words('Pick days that have been.').or(manager.words('The first day comes'))).toBeVisible();
	await manager.page.context().setOffline(true);
	await manager.press('Last year');
	await expect(manager.words('not kept on this device')).toBeVisible();
	await expect(figures(manager)).toBeHidden();
});

test('the audit says who changed which access and why, and nothing of what a child said', async ({ home, adult }) => {
	const pat = await home.as('pat');
	const child = await home.addChild('Ada', ['Jo']);
	await pat.call('set_key_worker', {
		...{ id: randomUUID(), child, worker: await home.idOf('Sam'), place: 1, because: 'Jo works nights now.' }
	});
	const manager = await adult('Pat');
	await manager.go('Who changed access');
	const line = (words: string) => manager.page.getByRole('row').filter({ hasText: words });
	await expect(line('Made Sam key worker of Ada')).toContainText('Jo works nights now.');
	await expect(line('Made Jo key worker of Ada')).toContainText('Pat');
	await expect(line('Added Ada')).toContainText('Pat');
	await findsNothingWrong(manager.page);
});
