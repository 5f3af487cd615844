import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import { after, hours, mapleAs, NOW, person, refusal, session, topic, wish } from '../testing/maple.ts';
import { dayAfter, localDay } from '../time/days.ts';
import type { Id, Item, ItemEvent, Reader } from '../item.ts';

const on = { id: 'event', item: 'wish' };
const samWith = (item: Item) => mapleAs('sam', { items: [item], sessions: [session()] });
const raisedOnly: Reader[] = [{ person_id: 'sam', why: 'raised', words: true, from_at: hours(-1), until: null }];
const opened = (more: object = {}): ItemEvent => ({
	id: 'o',
	kind: 'opened',
	person_id: 'sam',
	at: hours(-0.5),
	...more
});

describe('opening', () => {
	it('is told, with the time, and stops the first clock', () => {
		const [item] = after(samWith(wish()), 'open_item', on).items;
		expect(item).toMatchObject({ opened_at: NOW, events: [{ kind: 'opened', person_id: 'sam', at: NOW }] });
		expect(after(samWith(wish({ opened_at: hours(-0.5) })), 'open_item', on).items[0]?.opened_at).toBe(hours(-0.5));
	});

	it('twice is opening once, until it is asked again', () => {
		const seen = samWith(wish({ opened_at: hours(-0.5), events: [opened()] }));
		expect(refusal(seen, 'open_item', on)).toBeNull();
		expect(after(seen, 'open_item', on)).toEqual(seen);
		const again = samWith(wish({ asked_at: hours(-0.1), events: [opened()] }));
		expect(after(again, 'open_item', on).items[0]?.events).toHaveLength(2);
	});

	it('what was only shared to keep safe stops no clock, also when it was taken back', () => {
		const item = wish({ readers: raisedOnly, taken_back_at: hours(-0.2) });
		expect(after(samWith(item), 'open_item', on).items[0]).toMatchObject({
			opened_at: null,
			events: [{ kind: 'opened' }]
		});
		const twice = samWith(wish({ readers: raisedOnly, events: [opened()] }));
		expect(after(twice, 'open_item', on)).toEqual(twice);
	});

	it('what was taken back, or by a child, is refused', () => {
		expect(refusal(samWith(wish({ taken_back_at: NOW })), 'open_item', on)).toBe('item_not_opened');
		expect(refusal(mapleAs('robin', { items: [wish()] }), 'open_item', on)).toBe('not_yours');
		expect(refusal(mapleAs('sam'), 'open_item', on)).toBe('not_yours');
	});
});

describe('planning', () => {
	const plan = { ...on, session: 'session' };

	it('puts a wish into the session, and takes it out', () => {
		const view = after(samWith(wish()), 'plan_item', plan);
		expect(view.items[0]).toMatchObject({
			planned_in: 'session',
			events: [{ kind: 'planned', session_id: 'session' }]
		});
		const out = after(view, 'unplan_item', { id: 'out', item: 'wish' });
		expect(out.items[0]).toMatchObject({ planned_in: null, events: [{ kind: 'planned' }, { kind: 'unplanned' }] });
	});

	it('takes open wishes and topics, into a planned session of that child', () => {
		const why = (item: Item, more = session()) =>
			refusal(mapleAs('sam', { items: [item], sessions: [more] }), 'plan_item', { ...plan, item: item.id });
		expect(why(topic())).toBeNull();
		expect(why(wish({ closed_at: NOW }))).toBe('item_not_planned');
		expect(why(wish({ kind: 'note' }))).toBe('item_not_planned');
		expect(why(wish(), session({ state: 'recorded' }))).toBe('item_not_planned');
		expect(why(wish(), session({ child_id: 'kai' }))).toBe('item_not_planned');
		expect(why(wish(), session({ id: 'other' }))).toBe('item_not_planned');
	});

	it('cannot take out what is not in it, nor what is closed', () => {
		expect(refusal(samWith(wish()), 'unplan_item', on)).toBe('item_not_unplanned');
		expect(refusal(samWith(wish({ planned_in: 'session', closed_at: NOW })), 'unplan_item', on)).toBe(
			'item_not_unplanned'
		);
	});

	it('is not for who reads it only since it was shared to keep safe: it would tell', () => {
		expect(refusal(samWith(wish({ readers: raisedOnly })), 'plan_item', plan)).toBe('item_not_planned');
	});
});

describe('an answer', () => {
	const answer: CallArgs['answer_item'] = {
		...on,
		...{ answer: 'yes', because: 'We asked.', will_happen: 'We go by bus.' },
		...{ by_day: '2026-12-10', asked_whom: null, asked_on: null }
	};
	const why = (more: Partial<CallArgs['answer_item']>, item = wish()) =>
		refusal(samWith(item), 'answer_item', { ...answer, ...more });

	it('closes a wish, with its reason', () => {
		const [item] = after(samWith(topic({ id: 'wish' })), 'answer_item', answer).items;
		expect(item).toMatchObject({ answered_at: NOW, opened_at: NOW, closed_at: NOW, place: null });
		expect(item?.events).toMatchObject([
			{ kind: 'answered', answer: 'yes', because: 'We asked.', will_happen: 'We go by bus.', by_day: '2026-12-10' }
		]);
	});

	it('that comes second does not change when the first was', () => {
		const first = { answered_at: hours(-0.5), opened_at: hours(-0.6), closed_at: hours(-0.5) };
		expect(after(samWith(wish(first)), 'answer_item', answer).items[0]).toMatchObject(first);
	});

	it('is none without a reason', () => {
		expect(why({ because: ' ' })).toBe('answer_needs_reason');
		expect(why({ because: 'x'.repeat(5001) })).toBe('too_long');
	});

	it('of yes or partly says by when; "not mine to decide" says who was asked, and when', () => {
		expect(why({ by_day: null })).toBe('answer_needs_day');
		expect(why({ answer: 'partly', by_day: null })).toBe('answer_needs_day');
		expect(why({ answer: 'no', by_day: null })).toBeNull();
		expect(why({ answer: 'not_mine', asked_whom: ' ', asked_on: '2026-12-01' })).toBe('answer_needs_asked');
		expect(why({ answer: 'not_mine', asked_whom: 'My boss', asked_on: null })).toBe('answer_needs_asked');
		expect(why({ answer: 'not_mine', asked_whom: 'My boss', asked_on: '2026-12-01' })).toBeNull();
		expect(why({ answer: 'not_now', by_day: null })).toBe('answer_needs_day');
		expect(why({ will_happen: ' ' })).toBe('answer_needs_will_happen');
		expect(why({ answer: 'no', will_happen: null, by_day: null })).toBeNull();
		expect(why({ will_happen: 'x'.repeat(5001) })).toBe('too_long');
	});

	it('to a complaint is what was found, and to nothing else', () => {
		expect(why({ answer: 'upheld' })).toBe('item_not_answered');
		expect(why({ answer: 'upheld' }, wish({ kind: 'complaint' }))).toBeNull();
		expect(why({ answer: 'yes' }, wish({ kind: 'complaint' }))).toBe('item_not_answered');
		expect(why({ answer: 'upheld', will_happen: null }, wish({ kind: 'complaint' }))).toBe('answer_needs_will_happen');
		expect(why({ asked_whom: 'x'.repeat(301) })).toBe('bad_asked_whom');
	});

	it('is for nothing that was taken back, and for no note', () => {
		expect(why({}, wish({ taken_back_at: NOW }))).toBe('item_not_answered');
		expect(why({}, wish({ kind: 'note' }))).toBe('item_not_answered');
	});

	it('is not a child’s', () => {
		expect(refusal(mapleAs('robin', { items: [wish()] }), 'answer_item', answer)).toBe('not_yours');
	});
});

describe('saying by when one answers', () => {
	const today = localDay(NOW, 'Europe/London');
	const handle = { ...on, by_day: '2026-12-10' };

	it('says by when', () => {
		const [item] = after(samWith(wish({ kind: 'complaint' })), 'handle_item', handle).items;
		expect(item?.events).toMatchObject([{ kind: 'handled', by_day: '2026-12-10', person_id: 'sam' }]);
	});

	it('is for all that is open and needs an answer', () => {
		for (const kind of ['wish', 'meeting', 'request'] as const)
			expect(refusal(samWith(wish({ kind })), 'handle_item', handle)).toBeNull();
		expect(refusal(samWith(wish({ kind: 'complaint', closed_at: NOW })), 'handle_item', handle)).toBe(
			'item_not_handled'
		);
		for (const kind of ['topic', 'note'] as const)
			expect(refusal(samWith(wish({ kind })), 'handle_item', handle)).toBe('item_not_handled');
	});

	it('is for a day that has not gone by in the home', () => {
		const by = (by_day: string) => refusal(samWith(wish()), 'handle_item', { ...on, by_day });
		expect(by(today)).toBeNull();
		expect(by(dayAfter(today, -1))).toBe('handled_past_day');
	});
});

describe('sharing to keep safe', () => {
	const share: CallArgs['share_to_keep_safe'] = {
		...on,
		...{ with: ['pat', 'lou', 'pat'], worry_about: null, because: 'I fear harm.', told_child: true, hidden: false }
	};
	const why = (more: Partial<CallArgs['share_to_keep_safe']>, item = wish()) =>
		refusal(samWith(item), 'share_to_keep_safe', { ...share, ...more });

	it('lets those people read it from now on, and says why', () => {
		const [item] = after(samWith(wish()), 'share_to_keep_safe', share).items;
		expect(item?.events).toMatchObject([
			{ kind: 'raised', with_ids: ['lou', 'pat'], because: 'I fear harm.', told_child: true, hidden: false }
		]);
		expect(item?.readers.map(({ person_id, why: as, words }) => [person_id, as, words])).toEqual([
			...[
				['sam', 'picked', true],
				['lou', 'raised', true],
				['pat', 'raised', true]
			]
		]);
	});

	it('is never with the person whom the worry is about, whom it is about, or myself', () => {
		expect(why({ worry_about: 'lou' })).toBe('item_not_raised');
		expect(why({}, wish({ about_id: 'pat' }))).toBe('item_not_raised');
		expect(why({ with: ['sam'] })).toBe('item_not_raised');
	});

	it('is with staff who are there', () => {
		expect(why({ with: ['kai'] })).toBe('item_not_raised');
		expect(why({ with: [] })).toBe('raised_needs_people');
		const people = mapleAs('sam').people.map((one) =>
			one.id === 'lou' ? person('lou', 'worker', { at_work: false }) : one
		);
		expect(refusal({ ...samWith(wish()), people }, 'share_to_keep_safe', share)).toBe('item_not_raised');
	});

	it('has a reason, and is not both hidden and told', () => {
		expect(why({ because: '' })).toBe('answer_needs_reason');
		expect(why({ because: 'x'.repeat(5001) })).toBe('too_long');
		expect(why({ hidden: true })).toBe('hidden_or_told');
		expect(why({ hidden: true, told_child: false })).toBeNull();
	});

	it('passes on in silence what came in silence, unless the child was told', () => {
		const raised = (id: Id, hidden: boolean): ItemEvent => ({
			...{ id, person_id: 'jo', at: NOW, kind: 'raised', with_ids: ['sam'], because: 'I fear harm.' },
			...{ told_child: false, hidden }
		});
		const came = { person_id: 'sam', why: 'raised', words: true, from_at: NOW, until: null } as const;
		const isHidden = (
			events: ItemEvent[],
			more: Partial<CallArgs['share_to_keep_safe']>,
			readers: Reader[] = [came]
		) => {
			const view = samWith(wish({ readers, events }));
			const [item] = after(view, 'share_to_keep_safe', { ...share, told_child: false, ...more }).items;
			const last = item?.events.at(-1);
			return last?.kind === 'raised' && last.hidden;
		};
		expect(isHidden([raised('r', true)], {})).toBe(true);
		expect(isHidden([raised('r', true)], { told_child: true })).toBe(false);
		expect(isHidden([raised('r', true), raised('s', false)], {})).toBe(false);
		expect(isHidden([raised('s', false)], { hidden: true })).toBe(true);
		const opened: ItemEvent = { id: 'o', person_id: 'sam', at: NOW, kind: 'opened' };
		const others = { ...raised('t', false), with_ids: ['pat'] } as ItemEvent;
		expect(isHidden([opened, raised('r', true), others], {})).toBe(true);
		expect(isHidden([raised('r', true)], {}, [came, { ...came, why: 'picked' }])).toBe(false); // I read it anyway
	});

	it('is not a child’s', () => {
		expect(refusal(mapleAs('robin', { items: [wish()] }), 'share_to_keep_safe', share)).toBe('not_yours');
	});
});
