import { expect, it } from 'vitest';
import { myLeaving } from './after-leaving.ts';
import { check } from './check.ts';
import { after, callOf, mapleAs, NOW, refusal, wish } from './testing/maple.ts';
import type { Item } from './item.ts';
import type { View } from './view.ts';

/** Robin left yesterday, with this. */
function left(item: Partial<Item> = {}): View {
	const view = mapleAs('robin', { items: [wish(item)] });
	const people = view.people.map((one) => (one.id === 'robin' ? { ...one, left_at: '2026-11-30T10:00:00.000Z' } : one));
	return { ...view, people };
}
const on = { id: 'event', item: 'wish' };
const answered = { answered_at: NOW, closed_at: NOW };

it('whoever left reads on for the home’s time, and knows until when', () => {
	expect(myLeaving(mapleAs('robin'))).toBe(null);
	expect(myLeaving(left())).toEqual({ at: '2026-11-30T10:00:00.000Z', until: '2027-02-28T10:00:00.000Z' });
});

it('whoever left says nothing new', () => {
	const why: typeof refusal = (view, name, args) => check(view, callOf(name, args), NOW);
	const said = { id: 'x', symbol: 'bird', words: '', picture: null, readers: ['jo'], left_out: [], shown: [] };
	expect(why(left(), 'put_topic', said)).toBe('you_left');
	expect(why(left(answered), 'reopen', { ...on, words: null })).toBe('you_left');
	expect(why(left(), 'set_my_face', { name: 'Robin', picture: null })).toBe('you_left');
});

it('what was said goes on, and a complaint may be asked again', () => {
	expect(refusal(left(), 'take_back', on)).toBe(null);
	expect(after(left(answered), 'say_if_it_helped', { ...on, helped: 'yes' }).items[0]?.events).toHaveLength(1);
	expect(refusal(left({ ...answered, kind: 'complaint' }), 'reopen', { ...on, words: null })).toBe(null);
});

it('a complaint that is not mine, or not known here, is not asked again', () => {
	const why = (view: View, id: string) => check(view, callOf('reopen', { ...on, item: id, words: null }), NOW);
	expect(why(left({ ...answered, kind: 'complaint' }), 'other')).toBe('you_left');
	expect(why(left({ ...answered, kind: 'complaint', child_id: 'kai' }), 'wish')).toBe('you_left');
});
