import { describe, expect, it } from 'vitest';
import type { CallArgs } from '../calls.ts';
import { stateOfTablet } from '../questions/devices/tablets.ts';
import { after, device, hours, mapleAs, NOW, person, refusal } from '../testing/maple.ts';
import type { View } from '../view.ts';

const withDevices = (me: string, ...more: View['devices']) => {
	const view = mapleAs(me);
	return { ...view, devices: [...view.devices, ...more] };
};

describe('a one-time code', () => {
	const invite: CallArgs['invite'] = { id: 'new', person: 'robin', device: 'Blue tablet', code_hash: 'a'.repeat(64) };
	const why = (more: Partial<CallArgs['invite']>, view = mapleAs('sam')) =>
		refusal(view, 'invite', { ...invite, ...more });

	it('is good for a day', () => {
		expect(after(mapleAs('sam'), 'invite', invite).invites).toEqual([
			{
				...{ id: 'new', person_id: 'robin', device: 'Blue tablet', made_by: 'sam', made_at: NOW },
				...{ expires_at: hours(24), used_at: null, ended_at: null }
			}
		]);
		const twice = after(after(mapleAs('sam'), 'invite', invite, hours(1)), 'invite', { ...invite, id: 'first' });
		expect(twice.invites.map(({ id, ended_at }) => [id, ended_at])).toEqual([
			['first', null],
			['new', NOW]
		]); // one live code a person
		const others = after({ ...twice, me: 'pat' }, 'invite', { ...invite, id: 'third', person: 'kai' });
		expect(others.invites.find(({ id }) => id === 'first')?.ended_at).toBeNull();
	});

	it('is made by a child’s key worker, the manager, or who is above a manager', () => {
		expect(why({})).toBeNull();
		expect(why({ person: 'kai' })).toBe('not_yours');
		expect(why({ person: 'sam' }, mapleAs('pat'))).toBeNull();
		expect(why({ person: 'pat' }, mapleAs('morgan'))).toBeNull();
		expect(why({ person: 'morgan' }, mapleAs('morgan'))).toBeNull();
		expect(why({ person: 'sam' }, mapleAs('morgan'))).toBe('not_yours');
		expect(why({}, mapleAs('robin'))).toBe('not_yours');
	});

	it('is never made by the manager for who is above them', () => {
		expect(why({ person: 'morgan' }, mapleAs('pat'))).toBe('not_yours');
	});

	it('is taken back by its maker, by whoever it is for, or from above, as long as nobody used it', () => {
		const code = after(mapleAs('sam'), 'invite', invite).invites[0]!;
		const ends = (me: string, more: object = {}) =>
			refusal(mapleAs(me, { invites: [{ ...code, ...more }] }), 'end_code', { invite: 'new' });
		expect(['sam', 'robin', 'pat', 'morgan', 'jo'].map((me) => ends(me))).toEqual([
			...[null, null, null, null, 'no_such_code']
		]);
		expect(ends('pat', { person_id: 'morgan', made_by: 'morgan' })).toBe('no_such_code');
		expect(ends('sam', { used_at: NOW })).toBe('no_such_code');
		const over = after(mapleAs('sam', { invites: [code] }), 'end_code', { invite: 'new' });
		expect(over.invites[0]?.ended_at).toBe(NOW);
		expect(refusal(over, 'end_code', { invite: 'new' })).toBe('no_such_code');
	});

	it('is for somebody who is there', () => {
		const people = (more: object) => [person('pat', 'manager'), person('sam', 'worker', more)];
		expect(why({ person: 'sam' }, mapleAs('pat', { people: people({ left_at: NOW }) }))).toBe('not_yours');
		expect(why({ person: 'sam' }, mapleAs('pat', { people: people({ at_work: false }) }))).toBe('not_yours');
		expect(why({ person: 'stranger' }, mapleAs('pat'))).toBe('not_yours');
	});

	it('has a hash and a name for the device', () => {
		expect(why({ code_hash: 'abcd' })).toBe('bad_code_hash');
		expect(why({ code_hash: 'xyz' })).toBe('bad_value');
		expect(why({ device: ' ' })).toBe('bad_device');
		expect(why({ device: 'x'.repeat(61) })).toBe('bad_device');
		const view = after(mapleAs('sam'), 'invite', invite);
		expect(why({}, view)).toBe('already_there');
	});
});

describe('a new device', () => {
	const fresh = device('new', 'robin', { approved_at: null });

	it('is approved on another one of the child’s', () => {
		const view = after(withDevices('robin', fresh), 'approve_device', { login: 'new' });
		expect(view.devices[1]?.approved_at).toBe(NOW);
		expect(after(view, 'approve_device', { login: 'new' }, hours(1))).toEqual(view);
	});

	it('is vouched for by adults, each once', () => {
		const known = { ...fresh, approved_by: ['jo'] };
		const view = after(withDevices('sam', known), 'approve_device', { login: 'new' });
		expect(view.devices[1]).toMatchObject({ approved_at: null, approved_by: ['jo', 'sam'] });
		expect(after(view, 'approve_device', { login: 'new' })).toEqual(view);
	});

	it('is not vouched for by whoever might be the one that holds it', () => {
		const reached = { ...fresh, reached_by: ['sam'] };
		const yes = (view: View) => refusal(view, 'approve_device', { login: 'new' });
		expect(yes(withDevices('sam', reached))).toBe('approval_does_not_count');
		expect(yes(withDevices('jo', reached))).toBeNull();
		const jo = mapleAs('jo');
		const byPat = [device("jo's tablet", 'jo', { reached_by: ['pat'] })];
		expect(yes({ ...jo, devices: [...byPat, { ...fresh, reached_by: ['pat'] }] })).toBe('approval_does_not_count');
	});

	it('does not approve itself, nor one that was cut off, nor that of another child', () => {
		expect(refusal(mapleAs('robin'), 'approve_device', { login: "robin's tablet" })).toBe('no_such_device');
		expect(refusal(mapleAs('robin'), 'approve_device', { login: 'stranger' })).toBe('no_such_device');
		expect(refusal(withDevices('robin', { ...fresh, cut_off_at: NOW }), 'approve_device', { login: 'new' })).toBe(
			'no_such_device'
		);
		expect(refusal(withDevices('kai', fresh), 'approve_device', { login: 'new' })).toBe('no_such_device');
	});
});

describe('a lost device', () => {
	const lost = device('lost', 'robin', { made_at: hours(-9) });
	const why = (view: View) => refusal(view, 'cut_off_device', { login: 'lost' });

	it('is cut off, and whoever has no other has not joined any more', () => {
		const view = after(withDevices('sam', lost), 'cut_off_device', { login: 'lost' });
		expect(view.devices[1]?.cut_off_at).toBe(NOW);
		expect(view.people.find(({ id }) => id === 'robin')?.joined).toBe(false);
	});

	it('of mine is stopped by my other one, whichever is older, until I say that it is mine after all', () => {
		const stop = { by: "robin's tablet", at: NOW, contested_at: null };
		const view = after(withDevices('robin', lost), 'cut_off_device', { login: 'lost' });
		expect(view.devices[1]).toMatchObject({ cut_off_at: null, stop });
		expect(after(view, 'cut_off_device', { login: 'lost' })).toEqual(view);
		expect(after(view, 'approve_device', { login: 'lost' }).devices[1]?.stop).toBeNull();
		const others = {
			...view,
			devices: view.devices.map((one) => ({ ...one, stop: one.stop && { ...stop, by: 'x' } }))
		};
		expect(after(others, 'approve_device', { login: 'lost' }).devices[1]?.stop?.by).toBe('x');
	});

	it('that disputes with another one is cut off by no adult alone', () => {
		const stopped = { ...lost, stop: { by: 'other', at: NOW, contested_at: NOW } };
		const other = device('other', 'robin');
		expect(why(withDevices('sam', stopped, other))).toBe('device_disputed');
		expect(refusal(withDevices('sam', stopped, other), 'cut_off_device', { login: 'other' })).toBe('device_disputed');
		const given = { ...lost, stop: { ...stopped.stop, contested_at: null } };
		const view = after(withDevices('sam', given, other), 'cut_off_device', { login: 'other' });
		expect(view.devices.map(({ stop }) => stop)).toEqual([null, null, null]);
	});

	it('of staff is cut off by their own other one, or from above', () => {
		const theirs = device('lost', 'sam');
		expect([
			why(withDevices('sam', theirs)),
			why(withDevices('pat', theirs)),
			why(withDevices('morgan', theirs))
		]).toEqual([...[null, null, null]]);
		expect(why(withDevices('morgan', lost))).toBe('no_such_device');
	});

	it('is cut off by a key worker or the manager, not by others', () => {
		expect([why(withDevices('sam', lost)), why(withDevices('pat', lost)), why(withDevices('lou', lost))]).toEqual([
			...[null, null, 'no_such_device']
		]);
		const strangers = device('lost', 'stranger');
		expect(why(withDevices('pat', strangers))).toBe('no_such_device');
	});

	it('is cut off once, and never the one in my hand', () => {
		expect(why(withDevices('pat', { ...lost, cut_off_at: NOW }))).toBe('no_such_device');
		expect(refusal(mapleAs('pat'), 'cut_off_device', { login: "pat's tablet" })).toBe('no_such_device');
		expect(refusal(mapleAs('pat'), 'cut_off_device', { login: 'stranger' })).toBe('no_such_device');
	});
});

describe('a tablet that shows the guide', () => {
	const code: CallArgs['invite_tablet'] = { id: 'new', device: 'Hall', code_hash: 'a'.repeat(64) };
	const why = (more: Partial<CallArgs['invite_tablet']>, view = mapleAs('lou')) =>
		refusal(view, 'invite_tablet', { ...code, ...more });
	const waiting = after(mapleAs('lou'), 'invite_tablet', code);

	it('has a code that is good for a day', () => {
		expect(waiting.tablets).toEqual([
			{
				...{ id: 'new', device: 'Hall', made_by: 'lou', made_at: NOW, expires_at: hours(24) },
				...{ used_at: null, cut_off_at: null }
			}
		]);
		const twice = after(after(mapleAs('lou'), 'invite_tablet', code, hours(1)), 'invite_tablet', {
			...code,
			id: 'first'
		});
		expect(twice.tablets?.map(({ id }) => id)).toEqual(['first', 'new']);
	});

	it('is for whoever works in the home to make', () => {
		const told = ['lou', 'pat', 'morgan', 'robin', 'stranger'].map((me) => why({}, mapleAs(me)));
		expect(told).toEqual([null, null, 'not_yours', 'not_yours', 'not_yours']);
	});

	it('has a hash and a name', () => {
		const told = [{ code_hash: 'abcd' }, { code_hash: 'xyz' }, { device: ' ' }, { device: 'x'.repeat(61) }];
		expect(told.map((more) => why(more))).toEqual(['bad_code_hash', 'bad_value', 'bad_device', 'bad_device']);
		expect(why({}, waiting)).toBe('already_there');
	});

	it('is cut off by whoever works there, once', () => {
		const cut = after(waiting, 'cut_off_tablet', { tablet: 'new' }, hours(1));
		expect(cut.tablets?.[0]?.cut_off_at).toBe(hours(1));
		const tell = (view: View, tablet = 'new') => refusal(view, 'cut_off_tablet', { tablet });
		expect([tell(waiting), tell({ ...waiting, me: 'pat' })]).toEqual([null, null]);
		const not = [tell(cut), tell(waiting, 'other'), tell({ ...waiting, me: 'morgan' }), tell(mapleAs('lou'))];
		expect(not).toEqual(Array(4).fill('no_such_device'));
	});

	it('shows the guide from the code to its end', () => {
		const [one] = waiting.tablets ?? [];
		const states = [{}, { used_at: NOW }, { used_at: NOW, cut_off_at: NOW }, { cut_off_at: NOW }];
		expect(states.map((more) => one && stateOfTablet({ ...one, ...more }, NOW))).toEqual([
			...['waits', 'shows', 'over', 'over']
		]);
		expect(one && stateOfTablet(one, hours(24))).toBe('over');
	});
});

it('a device that was stopped may always ask to be heard: only the database knows that it was', () => {
	const view = mapleAs('robin');
	expect(refusal(view, 'keep_device', {})).toBeNull();
	expect(after(view, 'keep_device', {})).toBe(view);
});
