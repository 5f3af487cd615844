import { expect, it } from 'vitest';
import { hours, mapleAs, NOW, topic, wish } from '../../testing/maple.ts';
import type { Item, Reader } from '../../item.ts';
import { itemsForPaper, kindsWaiting, newNotes, staysWithReaders } from './what-waits.ts';

const kinds = (...items: Item[]) => kindsWaiting(mapleAs('sam', { items }), 'robin');
const raised: Reader[] = [{ person_id: 'sam', why: 'raised', words: true, from_at: hours(-1), until: null }];

it('what waits is counted by its kind, with the age of the oldest', () => {
	const asked = [wish({ id: 'young' }), wish({ id: 'old', asked_at: hours(-9) }), topic({ asked_at: hours(-5) })];
	expect(kinds(...asked)).toEqual([
		{ kind: 'wish', count: 2, since: hours(-9) },
		{ kind: 'topic', count: 1, since: hours(-5) }
	]);
});

it('nothing is counted of a complaint or a request, of another child, or of what has its answer', () => {
	const others = [wish({ kind: 'complaint' }), wish({ kind: 'request' }), wish({ child_id: 'kai' })];
	expect(kinds(...others, wish({ closed_at: NOW }), wish({ kind: 'note', author_id: 'jo' }))).toEqual([]);
});

it('nothing is counted of what I know only since it was shared to keep safe', () => {
	expect(kinds(wish({ readers: raised }))).toEqual([]);
	const items = [wish({ kind: 'note', author_id: 'jo', readers: raised })];
	expect(newNotes(mapleAs('sam', { items }), 'robin')).toEqual([]);
});

it('a note is new until I open it, and what I wrote myself never is', () => {
	const note = (id: string, author_id: string) => wish({ id, kind: 'note', author_id });
	const opened = { id: 'o', kind: 'opened', person_id: 'sam', at: NOW } as const;
	const items = [note('new', 'jo'), note('mine', 'sam'), { ...note('read', 'jo'), events: [opened] }];
	expect(newNotes(mapleAs('sam', { items }), 'robin').map(({ id }) => id)).toEqual(['new']);
});

it('on a paper stands what waits, oldest first: no complaint, nothing shared to keep safe; and it says what goes no further', () => {
	const items = [
		wish({ id: 'young', may_move: true }),
		wish({ id: 'old', may_move: false, asked_at: hours(-9) }),
		topic({ id: 'topic', may_move: false, asked_at: hours(-1) }),
		wish({ id: 'complaint', kind: 'complaint' }),
		wish({ id: 'safe', readers: raised })
	];
	const onPaper = itemsForPaper(mapleAs('sam', { items }), 'robin');
	expect(onPaper.map(({ id }) => id)).toEqual(['old', 'topic', 'young']);
	expect(onPaper.filter(staysWithReaders).map(({ id }) => id)).toEqual(['old']);
});
