import { randomUUID } from 'node:crypto';
import type { Id } from '../../src/lib/domain/item.ts';
import type { Adult } from '../support/adult.ts';
import { findsNothingWrong } from '../support/axe.ts';
import type { Account, Home } from '../support/home.ts';
import { atOwnHome as test, expect } from '../support/journey.ts';

interface Complaint {
	words: string;
	about?: string | null;
	to?: string;
}

async function complains(home: Home, by: Account, { words, about = null, to = 'Pat' }: Complaint): Promise<Id> {
	const item = randomUUID();
	const [reader, subject] = [await home.idOf(to), about === null ? null : await home.idOf(about)];
	await by.call('complain', {
		...{ id: item, symbol: null, words, picture: null, may_move: false, about: subject },
		...{ readers: [reader], left_out: subject === null ? [] : [subject], shown: [reader] }
	});
	return item;
}

async function finds(by: Account, item: Id, because: string): Promise<void> {
	await by.call('answer_item', {
		...{ id: randomUUID(), item, answer: 'partly_upheld', because, will_happen: 'We say when the bus goes.' },
		...{ by_day: '2030-01-05', asked_whom: null, asked_on: null }
	});
}

const row = (adult: Adult, part: string, words: string) => adult.part(part).getByRole('row').filter({ hasText: words });

test('the register says how far each complaint came, and stays when it ended; nobody finds one about themselves', async ({
	home,
	own,
	adult
}) => {
	test.setTimeout(120_000);
	const [robin, pat, morgan] = [await home.as('robin'), await home.as('pat'), await home.as('morgan')];
	const late = await complains(home, robin, { words: 'The bath is cold.' });
	await own.database.query(`update app.items set asked_at = asked_at - interval '12 days' where id = $1`, [late]);
	const handled = await complains(home, robin, { words: 'Sam shouted at me.', about: 'Sam' });
	await pat.call('open_item', { id: randomUUID(), item: handled });
	await pat.call('handle_item', { id: randomUUID(), item: handled, by_day: '2030-01-03' });
	const ended = await complains(home, robin, { words: 'We wait for the bus.' });
	await finds(pat, ended, 'The bus was late twice.');
	const again = await complains(home, robin, { words: 'My post was open.' });
	await finds(pat, again, 'It was open when it came.');
	await robin.call('reopen', { id: randomUUID(), item: again, words: null });
	const aboutPat = 'Pat read my letter.';
	await complains(home, robin, { words: aboutPat, about: 'Pat', to: 'Morgan' });

	const manager = await adult('Pat');
	await expect(manager.sections.getByRole('link', { name: 'Complaints 1 late' })).toBeVisible();
	await manager.press(/^Complaints/, manager.sections);
	await expect(row(manager, 'Open', '2 days late. Nobody has opened it.')).toContainText('First');
	await expect(row(manager, 'Open', 'You said: I deal with it.')).toContainText('Sam');
	await expect(row(manager, 'Open', 'Robin is not happy with the answer of')).toContainText('Second');
	await expect(row(manager, 'Ended', 'Partly upheld')).toContainText('We say when the bus goes.');
	await expect(manager.part('Open').getByRole('row')).toHaveCount(4); // with the heads
	await findsNothingWrong(manager.page);

	await row(manager, 'Open', 'Sam').getByRole('link').click();
	await expect(manager.words('Sam is shut out.')).toBeVisible();
	await expect(manager.part('What comes next')).toContainText('Only Robin can take it back.');
	await findsNothingWrong(manager.page);
	await expect(manager.page.locator('a.back')).toHaveText('Complaints');

	await manager.page.locator('a.back').click();
	await row(manager, 'Open', '2 days late').getByRole('link').click();
	const deals = manager.part('Who deals with it');
	await manager.fill('Robin hears by', '2020-01-01', deals);
	await manager.press('I deal with this', deals);
	await expect(deals.getByText('Pick today or a later day.')).toBeVisible();
	await manager.press('Tomorrow', deals);
	await manager.press('I deal with this', deals);
	await expect(manager.words('You said: I deal with it, and answer by tomorrow.')).toBeVisible();

	const above = await adult('Morgan');
	await above.press('Complaints', above.sections);
	await expect(above.part('Open').getByRole('row')).toHaveCount(2);
	await row(above, 'Open', 'Pat').getByRole('link').click();
	await expect(above.said(aboutPat)).toBeVisible();
	expect(JSON.stringify(await pat.view())).not.toContain('letter');
	expect((await morgan.view()).items.some(({ words }) => words === aboutPat)).toBe(true);
});

test('earlier ones come when asked for, and can be read', async ({ home, own, adult }) => {
	const [robin, pat] = [await home.as('robin'), await home.as('pat')];
	const old = await complains(home, robin, { words: 'The door squeaked.' });
	await finds(pat, old, 'It did.');
	await own.database.query(
		`update app.items set sent_at = sent_at - interval '1 year', asked_at = asked_at - interval '1 year',
			answered_at = answered_at - interval '1 year', closed_at = closed_at - interval '1 year' where id = $1`,
		[old]
	);
	const manager = await adult('Pat');
	await manager.press(/^Complaints/, manager.sections);
	await expect(manager.heading('Complaints')).toBeVisible();
	const ended = manager.part('Ended').getByRole('row');
	const before = await ended.count();
	await manager.press('Show earlier ones');
	await expect(ended).toHaveCount(Math.max(before, 1) + 1);
	await expect(manager.words('These are all that came to you.')).toBeVisible();
	await ended.last().getByRole('link').click();
	await expect(manager.said('The door squeaked.')).toBeVisible();
});
