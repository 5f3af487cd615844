import { describe, expect, it } from 'vitest';
import {
	doubtOf,
	earlierThanMine,
	hiddenHere,
	isDisputed,
	knowable,
	myYesCounts,
	notReachedYet,
	whoCanEnd,
	whyNot
} from './device-standing.ts';
import { check } from '../../check.ts';
import { after, callOf, device, mapleAs, NOW, person, refusal, session, wish } from '../../testing/maple.ts';
import type { View } from '../../view.ts';

const onNewDevice = (me: string, more: Partial<View> = {}) =>
	mapleAs(me, { ...more, devices: [device(`${me}'s tablet`, me, { own: false, approved_at: null })] });
const draft = { symbol: 'bird', words: '', picture: null, readers: ['jo'], left_out: [], shown: ['jo'] };

describe('a device that the child has not said yes to', () => {
	it('says what the child wants, marked as such', () => {
		const view = after(onNewDevice('robin'), 'send_wish', { id: 'new', ...draft, may_move: false });
		expect(view.items.map(({ doubt }) => doubt)).toEqual(['new']);
		const own = after(mapleAs('robin'), 'send_wish', { id: 'new', ...draft, may_move: false });
		expect(own.items.map(({ doubt }) => doubt)).toEqual([null]);
		const said = after(onNewDevice('robin', { sessions: [session()] }), 'not_today', { id: 'no', session: 'session' });
		expect(said.sessions[0]?.events.at(-1)).toMatchObject({ kind: 'not_today', doubt: 'new' });
	});

	it('decides nothing for the child', () => {
		const view = onNewDevice('robin', { sessions: [session({ state: 'recorded' })], items: [wish()] });
		const tap = callOf('tap_session', { id: 'x', session: 'session', mine: 'yes', ended: 'good' });
		expect(check(view, tap, NOW)).toBe('device_not_vouched');
		for (const call of ['agree', 'offer_agreement', 'refuse_cover', 'let_in', 'set_my_face', 'disown_item'] as const)
			expect(whyNot(view, call)).toBe('device_not_vouched');
		expect(whyNot(mapleAs('robin'), 'agree')).toBeNull();
	});
});

describe('"You can read all of it here"', () => {
	const here = device("robin's tablet", 'robin', { reached_by: ['jo'], approved_at: null });
	const other = device("robin's phone", 'robin');

	it('is said where only this device was ever mine, or where no adult can be the one who holds it', () => {
		expect(hiddenHere(mapleAs('robin', { devices: [here] }))).toBeNull();
		expect(hiddenHere(mapleAs('robin', { devices: [{ ...here, reached_by: [] }, other] }))).toBeNull();
		expect(hiddenHere(mapleAs('sam', { devices: [device("sam's tablet", 'sam', { reached_by: ['jo'] })] }))).toBeNull();
	});

	it('is not said where an adult might hold it: then it says who can say yes to it', () => {
		expect(hiddenHere(mapleAs('robin', { devices: [here, other] }))).toEqual({ from: ['jo'], canSayYes: true });
		const lost = { ...other, cut_off_at: NOW };
		expect(hiddenHere(mapleAs('robin', { devices: [here, lost] }))).toEqual({ from: ['jo'], canSayYes: false });
		expect(hiddenHere(mapleAs('robin', { devices: [here, { ...lost, disowned_at: NOW }] }))).toBeNull();
	});

	it('a device that may be false is not taken for another of mine, and one that said yes hides nothing', () => {
		expect(hiddenHere(mapleAs('robin', { devices: [here, { ...other, own: false }] }))).toBeNull();
		const approved = { ...here, approved_at: NOW };
		expect(hiddenHere(mapleAs('robin', { devices: [approved, other] }))).toBeNull();
		expect(hiddenHere(mapleAs('robin', { devices: [approved, other, { ...other, id: 'older' }] }))).not.toBeNull();
	});
});

describe('somebody who joins as an adult after another did', () => {
	const first = device('false sam', 'sam', { reached_by: ['pat'], made_at: NOW });
	const mine = device("sam's tablet", 'sam', { own: false, approved_at: null, reached_by: ['jo'], made_at: NOW });
	const view = mapleAs('sam', { devices: [first, mine] });

	it('is told which sign-in was there before, and who can end it', () => {
		expect(earlierThanMine(view)).toEqual([first]);
		expect(whoCanEnd(view, first)).toEqual(['morgan']); // Pat made its code
		expect(whoCanEnd(view, { ...first, reached_by: [] })).toEqual(['morgan', 'pat']);
	});

	it('is told of none that ended, nor on a sign-in that is theirs; a child is told in other words', () => {
		expect(earlierThanMine({ ...view, devices: [{ ...first, cut_off_at: NOW }, mine] })).toEqual([]);
		expect(earlierThanMine({ ...view, devices: [first, { ...mine, own: true }] })).toEqual([]);
		expect(earlierThanMine(onNewDevice('robin'))).toEqual([]);
	});
});

describe('a sign-in of staff that nobody vouched for', () => {
	it('only looks', () => {
		const open = callOf('open_item', { id: 'x', item: 'wish' });
		expect(check(onNewDevice('sam', { items: [wish()] }), open, NOW)).toBe('sign_in_not_vouched');
		expect(whyNot(mapleAs('sam'), 'open_item')).toBeNull();
	});
});

describe('"this was not me"', () => {
	const elsewhere = wish({ elsewhere: true });
	const disown = { id: 'x', item: 'wish' };

	it('is said of what came from another device, once, and closes nothing', () => {
		const view = after(mapleAs('robin', { items: [elsewhere] }), 'disown_item', disown);
		expect(view.items[0]).toMatchObject({ closed_at: null, events: [{ kind: 'disowned', person_id: 'robin' }] });
		expect(doubtOf(view.items[0]!)).toBe('not_theirs');
		expect(after(view, 'disown_item', { ...disown, id: 'y' })).toEqual(view);
	});

	it('is not said of what was said here, or by somebody else', () => {
		expect(refusal(mapleAs('robin', { items: [wish()] }), 'disown_item', disown)).toBe('not_yours');
		expect(refusal(mapleAs('robin', { items: [{ ...elsewhere, author_id: 'sam' }] }), 'disown_item', disown)).toBe(
			'not_yours'
		);
		expect(refusal(mapleAs('robin'), 'disown_item', disown)).toBe('not_yours');
	});
});

it('a doubt stands as the server says it, where nobody disowned it', () => {
	expect([null, 'new', 'contested', 'not_theirs'].map((doubt) => doubtOf(wish({ doubt: doubt as never })))).toEqual([
		...[null, 'new', 'contested', 'not_theirs']
	]);
});

it('two devices dispute once the one that was stopped has answered', () => {
	const stop = { by: 'b', at: NOW, contested_at: NOW };
	const view = (contested_at: string | null) =>
		mapleAs('sam', {
			devices: [device('a', 'robin', { stop: { ...stop, contested_at } }), device('b', 'robin'), device('c', 'robin')]
		});
	expect(['a', 'b', 'c'].map((id) => isDisputed(view(NOW), id))).toEqual([true, true, false]);
	expect(['a', 'b'].map((id) => isDisputed(view(null), id))).toEqual([false, false]);
});

it('my yes does not settle a dispute with a device whose code was mine', () => {
	const stop = { by: 'b', at: NOW, contested_at: NOW };
	const devices = [device('a', 'robin', { stop, reached_by: ['lou'] }), device('b', 'robin', { reached_by: ['jo'] })];
	const counts = (me: string) => devices.map((one) => myYesCounts(mapleAs(me, { devices }), one));
	expect(['jo', 'lou', 'sam'].map(counts)).toEqual([
		[false, false],
		[false, false],
		[true, true]
	]);
	const calm = devices.map((one) => ({ ...one, stop: null }));
	expect(myYesCounts(mapleAs('jo', { devices: calm }), calm[0]!)).toBe(true);
});

it('who came in with a code of somebody whom it leaves out does not get it yet', () => {
	const people = [person('jo', 'worker', { reached_by: ['pat'] }), person('lou', 'worker')];
	expect(notReachedYet(mapleAs('robin', { people }), ['jo', 'lou', 'stranger'], ['pat'])).toEqual(['jo']);
	expect(notReachedYet(mapleAs('robin', { people }), ['jo', 'lou'], ['sam'])).toEqual([]);
});

it('a sign-in of staff of which only one adult says whose it is can be vouched for by another', () => {
	const theirs = device('new', 'sam', { reached_by: ['jo'] });
	const known = (more = {}, me = 'pat') =>
		knowable(mapleAs(me, { devices: [{ ...theirs, ...more }] })).map(({ id }) => id);
	expect(known()).toEqual(['new']);
	expect(known({}, 'jo')).toEqual([]); // who made its code
	expect(known({ cut_off_at: NOW })).toEqual([]);
	expect(known({ reached_by: [] })).toEqual([]);
	expect(known({ person_id: 'robin' })).toEqual([]);
	expect(known({}, 'sam')).toEqual([]);
});

it('a view that does not show its own login, as an older app kept it, bars nothing', () => {
	const view = mapleAs('sam', { devices: [] });
	expect(whyNot(view, 'answer_item')).toBeNull();
	expect(whoCanEnd(view, device('other', 'sam'))).toEqual(['morgan', 'pat']);
});

it('a manager’s false sign-in is ended by whoever stands above', () => {
	expect(whoCanEnd(mapleAs('pat'), device('other', 'pat'))).toEqual(['morgan']);
});

it('on a device that is not yet theirs a child says what they want, but decides nothing', () => {
	const view = mapleAs('robin', { devices: [device("robin's tablet", 'robin', { own: false })] });
	expect([whyNot(view, 'put_topic'), whyNot(view, 'agree')]).toEqual([null, 'device_not_vouched']);
});
