import { describe, expect, it } from 'vitest';
import { complaintRegister, isOpenLine, lateComplaints } from './complaint-register.ts';
import { hours, mapleAs, NOW, wish } from '../../testing/maple.ts';
import type { Item, ItemEvent, Reader } from '../../item.ts';

const by = (id: string, person_id: string, at: number) => ({ id, person_id, at: hours(at) });
const reads = (person_id: string): Reader => ({
	...{ person_id, why: 'picked', words: true, from_at: hours(-240), until: null }
});
const complaint = (id: string, more: Partial<Item> = {}): Item => ({
	...wish({ kind: 'complaint', sent_at: hours(-240), asked_at: hours(-240), unread_hours: 24, answer_hours: 480 }),
	...{ id, picked: null, left_out: null, shown: null, readers: [reads('pat')], ...more }
});
const answered = (at: number): ItemEvent => ({
	...{ ...by('found', 'pat', at), kind: 'answered', answer: 'upheld', because: 'He did', will_happen: 'Sorry' },
	...{ by_day: '2026-12-04', asked_whom: null, asked_on: null }
});
const handled: ItemEvent = { ...by('deals', 'pat', -200), kind: 'handled', by_day: '2026-12-10' };
const register = (...items: Item[]) => complaintRegister(mapleAs('pat'), items, NOW);
const closed = (at: number) => ({ answered_at: hours(at), closed_at: hours(at), events: [handled, answered(at)] });

describe('the register of complaints', () => {
	it('what is open comes first, of that what is late; then what ended, newest first; each once', () => {
		const items = [
			complaint('old', closed(-60)),
			complaint('new', closed(-10)),
			complaint('in time'),
			complaint('first', { answer_hours: 480, asked_at: hours(-300) }),
			complaint('never', { answer_hours: null }),
			complaint('late', { answer_hours: 168 }),
			wish({ id: 'a wish' })
		];
		const lines = register(...items, complaint('old', closed(-60)));
		expect(lines.map(({ item }) => item.id)).toEqual(['late', 'first', 'in time', 'never', 'new', 'old']);
		expect(lines.filter(isOpenLine)).toHaveLength(4);
	});

	it('says how far each came, and who deals with it', () => {
		const state = (more: Partial<Item>) => register(complaint('one', more)).map((line) => [line.state, line.deals]);
		const opened: ItemEvent = { ...by('seen', 'pat', -220), kind: 'opened' };
		expect(state({})).toEqual([['not_opened', ['pat']]]);
		expect(state({ opened_at: hours(-220), events: [opened] })).toEqual([['opened', ['pat']]]);
		expect(state({ opened_at: hours(-220), events: [opened, handled] })).toEqual([['handled', ['pat']]]);
		expect(state(closed(-10))).toEqual([['answered', ['pat']]]);
		expect(state({ taken_back_at: hours(-3), closed_at: hours(-3) })[0]?.[0]).toBe('taken_back');
	});

	it('a look again after an answer is the next stage, with the finding that the child is not happy with', () => {
		const again: ItemEvent = { ...by('again', 'robin', -5), kind: 'reopened', words: 'No' };
		const [line] = register(complaint('one', { events: [answered(-30), again], asked_at: hours(-5) }));
		expect(line).toMatchObject({ stage: 2, state: 'not_opened', answer: { answer: 'upheld' } });
		expect(register(complaint('one'))).toMatchObject([{ stage: 1, answer: null }]);
	});

	it('counts the days of the home until it ended, or until now', () => {
		const days = (more: Partial<Item>) => register(complaint('one', more))[0]?.days;
		expect(days({})).toBe(10);
		expect(days(closed(-48))).toBe(8);
		const clocksWentBack = { asked_at: '2026-10-24T23:30:00.000Z', closed_at: '2026-10-26T00:15:00.000Z' };
		expect(days(clocksWentBack)).toBe(1); // half past midnight on the 25th until a quarter past on the 26th
	});

	it('late ones are counted of what is open only', () => {
		const items = [
			complaint('late', { answer_hours: 168 }),
			complaint('ended late', { ...closed(-1), answer_hours: 1 })
		];
		expect(lateComplaints(mapleAs('pat', { items }), NOW)).toBe(1);
		expect(lateComplaints(mapleAs('pat'), NOW)).toBe(0);
	});
});
