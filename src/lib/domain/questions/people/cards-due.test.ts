import { expect, it } from 'vitest';
import { hours, mapleAs, NOW } from '../../testing/maple.ts';
import type { Card } from '../../view.ts';
import { cardsDue, isOldCard } from './cards-due.ts';

const card = (person_id: string, days: number): Card => ({
	...{ person_id, job: '', things: [], reach: '', here: '', picture: null, at: hours(-24 * days) }
});
const due = (cards: Card[], more = {}) =>
	cardsDue(mapleAs('pat', { cards, ...more }), NOW).map(({ person, card: one }) => [person.id, one?.at ?? null]);

it('a card is old after half a year', () => {
	expect([isOldCard(card('jo', 180), NOW), isOldCard(card('jo', 181), NOW)]).toEqual([false, true]);
});

it('a card is due of every worker who has none or an old one', () => {
	expect(due([card('jo', 1), card('sam', 200)])).toEqual([
		['lou', null],
		['sam', hours(-24 * 200)]
	]);
});

it('and of a manager who is a key worker', () => {
	const [first] = mapleAs('pat').key_workers;
	const all = ['jo', 'sam', 'lou'].map((id) => card(id, 1));
	expect(due(all)).toEqual([]);
	expect(due(all, { key_workers: [{ ...first!, worker_id: 'pat' }] })).toEqual([['pat', null]]);
});
