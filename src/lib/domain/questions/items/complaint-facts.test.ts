import { describe, expect, it } from 'vitest';
import { complaintFacts, shutOutOf, whoLooksAgain } from './complaint-facts.ts';
import { hours, mapleAs, NOW, person, wish } from '../../testing/maple.ts';
import type { Item, ItemEvent, Time } from '../../item.ts';

const by = (id: string, person_id: string, at: number) => ({ id, person_id, at: hours(at) });
const complaint = (more: Partial<Item> = {}) =>
	wish({ kind: 'complaint', sent_at: hours(-50), asked_at: hours(-50), answer_hours: 240, ...more });
const facts = (more: Partial<Item> = {}, now: Time = NOW) => complaintFacts(mapleAs('robin'), complaint(more), now);
const opened: ItemEvent = { ...by('seen', 'pat', -40), kind: 'opened' };
const handled: ItemEvent = { ...by('deals', 'pat', -30), kind: 'handled', by_day: '2026-11-30' };

describe('how far a complaint came', () => {
	it('nobody has it yet: whoever was picked deals with it, and the home’s days for it run', () => {
		expect(facts()).toEqual({
			...{ got: null, isHandled: false, deals: ['sam'] },
			...{ answer_by: '2026-12-09', isLate: false }
		});
		expect(facts({ answer_hours: null })).toMatchObject({ answer_by: null, isLate: false });
	});

	it('who got it and when; who deals with it, and by which day', () => {
		expect(facts({ opened_at: hours(-40), events: [opened, handled] })).toEqual({
			got: { person_id: 'pat', at: hours(-40) },
			...{ isHandled: true, deals: ['pat'], answer_by: '2026-11-30', isLate: true }
		});
	});

	it('an answer on the day was in time; what was before it was asked again counts no more', () => {
		const events = [opened, handled];
		expect(facts({ events, answered_at: '2026-11-30T23:00:00.000Z' }).isLate).toBe(false);
		expect(facts({ events, asked_at: hours(-5) })).toMatchObject({ got: null, deals: ['sam'] });
	});

	it('a day is the home’s own day, in summer, too', () => {
		const promised: ItemEvent = { ...by('deals', 'pat', -30), kind: 'handled', by_day: '2026-07-03' };
		const asked_at = '2026-06-01T09:00:00.000Z';
		const events = [{ ...promised, at: asked_at }];
		expect(facts({ asked_at, events }, '2026-07-03T22:30:00.000Z')).toMatchObject({
			answer_by: '2026-07-03',
			isLate: false
		});
		expect(facts({ asked_at, events }, '2026-07-03T23:30:00.000Z').isLate).toBe(true); // half past midnight in London
	});
});

it('whoever it is about and whoever was left out is shut out', () => {
	expect(shutOutOf(complaint({ about_id: 'sam', left_out: ['lou'] }))).toEqual(['sam', 'lou']);
	expect(shutOutOf(complaint())).toEqual([]);
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
