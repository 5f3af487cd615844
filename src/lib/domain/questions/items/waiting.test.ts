import { describe, expect, it } from 'vitest';
import { hours, mapleAs, NOW, person, topic, wish } from '../../testing/maple.ts';
import type { View } from '../../view.ts';
import { waitingLongest } from './waiting.ts';

const list = (view: View) => waitingLongest(view, NOW);

describe('my children', () => {
	it('come in the order of how long they have waited', () => {
		const items = [wish({ id: 'k', child_id: 'kai', asked_at: hours(-2) }), wish({ asked_at: hours(-5) })];
		expect(list(mapleAs('jo', { items })).map(({ child, since }) => [child.id, since])).toEqual([
			['robin', hours(-5)],
			['kai', hours(-2)]
		]);
	});

	it('are there although nothing waits, and end up below', () => {
		expect(list(mapleAs('jo', { items: [wish()] })).map(({ child, since, open }) => [child.id, since, open])).toEqual([
			['robin', hours(-1), 1],
			['kai', null, 0]
		]);
	});

	it('have two clocks: unread and unanswered', () => {
		const opened = { opened_at: hours(-1) };
		const late = (more: Parameters<typeof wish>[0]) => {
			const [robin] = list(mapleAs('sam', { items: [wish(more)] }));
			return [robin?.late_unread, robin?.late_answer, robin?.unread_since];
		};
		expect(late({ asked_at: hours(-25) })).toEqual([true, false, hours(-25)]);
		expect(late({ asked_at: hours(-25), ...opened })).toEqual([false, false, null]);
		expect(late({ asked_at: hours(-169), ...opened })).toEqual([false, true, null]);
		expect(late({ asked_at: hours(-169), unread_hours: null, answer_hours: null })).toEqual([
			false,
			false,
			hours(-169)
		]);
	});

	it('are not late with topics and notes, and not with what has its answer', () => {
		const items = [topic(), wish({ id: 'n', kind: 'note' }), wish({ id: 'd', closed_at: NOW })];
		expect(list(mapleAs('sam', { items }))).toMatchObject([{ since: null, open: 0 }]);
	});

	it('may wait with me without a word', () => {
		const waiting = [{ child_id: 'robin', asked_at: hours(-30) }];
		expect(list(mapleAs('pat', { waiting }))).toMatchObject([{ since: hours(-30), without_words: 1, open: 0 }]);
	});

	it('stay in the list after they moved until all they asked is answered', () => {
		const people = [person('robin', 'child', { left_at: NOW }), person('sam', 'worker')];
		expect(list(mapleAs('sam', { people, items: [wish()] }))).toHaveLength(1);
		expect(list(mapleAs('sam', { people, items: [wish({ closed_at: NOW })] }))).toEqual([]);
	});
});
