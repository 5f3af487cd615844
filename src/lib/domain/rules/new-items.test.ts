import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import { after, hours, mapleAs, NOW, person, refusal, topic, wish } from '../testing/maple.ts';

const said = (more: Partial<CallArgs['complain']> = {}): CallArgs['complain'] => ({
	...{ id: 'new', symbol: null, words: 'See my brother', picture: null, readers: ['sam'], left_out: ['lou'] },
	...{ shown: ['sam', 'jo', 'sam'], may_move: true, about: null },
	...more
});
const listed: CallArgs['put_topic'] = {
	...{ id: 'new', symbol: null, words: 'Football', picture: null, readers: ['sam'], left_out: [], shown: [] }
};
const page = (more: Partial<CallArgs['send_meeting']> = {}): CallArgs['send_meeting'] => {
	const { id, symbol, picture, readers, left_out, shown, may_move } = said();
	const meeting = { parts: [], there: ['Mum'], not_there: [], how: null };
	return { id, symbol, words: '', picture, readers, left_out, shown, may_move, meeting, ...more };
};
const robin = mapleAs('robin');

describe('what a child sends', () => {
	it('is there at once, with the rule that they were shown and everybody who will read it', () => {
		const [item] = after(robin, 'send_wish', said()).items;
		expect(item).toMatchObject({
			...{ kind: 'wish', child_id: 'robin', author_id: 'robin', words: 'See my brother', sent_at: NOW, asked_at: NOW },
			...{ unread_hours: 24, answer_hours: 168, place: null, picked: ['sam'], left_out: ['lou'], shown: ['jo', 'sam'] }
		});
		expect(item?.readers.map(({ person_id, words }) => [person_id, words])).toEqual([
			...[
				['jo', true],
				['sam', true],
				['jo', true],
				['pat', false],
				['morgan', false]
			]
		]);
	});

	it('has the call’s own time, and stands among the others by it', () => {
		const items = [wish({ sent_at: hours(-3) }), wish({ id: 'later', sent_at: hours(-1) })];
		const view = after(mapleAs('robin', { items }), 'send_wish', said(), hours(-2));
		expect(view.items.map(({ id }) => id)).toEqual(['wish', 'new', 'later']);
	});

	it('like a topic goes to the end of the list, and never moves', () => {
		const { items } = after(mapleAs('robin', { items: [topic()] }), 'put_topic', listed);
		expect(items[1]).toMatchObject({
			kind: 'topic',
			place: 2,
			unread_hours: null,
			answer_hours: null,
			may_move: false
		});
	});

	it('like a page for a review goes the way of a wish, with what stands on it', () => {
		const parts = [{ area: 'school' as const, marks: ['not_good' as const], words: 'Too loud.' }];
		const meeting = { parts, there: ['Mum'], not_there: [], how: 'bit' as const };
		const [item] = after(robin, 'send_meeting', page({ meeting })).items;
		const [asWish] = after(robin, 'send_wish', said()).items;
		expect(item).toMatchObject({ kind: 'meeting', words: '', meeting, unread_hours: 24, answer_hours: 168 });
		expect(item?.readers).toEqual(asWish?.readers);
	});

	it('like a page for a review is refused when it says nothing, or what no page holds', () => {
		const empty = { parts: [], there: [], not_there: [], how: null };
		expect(refusal(robin, 'send_meeting', page({ meeting: empty }))).toBe('nothing_said');
		expect(refusal(robin, 'send_meeting', page({ meeting: empty, words: 'My bike' }))).toBe(null);
		expect(refusal(robin, 'send_meeting', page({ meeting: { ...empty, there: [' '] } }))).toBe('bad_meeting');
	});

	it('like what they tell of themselves has no clock, and goes to those picked and to whoever covers for them', () => {
		const about_me = { parts: [{ part: 'helps' as const, symbol: null, words: 'Sit near me.' }] };
		const [item] = after(robin, 'send_about_me', { ...listed, words: '', about_me }).items;
		expect(item).toMatchObject({ kind: 'about_me', about_me, unread_hours: null, answer_hours: null, place: null });
		expect(item?.readers.map(({ person_id }) => person_id)).toEqual(['jo', 'sam']);
		expect(refusal(robin, 'send_about_me', { ...listed, words: '', about_me: { parts: [] } })).toBe('nothing_said');
		const long = { parts: [{ part: 'helps' as const, symbol: null, words: 'x'.repeat(1001) }] };
		expect(refusal(robin, 'send_about_me', { ...listed, about_me: long })).toBe('bad_about_me');
	});

	it('may be said aloud, with no words at all, unless the home turned that off', () => {
		const recording = 'a'.repeat(64);
		const aloud = said({ words: '', recording });
		expect(after(robin, 'send_wish', aloud).items[0]).toMatchObject({ words: '', recording });
		expect(after(robin, 'send_wish', said()).items[0]).toMatchObject({ recording: null });
		expect(refusal(robin, 'send_wish', said({ words: '', recording: null }))).toBe('nothing_said');
		expect(refusal(robin, 'send_wish', said({ recording: 'no hash' }))).toBe('no_such_recording');
		const off = mapleAs('robin', { home: { ...robin.home, recordings: false } });
		expect(refusal(off, 'send_wish', aloud)).toBe('no_recordings_here');
		expect(refusal(off, 'send_wish', said())).toBeNull();
	});

	it('like a complaint never shows the person whom it is about', () => {
		const [item] = after(robin, 'complain', said({ readers: ['pat'], about: 'sam' })).items;
		expect(item).toMatchObject({ kind: 'complaint', about_id: 'sam' });
		expect(item?.readers.some(({ person_id }) => person_id === 'sam')).toBe(false);
	});

	it('like asking for another key worker says whom it is about', () => {
		const args = { ...said({ readers: ['pat'] }), about: 'sam' };
		expect(after(robin, 'ask_for_another_key_worker', args).items[0]).toMatchObject({
			kind: 'request',
			about_id: 'sam'
		});
	});

	it('is sent once, however often', () => {
		const once = after(robin, 'send_wish', said());
		expect(after(once, 'send_wish', said())).toBe(once);
	});
});

describe('a note', () => {
	it('is an adult’s, about a child, and shows who reads it by now', () => {
		const sam = mapleAs('sam', { away: [{ ...robin.away[0]!, from_at: hours(5) }] });
		const [item] = after(sam, 'write_note', { ...said({ readers: ['jo'] }), child: 'robin' }).items;
		expect(item).toMatchObject({ kind: 'note', child_id: 'robin', author_id: 'sam', unread_hours: null });
		expect(item?.readers.map(({ person_id, why }) => [person_id, why])).toEqual([
			['jo', 'picked'],
			['sam', 'author']
		]);
	});

	it('is not written about somebody who is no child here, nor by a child', () => {
		expect(refusal(mapleAs('sam'), 'write_note', { ...said({ readers: ['jo'] }), child: 'lou' })).toBe('not_yours');
		expect(refusal(robin, 'write_note', { ...said(), child: 'robin' })).toBe('not_yours');
	});

	it('cannot leave out whoever writes it', () => {
		const args = { ...said({ readers: ['jo'], left_out: ['sam'] }), child: 'robin' };
		expect(refusal(mapleAs('sam'), 'write_note', args)).toBe('picked_and_left_out');
	});
});

describe('nothing is sent', () => {
	const refused = (more: Partial<CallArgs['complain']>, view = robin) => refusal(view, 'complain', said(more));

	it('to nobody, to who has left, or to whom it leaves out', () => {
		const people = [...robin.people, person('max', 'worker', { left_at: hours(-1) })];
		expect(refused({ readers: [] })).toBe('no_readers');
		expect(refused({ readers: ['max'] }, { ...robin, people })).toBe('reader_left');
		expect(refused({ left_out: ['sam'] })).toBe('picked_and_left_out');
		expect(refused({ about: 'sam' })).toBe('picked_and_left_out');
	});

	it('to other children or strangers', () => {
		expect(refused({ readers: ['kai'] })).toBe('not_yours');
		expect(refused({ shown: ['stranger'] })).toBe('not_yours');
		expect(refused({ about: 'kai' })).toBe('not_yours');
	});

	it('although people who have left may be named in it', () => {
		const people = [...robin.people, person('max', 'worker', { left_at: hours(-1) })];
		expect(refused({ about: 'max', left_out: ['max'], shown: ['max'] }, { ...robin, people })).toBeNull();
	});

	it('without saying anything, or too much', () => {
		expect(refused({ words: ' ' })).toBe('nothing_said');
		expect(refused({ words: '', symbol: 'bird' })).toBeNull();
		expect(refused({ words: '', picture: 'a'.repeat(64) })).toBeNull();
		expect(refused({ words: '🐋'.repeat(5000) })).toBeNull();
		expect(refused({ words: '🐋'.repeat(5001) })).toBe('too_long');
	});

	it('with a symbol or picture that is none', () => {
		expect(refused({ symbol: 'Not A Symbol' })).toBe('bad_symbol');
		expect(refused({ picture: 'no hash' })).toBe('no_such_picture');
	});

	it('by an adult in a child’s place', () => {
		expect(refused({}, mapleAs('sam'))).toBe('not_yours');
	});

	it('about nobody, when it asks for another key worker', () => {
		const args = { ...said(), about: null };
		expect(
			refusal(robin, 'ask_for_another_key_worker', args as unknown as CallArgs['ask_for_another_key_worker'])
		).toBe('about_whom');
	});
});
