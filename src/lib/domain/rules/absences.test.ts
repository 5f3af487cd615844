import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import { after, hours, mapleAs, NOW, refusal, wish } from '../testing/maple.ts';
import type { Reader } from '../item.ts';

describe('being away', () => {
	const away: CallArgs['set_away'] = { id: 'new', from_at: hours(-48), until: hours(9), cover: 'lou' };
	const why = (more: Partial<CallArgs['set_away']>, me = 'jo') =>
		refusal(mapleAs(me), 'set_away', { ...away, ...more });

	it('has a return and a cover', () => {
		const view = after(mapleAs('jo'), 'set_away', away);
		expect(view.away.map(({ id }) => id)).toEqual(['new', 'leave']);
		expect(view.away[0]).toEqual({
			...{ id: 'new', worker_id: 'jo', cover_id: 'lou', from_at: hours(-48), until: hours(9), refused_by: [] }
		});
		expect(why({ cover: null })).toBeNull();
	});

	it('that is over already shows nowhere', () => {
		const view = mapleAs('jo');
		expect(after(view, 'set_away', { ...away, until: hours(-1) })).toEqual(view);
	});

	it('is said by an adult, for themselves; by the manager for others', () => {
		expect(why({}, 'robin')).toBe('not_yours');
		expect(why({ worker: 'sam' })).toBe('not_yours');
		expect(why({ worker: 'sam' }, 'pat')).toBeNull();
		expect(why({ worker: 'stranger' }, 'pat')).toBe('not_yours');
		expect(after(mapleAs('pat'), 'set_away', { ...away, worker: 'sam' }).away[0]?.worker_id).toBe('sam');
	});

	it('ends after it begins, and is covered by another who works here', () => {
		expect(why({ until: hours(-48) })).toBe('bad_until');
		expect(why({ cover: 'jo' })).toBe('covers_another');
		expect(why({ cover: 'robin' })).toBe('no_such_person');
		expect(why({ worker: 'robin' }, 'pat')).toBe('no_such_person');
		expect(why({ id: 'leave' })).toBe('already_there');
	});

	it('ends early by whoever is away, or by the manager', () => {
		expect(after(mapleAs('sam'), 'end_away', { away: 'leave' }).away).toEqual([]);
		expect(refusal(mapleAs('pat'), 'end_away', { away: 'leave' })).toBeNull();
		expect(refusal(mapleAs('jo'), 'end_away', { away: 'leave' })).toBe('no_such_away');
		expect(refusal(mapleAs('sam'), 'end_away', { away: 'other' })).toBe('no_such_away');
		expect(refusal(mapleAs('sam'), 'end_away', { away: 'leave' }, hours(49))).toBe('no_such_away');
	});
});

describe('a child who says no to a cover', () => {
	const reader = (
		person_id: string,
		why: Reader['why'],
		from_at = hours(-1),
		until: string | null = hours(48)
	): Reader => ({
		...{ person_id, why, from_at, until, words: true }
	});
	const readers = [
		reader('sam', 'picked'),
		reader('jo', 'cover'),
		reader('lou', 'cover'),
		reader('jo', 'handed_on', hours(23))
	];
	const robin = mapleAs('robin', { items: [wish({ readers })] });

	it('is not read by them in that place, but elsewhere', () => {
		const view = after(robin, 'refuse_cover', { away: 'leave' });
		expect(view.away[0]?.refused_by).toEqual(['robin']);
		expect(view.items[0]?.readers.map(({ person_id, why }) => `${person_id} ${why}`)).toEqual([
			...['sam picked', 'lou cover', 'jo handed_on']
		]);
		expect(after(view, 'refuse_cover', { away: 'leave' })).toEqual(view);
	});

	it('may still have them as cover in another absence', () => {
		const again = { ...robin.away[0]!, id: 'again', from_at: hours(-2) };
		const view = after({ ...robin, away: [...robin.away, again] }, 'refuse_cover', { away: 'leave' });
		expect(view.items[0]?.readers).toEqual(readers);
	});

	it('loses no cover of another time', () => {
		const other = wish({ readers: [reader('jo', 'cover', hours(-90)), reader('jo', 'cover', NOW, null)] });
		const view = after(mapleAs('robin', { items: [other] }), 'refuse_cover', { away: 'leave' });
		expect(view.items[0]?.readers).toHaveLength(2);
	});

	it('is a child of this home', () => {
		expect(refusal(mapleAs('sam'), 'refuse_cover', { away: 'leave' })).toBe('not_yours');
		expect(refusal(robin, 'refuse_cover', { away: 'other' })).toBe('not_yours');
	});
});
