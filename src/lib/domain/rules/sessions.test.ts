import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import { after, hours, mapleAs, NOW, refusal, session, topic, wish } from '../testing/maple.ts';
import type { Session } from '../view.ts';

const plan = { starts_at: hours(30), place: 'In the car', how: 'drive' as const, purpose: 'To see the sea' };
const on = { id: 'event', session: 'session' };
const planned = { planned_in: 'session' };
const jo = (state: Session['state'] = 'planned', starts_at = hours(53)) =>
	mapleAs('jo', {
		sessions: [session({ id: 'early', starts_at: hours(40) }), session({ state, starts_at })],
		items: [
			wish(planned),
			topic(planned),
			topic({ id: 'done', ...planned, closed_at: hours(-1) }),
			topic({ id: 'other' })
		]
	});

describe('a session', () => {
	const first: CallArgs['plan_session'] = { id: 'new', event: 'plan of new', child: 'robin', ...plan };

	it('is planned by whoever works with that child', () => {
		const { sessions } = after(jo(), 'plan_session', first);
		expect(sessions.map(({ id }) => id)).toEqual(['new', 'early', 'session']);
		expect(sessions[0]).toMatchObject({
			...{ child_id: 'robin', with_id: 'jo', state: 'planned', starts_at: hours(30) },
			events: [{ id: 'plan of new', person_id: 'jo', at: NOW, kind: 'planned', ...plan }]
		});
		expect(refusal(mapleAs('lou'), 'plan_session', first)).toBe('not_yours');
		expect(refusal(jo(), 'plan_session', { ...first, id: 'session' })).toBe('already_there');
	});

	it('has a time, a place and a purpose that fit', () => {
		expect(refusal(jo(), 'plan_session', { ...first, place: ' ' })).toBe('plan_is_whole');
		expect(refusal(jo(), 'plan_session', { ...first, place: 'x'.repeat(301) })).toBe('place_too_long');
		expect(refusal(jo(), 'plan_session', { ...first, purpose: 'x'.repeat(5001) })).toBe('purpose_too_long');
		expect(refusal(jo(), 'plan_session', { ...first, aims: ['swim' as 'review'] })).toBe('bad_aims');
		expect(refusal(jo(), 'plan_session', { ...first, aims: ['review', 'issue'] })).toBeNull();
	});

	it('changes its time and its place in the list', () => {
		const { sessions } = after(jo(), 'change_session', { ...on, ...plan });
		expect(sessions.map(({ id }) => id)).toEqual(['session', 'early']);
		expect(sessions[0]?.events.at(-1)).toMatchObject({ kind: 'changed', place: 'In the car' });
		expect(refusal(jo('recorded'), 'change_session', { ...on, ...plan })).toBe('session_not_changed');
		expect(refusal(mapleAs('jo'), 'change_session', { ...on, ...plan })).toBe('not_yours');
		expect(refusal(jo(), 'change_session', { ...on, ...plan, id: 'plan' })).toBe('already_there');
	});

	it('that is cancelled has a reason, and gives back what was planned in it', () => {
		const view = after(jo(), 'cancel_session', { ...on, because: 'I am ill.' });
		expect(view.sessions[1]).toMatchObject({
			state: 'cancelled',
			events: [{}, { kind: 'cancelled', because: 'I am ill.' }]
		});
		expect(view.items.map((item) => item.planned_in)).toEqual([null, null, 'session', null]);
		expect(refusal(jo(), 'cancel_session', { ...on, because: '' })).toBe('cancel_needs_reason');
		expect(refusal(jo(), 'cancel_session', { ...on, because: 'x'.repeat(301) })).toBe('because_too_long');
		expect(refusal({ ...jo(), me: 'lou' }, 'cancel_session', { ...on, because: 'x' })).toBe('not_yours');
	});

	const lines = { talked: 'Football', came: '', went: 'Well', good: 'The sun' };

	it('that is recorded takes its topics off the list: they were talked about', () => {
		const view = after(jo('planned', hours(-1)), 'record_session', { ...on, ...lines });
		expect(view.sessions[0]).toMatchObject({ state: 'recorded', events: [{}, { kind: 'recorded', ...lines }] });
		expect(view.items.map(({ id, closed_at }) => [id, closed_at])).toEqual([
			...[
				['wish', null],
				['topic', NOW],
				['done', hours(-1)],
				['other', null]
			]
		]);
	});

	it('that is recorded has begun', () => {
		const at = (starts_at: string) => refusal(jo('planned', starts_at), 'record_session', { ...on, ...lines });
		expect(at(hours(1 / 60))).toBe('session_not_begun');
		expect(at(NOW)).toBeNull();
	});

	it('that nobody planned is put down when it has begun', () => {
		const afterwards = { ...first, unplanned: true };
		expect(refusal(jo(), 'plan_session', afterwards)).toBe('session_not_begun');
		const { sessions } = after(jo(), 'plan_session', { ...afterwards, starts_at: hours(-1) });
		expect(sessions[0]?.events).toMatchObject([{ kind: 'planned', unplanned: true }]);
	});

	it('is recorded again, to say more, but not when it was cancelled', () => {
		expect(refusal(jo('recorded', hours(-1)), 'record_session', { ...on, ...lines })).toBeNull();
		expect(refusal(jo('cancelled'), 'record_session', { ...on, ...lines })).toBe('session_not_recorded');
	});

	it('that is recorded says what it was about, in so many words', () => {
		const why = (more: Partial<typeof lines>) => refusal(jo(), 'record_session', { ...on, ...lines, ...more });
		expect(why({ talked: '' })).toBe('record_needs_talked');
		expect(why({ talked: 'x'.repeat(5001) })).toBe('talked_too_long');
		expect(why({ came: 'x'.repeat(5001) })).toBe('came_too_long');
		expect(why({ went: 'x'.repeat(5001) })).toBe('went_too_long');
		expect(why({ good: 'x'.repeat(301) })).toBe('good_too_long');
	});
});

describe('a child’s say in it', () => {
	const robin = (state: Session['state'] = 'planned') => mapleAs('robin', { sessions: [session({ state })] });
	const last = (view: ReturnType<typeof robin>) => view.sessions[0]?.events.at(-1);

	it('is how to meet, another time, or not today', () => {
		expect(last(after(robin(), 'pick_how', { ...on, how: 'walk' }))).toMatchObject({ kind: 'how_picked', how: 'walk' });
		expect(last(after(robin(), 'ask_other_time', { ...on, words: 'Later' }))).toMatchObject({ words: 'Later' });
		expect(last(after(robin(), 'not_today', on))).toMatchObject({ kind: 'not_today', person_id: 'robin', at: NOW });
	});

	it('is what to do, by a picture or in words', () => {
		const does = (more: object) => refusal(robin(), 'pick_how', { ...on, how: 'activity', ...more });
		expect(does({ symbol: 'food', words: 'Bake a cake' })).toBeNull();
		expect(does({ symbol: 'No!' })).toBe('bad_symbol');
		expect(does({ words: 'x'.repeat(5001) })).toBe('too_many_words');
		const said = { how: 'activity' as const, symbol: 'food', words: null };
		expect(last(after(robin(), 'pick_how', { ...on, ...said }))).toMatchObject(said);
	});

	it('comes while it is planned, and is the child’s own', () => {
		expect(refusal(robin('recorded'), 'pick_how', { ...on, how: 'walk' })).toBe('session_not_how_picked');
		expect(refusal(robin('cancelled'), 'ask_other_time', { ...on, words: 'x' })).toBe('session_not_other_time_asked');
		expect(refusal(robin('cancelled'), 'not_today', on)).toBe('session_not_not_today');
		expect(refusal(jo(), 'not_today', on)).toBe('not_yours');
		expect(refusal(mapleAs('robin'), 'not_today', on)).toBe('not_yours');
	});

	it('says when another time would suit, in some words', () => {
		expect(refusal(robin(), 'ask_other_time', { ...on, words: '' })).toBe('other_time_needs_words');
		expect(refusal(robin(), 'ask_other_time', { ...on, words: 'x'.repeat(5001) })).toBe('too_many_words');
	});

	it('or by a day, or by a part of it', () => {
		const asks = (more: object) => refusal(robin(), 'ask_other_time', { ...on, words: '', ...more });
		expect(asks({ day: '2026-12-05' })).toBeNull();
		expect(asks({ part: 'midday' })).toBeNull();
		expect(asks({ part: 'night' })).toBe('bad_part');
		expect(asks({ day: null, part: null })).toBe('other_time_needs_words');
		const said = { words: '', day: '2026-12-05', part: 'evening' as const };
		expect(last(after(robin(), 'ask_other_time', { ...on, ...said }))).toMatchObject(said);
	});

	it('is two taps when it is over', () => {
		const taps = { mine: 'yes' as const, ended: 'good' as const };
		expect(last(after(robin('recorded'), 'tap_session', { ...on, ...taps }))).toMatchObject({
			kind: 'tapped',
			...taps
		});
		expect(refusal(robin(), 'tap_session', { ...on, ...taps })).toBe('session_not_tapped');
	});

	it('and a line of the child’s own, if they like', () => {
		const taps = { ...on, mine: 'yes' as const, ended: 'good' as const };
		const said = after(robin('recorded'), 'tap_session', { ...taps, words: 'We laughed.' });
		expect(last(said)).toMatchObject({ words: 'We laughed.' });
		expect(last(after(robin('recorded'), 'tap_session', taps))).toMatchObject({ words: null });
		const long = { ...taps, words: 'x'.repeat(5001) };
		expect(refusal(robin('recorded'), 'tap_session', long)).toBe('too_many_words');
	});
});
