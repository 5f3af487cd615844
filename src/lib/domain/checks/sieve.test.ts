import { describe, expect, it } from 'vitest';
import { sieve, sieveGuide, sieveItems, sieveLabels } from './sieve.ts';
import { hours, mapleAs, session, wish } from '../testing/maple.ts';
import type { Pledge, View } from '../view.ts';

const promise = (id: string, due: unknown) =>
	({
		...{ id, child_id: 'robin', session_id: null, owner_id: 'sam', made_by: 'sam', words: 'x', due },
		...{ made_at: hours(0), ended_at: null, kept: null, because: null }
	}) as Pledge;
const robin = (more: object) => sieve({ ...mapleAs('robin'), ...more });

describe('a view that comes in', () => {
	it('is all there where all of it can be drawn', () => {
		const view = mapleAs('robin', { items: [wish()], sessions: [session()], promises: [promise('p', '2026-12-03')] });
		expect(sieve(view)).toEqual({ ...view, unclear: [], tablets: [] });
	});

	it.each(['infinity', '5874897-12-31', '0044-03-15 BC', null, 7])(
		'sets aside a promise for %j, and nothing else',
		(due) => {
			const view = robin({ promises: [promise('good', '2026-12-03'), promise('bad', due)], items: [wish()] });
			expect(view?.promises.map(({ id }) => id)).toEqual(['good']);
			expect(view?.items).toHaveLength(1);
			expect(view?.aside).toEqual([{ list: 'promises', id: 'bad' }]);
		}
	);

	it('keeps a wish of which one step cannot be drawn, but none whose readers are not all known', () => {
		const unknown = { id: 'e', person_id: 'sam', at: hours(0), kind: 'something_new' };
		const kept = robin({ items: [{ ...wish(), events: [unknown] }] });
		expect(kept?.items[0]?.events).toEqual([]);
		expect(kept?.aside).toEqual([{ list: 'items.events', id: 'wish' }]);
		expect(robin({ items: [{ ...wish(), readers: [null] }] })?.items).toEqual([]);
	});

	it('keeps what an older app kept, which knew no recordings, and sets aside what is no hash', () => {
		const items = [wish(), wish({ id: 'aloud', recording: 'a'.repeat(64) }), { ...wish(), id: 'bad', recording: 7 }];
		expect(robin({ items })?.items.map(({ id }) => id)).toEqual(['wish', 'aloud']);
	});

	it('keeps a card without what is no thing', () => {
		const card = { person_id: 'sam', job: '', reach: '', here: '', picture: null, at: hours(0) };
		const view = robin({ cards: [{ ...card, things: [5, null, { words: 'Tea', symbol: null }] }] });
		expect(view?.cards[0]?.things).toEqual([{ words: 'Tea', symbol: null }]);
		expect(view?.aside).toHaveLength(2);
	});

	it('of an older app has no rows in a list that it did not know, and one thing to tell where a list is none', () => {
		const older: Partial<View> = mapleAs('robin');
		delete older.agreements;
		expect(sieve(older)?.agreements).toEqual([]);
		expect(sieve(older)?.aside).toBeUndefined();
		expect(robin({ invites: {} })?.aside).toEqual([{ list: 'invites', id: null }]);
	});

	it('has British time, and says so, where the home has a zone that this browser does not know', () => {
		const elsewhere = { ...mapleAs('robin').home, time_zone: 'Europe/New_Town' };
		expect(robin({ home: elsewhere })).toMatchObject({
			home: { name: 'Maple House', time_zone: 'Europe/London' },
			aside: [{ list: 'home.time_zone', id: null }]
		});
		expect(sieveGuide({ home: elsewhere, sections: [] })?.home.time_zone).toBe('Europe/London');
	});

	it('is none where not even whose it is can be read', () => {
		const nobody: unknown[] = [
			null,
			'x',
			[],
			{},
			{ ...mapleAs('robin'), people: [] },
			{ ...mapleAs('robin'), home: null },
			...(['epoch', 'me', 'login', 'last_call'] as const).map((field) => ({ ...mapleAs('robin'), [field]: null }))
		];
		expect(nobody.map((one) => sieve(one))).toEqual(nobody.map(() => null));
	});

	it('has labels that are words, or the product’s', () => {
		expect(sieveLabels({ session: 5, wish: ' ', key_worker: 'Carer', day: 'x' })).toEqual({ key_worker: 'Carer' });
		expect(sieveLabels(null)).toEqual({});
	});
});

it('old items that cannot be drawn are set aside, and do not hide that there are more', () => {
	const data = [...Array.from({ length: 49 }, () => wish()), { id: 'bad' }];
	expect(sieveItems(data)).toMatchObject({ aside: [{ list: 'items', id: 'bad' }], more: true });
	expect(sieveItems({})).toBeNull();
});

it('a home’s tablet shows each section that can be drawn', () => {
	const { name, nation, time_zone } = mapleAs('robin').home;
	const home: Partial<View['home']> = { name, nation, time_zone, labels: { session: 5 } as object };
	const good = { section: 'fire', lines: [], at: hours(0) };
	const guide = sieveGuide({ home, sections: [good, { ...good, lines: [null] }] });
	expect(guide).toMatchObject({ home: { labels: {} }, sections: [good], aside: 1 });
	expect(sieveGuide({ home: {}, sections: [] })).toBeNull();
});

it('a tablet shows nothing of what is no guide, and tells of nothing set aside where all is there', () => {
	const home = { name: 'Maple House', nation: 'england', time_zone: 'Europe/London', labels: {} };
	const none = [null, { home: null }, { home, sections: {} }, { home: { ...home, name: 5 }, sections: [] }];
	expect(
		[...none, { home: { ...home, nation: 5 }, sections: [] }, { home: { ...home, time_zone: 5 }, sections: [] }].map(
			sieveGuide
		)
	).toEqual(Array(6).fill(null));
	expect(sieveGuide({ home, sections: [] })).toEqual({ home, sections: [] });
});

it('a row with no name is set aside as one', () => {
	expect(robin({ items: [5, { id: 5 }] })?.aside).toEqual([
		{ list: 'items', id: null },
		{ list: 'items', id: null }
	]);
});
