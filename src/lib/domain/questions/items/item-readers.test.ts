import { expect, it } from 'vitest';
import { hours, mapleAs, NOW, wish } from '../../testing/maple.ts';
import type { Reader } from '../../item.ts';
import { readersNeedingYes } from './item-readers.ts';

it('and reached somebody new waits for my yes to them', () => {
	const reader = (person_id: string, more: Partial<Reader> = {}): Reader => ({
		...{ person_id, why: 'handed_on', words: false, from_at: hours(-1), until: null },
		...more
	});
	const readers = [reader('lou'), reader('sam', { words: true }), reader('pat', { from_at: hours(1) })];
	const needing = (item: ReturnType<typeof wish>) => readersNeedingYes(mapleAs('robin'), item, NOW);
	expect(needing(wish({ readers })).map(({ person_id }) => person_id)).toEqual(['lou']);
	expect(needing(wish({ readers, may_move: false }))).toEqual([]);
});
