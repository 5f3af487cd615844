import { describe, expect, it } from 'vitest';
import { complaintFacts, whoLooksAgain } from './complaint-facts.ts';
import { hours, mapleAs, NOW, person, wish } from '../../testing/maple.ts';
import type { Item, ItemEvent } from '../../item.ts';

const by = (id: string, person_id: string, at: number) => ({ id, person_id, at: hours(at) });
const complaint = (more: Partial<Item> = {}) =>
	wish({ kind: 'complaint', sent_at: hours(-50), asked_at: hours(-50), answer_hours: 240, ...more });
const opened: ItemEvent = { ...by('seen', 'pat', -40), kind: 'opened' };
const handled: ItemEvent = { ...by('deals', 'pat', -30), kind: 'handled', by_day: '2026-11-30' };

describe('how far a complaint came', () => {
	it('nobody has it yet, and the home’s time for it runs', () => {
		expect(complaintFacts(complaint(), NOW)).toEqual({ got: null, deals: null, answer_by: hours(190), isLate: false });
		expect(complaintFacts(complaint({ answer_hours: null }), NOW).answer_by).toBeNull();
	});

	it('who got it and when; who deals with it, and until which day', () => {
		expect(complaintFacts(complaint({ opened_at: hours(-40), events: [opened, handled] }), NOW)).toEqual({
			got: { person_id: 'pat', at: hours(-40) },
			...{ deals: 'pat', answer_by: '2026-11-30T23:59:59.999Z', isLate: true }
		});
	});

	it('an answer on the day was in time; what was before it was asked again counts no more', () => {
		const events = [opened, handled];
		expect(complaintFacts(complaint({ events, answered_at: '2026-11-30T20:00:00.000Z' }), NOW).isLate).toBe(false);
		expect(complaintFacts(complaint({ events, asked_at: hours(-5) }), NOW)).toMatchObject({ got: null, deals: null });
	});
});

it('the one above can look again: not who has it already, who is left out or about whom it is, nor who is not here', () => {
	const who = (item: Item, more = {}) => whoLooksAgain(mapleAs('robin', more), item, NOW)?.id;
	expect(who(complaint())).toBe('morgan');
	const readers = [{ person_id: 'morgan', why: 'picked' as const, words: true, from_at: hours(-9), until: null }];
	expect(who(complaint({ readers }))).toBeUndefined();
	expect(who(complaint({ left_out: ['morgan'] }))).toBeUndefined();
	expect(who(complaint({ about_id: 'morgan' }))).toBeUndefined();
	const away = [...mapleAs('robin').people.filter(({ id }) => id !== 'morgan')];
	expect(who(complaint(), { people: away })).toBeUndefined();
	const unjoined = person('morgan', 'responsible_individual', { joined: false });
	expect(who(complaint(), { people: [...away, unjoined] })).toBeUndefined();
});
