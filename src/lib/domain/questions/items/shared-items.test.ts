import { expect, it } from 'vitest';
import { hours, mapleHouse, wish } from '../../../../../tests/support/maple-house.ts';
import type { Item } from '../../item.ts';
import { allShared, groupsOf, oldestClosed } from './shared-items.ts';

const answered = (id: string, at: string): Item => wish({ id, answered_at: at, closed_at: at });
const told = (items: Item[], fresh: string[] = []) =>
	groupsOf(items, ({ id }) => fresh.includes(id)).map(({ group, items: some }) => [group, some.map(({ id }) => id)]);

it('an answer that was not read comes first, then what waits, the longest first', () => {
	const items = [
		answered('read', hours(-50)),
		wish({ id: 'young', asked_at: hours(-5) }),
		answered('fresh', hours(-2)),
		wish({ id: 'old', asked_at: hours(-90) }),
		wish({ id: 'back', taken_back_at: hours(-1), closed_at: hours(-1) })
	];
	expect(told(items, ['fresh'])).toEqual([
		['new', ['fresh']],
		['waiting', ['old', 'young']],
		['answered', ['read']],
		['back', ['back']]
	]);
});

it('the latest answer stands on top, and no heading stands over nothing', () => {
	expect(told([answered('first', hours(-9)), answered('last', hours(-1))])).toEqual([['answered', ['last', 'first']]]);
});

it('what was answered and then taken back is taken back', () => {
	expect(told([{ ...answered('both', hours(-9)), taken_back_at: hours(-1) }])).toEqual([['back', ['both']]]);
});

it('what I say was not me waits for no answer', () => {
	const disowned = { id: 'e', person_id: 'robin', at: hours(-1), kind: 'disowned' } as const;
	expect(told([wish({ id: 'not me', events: [disowned] })])).toEqual([['back', ['not me']]]);
});

it('what was asked again waits again', () => {
	expect(told([wish({ id: 'again', answered_at: null, asked_at: hours(-1) })])).toEqual([['waiting', ['again']]]);
});

it('what I shared is each thing once, also where it came twice, the newest first', () => {
	const [young, old] = [wish({ id: 'young', sent_at: hours(-1) }), wish({ id: 'old', sent_at: hours(-9) })];
	const view = mapleHouse({ items: [old, young, wish({ id: 'kai', child_id: 'kai' })] });
	const before = wish({ id: 'before', sent_at: hours(-99) });
	expect(allShared(view, [old, before]).map(({ id }) => id)).toEqual(['young', 'old', 'before']);
});

it('there may be more from before what was closed first', () => {
	const closed = (id: string, closed_at: string | null) => wish({ id, closed_at });
	expect(oldestClosed([closed('b', hours(-2)), closed('a', hours(-9)), closed('open', null)])).toBe(hours(-9));
	expect(oldestClosed([closed('open', null)])).toBeNull();
});
