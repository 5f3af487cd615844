import { expect, it } from 'vitest';
import { hours, mapleAs, wish } from '../../testing/maple.ts';
import type { Item } from '../../item.ts';
import { aboutMeOf, allAboutMe } from './about-me.ts';

const told = (id: string, sent: number, more: Partial<Item> = {}) =>
	wish({ id, kind: 'about_me', sent_at: hours(sent), ...more });
const seen = (...items: Item[]) => aboutMeOf(mapleAs('sam', { items }), 'robin').map(({ id }) => id);

it('nobody told me anything', () => expect(seen(wish(), told('of kai', -1, { child_id: 'kai' }))).toEqual([]));

it('what a child told last stands for what they told before', () => {
	expect(seen(told('before', -3), told('last', -1), told('between', -2))).toEqual(['last']);
	expect(seen(told('a', -1), told('b', -1))).toEqual(['b']);
});

it('what was taken back does not stand there, and what they told before does again', () => {
	expect(seen(told('before', -3), told('last', -1, { closed_at: hours(0) }))).toEqual(['before']);
});

it('what may not be theirs does not take the place of what is', () => {
	expect(seen(told('theirs', -3), told('false', -1, { doubt: 'new' }))).toEqual(['false', 'theirs']);
	expect(seen(told('false', -1, { doubt: 'new' }))).toEqual(['false']);
	expect(seen(told('theirs', -1), told('false', -3, { doubt: 'new' }))).toEqual(['theirs']);
});

it('to its child stands all that somebody may still read', () => {
	const items = [told('before', -3), told('last', -1), told('back', -2, { closed_at: hours(0) })];
	expect(allAboutMe(mapleAs('robin', { items }), 'robin').map(({ id }) => id)).toEqual(['last', 'before']);
});
