import { expect, it } from 'vitest';
import { isCount, isText } from '$lib/domain/checks/kinds.ts';
import { byEntry, byField } from './restore.ts';

it('keeps the fields that are what they should be', () => {
	const restore = byField<{ words: string; count: number }>({ words: isText, count: isCount });
	const empty = { words: '', count: 0 };
	expect(restore({ words: 'a', count: 1 }, empty)).toEqual({ words: 'a', count: 1 });
	expect(restore({ words: 'a', count: 'many' }, empty)).toEqual({ words: 'a', count: 0 });
	expect(restore({ count: 1, more: 2 }, empty)).toEqual({ words: '', count: 1 });
	for (const broken of [undefined, null, 'a', 1, []]) expect(restore(broken, empty)).toEqual(empty);
});

it('keeps the entries that are what they should be', () => {
	const restore = byEntry<string>(isText);
	expect(restore({ a: 'b', c: 1, d: null }, {})).toEqual({ a: 'b' });
	for (const broken of [undefined, null, 'a', 1, ['b']]) expect(restore(broken, {})).toEqual({});
});
