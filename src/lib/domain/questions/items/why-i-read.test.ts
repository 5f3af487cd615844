import { describe, expect, it } from 'vitest';
import { hours, mapleAs, NOW, wish } from '../../testing/maple.ts';
import type { ItemEvent, Reader } from '../../item.ts';
import type { Why } from '../../vocabulary/items.ts';
import { iOpened, isHiddenFromChild, sentTo, whyIRead } from './why-i-read.ts';

const reader = (person_id: string, why: Why): Reader => ({
	...{ person_id, why, words: true, from_at: hours(-1), until: null }
});
const view = mapleAs('jo');
const why = (...whys: Why[]) => whyIRead(view, wish({ readers: whys.map((one) => reader('jo', one)) }), NOW);

describe('why I read something', () => {
	it('is said where it did not come to me by itself', () => {
		expect([why('cover'), why('handed_on'), why('raised')]).toEqual(['cover', 'handed_on', 'raised']);
		expect([why('picked', 'cover'), why('author', 'raised'), why()]).toEqual([null, null, null]);
		expect(whyIRead(view, wish({ readers: [reader('sam', 'cover')] }), NOW)).toBeNull();
	});

	it('is that I was the child’s key worker, and am one no more', () => {
		const [kai, jo, sam] = view.key_workers;
		const item = wish({ sent_at: hours(-9), readers: [reader('jo', 'picked')] });
		const until = (end: number) => ({ ...view, key_workers: [kai!, { ...jo!, until: hours(end) }, sam!] });
		expect(whyIRead(until(-1), item, NOW)).toBe('former');
		expect(whyIRead(until(1), item, NOW)).toBeNull();
		expect(whyIRead(until(-99), item, NOW)).toBeNull(); // I was none when it was sent
	});
});

it('it went to whoever was picked, each once', () => {
	const readers = [reader('sam', 'picked'), reader('sam', 'picked'), reader('pat', 'handed_on')];
	expect(sentTo(wish({ readers }))).toEqual(['sam']);
});

it('it is hidden from the child where all that brought it to me is', () => {
	const raised = (id: string, hidden: boolean, with_ids = ['jo']): ItemEvent => ({
		...{ id, person_id: 'sam', at: NOW, kind: 'raised', with_ids, because: 'Not safe', told_child: !hidden, hidden }
	});
	const hidden = (...events: ItemEvent[]) => isHiddenFromChild(view, wish({ events }));
	expect(hidden(raised('a', true))).toBe(true);
	expect(hidden(raised('a', true), raised('b', false))).toBe(false);
	expect(hidden(raised('a', true, ['pat']))).toBe(false);
	expect(hidden()).toBe(false);
});

it('I opened it if I did since it was last asked', () => {
	const opened = (person_id: string, at: number): ItemEvent => ({ id: 'o', person_id, at: hours(at), kind: 'opened' });
	expect(iOpened(view, wish({ events: [opened('jo', -0.5)] }))).toBe(true);
	expect(iOpened(view, wish({ events: [opened('jo', -2)] }))).toBe(false);
	expect(iOpened(view, wish({ events: [opened('sam', -0.5)] }))).toBe(false);
});
