import { beforeEach, describe, expect, it } from 'vitest';
import { newDb, newDrawer, topic, viewWith } from '../../../../tests/support/drawers.ts';
import type { Call, Outcome } from '$lib/domain/calls.ts';
import { makeCall } from '../local/make-call.ts';
import type { DrawerDb } from '../local/db.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { keep } from '../local/outbox.ts';
import { markDoubtful, resendDoubtful } from './resend.ts';
import { readKnown, storeSnapshot } from '../local/snapshot.ts';
import { push } from './batch.ts';
import type { Reply } from './reply.ts';

let db: DrawerDb;
let ada: UnlockedDrawer;
let requests: string[][];
let clock = 0;
let named: string[][]; // what the device said of each request that it was told is done
beforeEach(async () => {
	clock = 0;
	db = newDb();
	ada = await newDrawer(db);
	requests = [];
	named = [];
});

const wordsOf = (call: Call) => ('words' in call.args ? (call.args.words ?? '') : call.name);
const done = (call: Call, i: number): Outcome => ({ id: call.id, end: 'done', seq: i + 1 });
const refused = (call: Call, code: string): Outcome => ({ id: call.id, end: 'refused', code });
const fail = (status: number, code = 'x', wait: number | null = null) => ({ ok: false, status, code, wait }) as const;
const states = async () => (await db.outbox.toArray()).map(({ state }) => state).join(' ');
const say = (...words: string[]) =>
	keep(
		db,
		ada,
		words.map((one) => topic(one))
	);

/** Pushes to a server that answers like this. */
function pushTo(answer: (calls: Call[]) => Reply<Outcome[]>, onSending: (ids: string[]) => void = () => undefined) {
	const calls = async (batch: Call[], done: string[]) => {
		named.push(done);
		requests.push(batch.map(wordsOf));
		return answer(batch);
	};
	return push({ db, drawer: ada, api: { calls }, onSending, serverNow: () => 0, now: () => clock });
}
const ok = (value: Outcome[]): Reply<Outcome[]> => ({ ok: true, value });

describe('what can still be undone', () => {
	it('is not sent before its time is over, and what was said after it waits behind it', async () => {
		await say('before');
		await keep(db, ada, [topic('taken back')], { held: 10_000 });
		await say('after');
		expect(await pushTo((calls) => ok(calls.map(done)))).toEqual({ end: 'empty', held: 10_000, sent: 1 });
		clock = 9_999;
		expect(await pushTo((calls) => ok(calls.map(done)))).toEqual({ end: 'empty', held: 1, sent: 0 });
		clock = 10_000;
		expect(await pushTo((calls) => ok(calls.map(done)))).toEqual({ end: 'empty', held: null, sent: 2 });
		expect(requests).toEqual([['before'], ['taken back', 'after']]);
	});

	it('is sent, too, where the clock was set back: nothing is held for longer than its time', async () => {
		await keep(db, ada, [topic('x')], { held: 10_000 });
		clock = -60_000;
		expect(await pushTo((calls) => ok(calls.map(done)))).toEqual({ end: 'empty', held: null, sent: 1 });
	});
});

describe('sending what waits', () => {
	it('goes in order, 50 at a time, until nothing waits', async () => {
		await say(...Array.from({ length: 120 }, (_, i) => String(i)));
		expect(await pushTo((calls) => ok(calls.map(done)))).toEqual({ end: 'empty', held: null, sent: 120 });
		expect(requests.map((one) => one.length)).toEqual([50, 50, 20]);
		expect(requests.flat()).toEqual(Array.from({ length: 120 }, (_, i) => String(i)));
	});

	it('asks nothing of the server where nothing waits', async () => {
		expect(await pushTo(() => fail(500))).toEqual({ end: 'empty', held: null, sent: 0 });
		expect(requests).toEqual([]);
	});

	it('goes on after what was refused, and does not send that again', async () => {
		await say('bad', 'good');
		const answer = (calls: Call[]) =>
			ok(calls.map((call, i) => (wordsOf(call) === 'bad' ? refused(call, 'nothing_said') : done(call, i))));
		expect(await pushTo(answer)).toEqual({ end: 'empty', held: null, sent: 1 });
		expect(await states()).toBe('refused done');
		await pushTo(answer);
		expect(requests).toEqual([['bad', 'good']]);
	});

	it('says what is on its way, and that it is no longer', async () => {
		await say('a');
		const [sent, told] = [[] as string[], [] as string[][]];
		await pushTo(
			(calls) => {
				sent.push(...calls.map(({ id }) => id));
				return ok(calls.map(done));
			},
			(ids) => told.push(ids)
		);
		expect(sent.length).toBe(1);
		expect(told).toEqual([sent, []]);
	});

	it('lets what the answer does not name wait', async () => {
		await say('a', 'b');
		expect(await pushTo((calls) => ok([done(calls[0]!, 0)]))).toMatchObject({ end: 'later', sent: 1 });
		expect(await states()).toBe('done frozen');
	});
});

describe('a bad moment of the server or the network', () => {
	it.each([
		[0, 'offline'],
		[401, 'signed_out'],
		[403, 'server_down'],
		[408, 'server_down'],
		[429, 'too_many'],
		[500, 'server_down'],
		[503, 'server_down']
	])('status %i is later, for the reason %s, and nobody is refused', async (status, code) => {
		await say('a', 'b');
		expect(await pushTo(() => fail(status, 'x', 7000))).toEqual({ end: 'later', sent: 0, code, wait: 7000 });
		expect(await states()).toBe('frozen frozen');
		expect(requests.length).toBe(1);
	});

	it('a login that was cut off says so', async () => {
		await say('a');
		expect(await pushTo(() => fail(403, 'nobody'))).toEqual({ end: 'cut_off', sent: 0 });
		expect(await states()).toBe('frozen');
	});
});

describe('what is too big for the server', () => {
	it('is split until it fits', async () => {
		await say(...Array.from({ length: 8 }, (_, i) => String(i)));
		const answer = (calls: Call[]) => (calls.length > 2 ? fail(413) : ok(calls.map(done)));
		expect(await pushTo(answer)).toEqual({ end: 'empty', held: null, sent: 8 });
		expect(requests.map((one) => one.length)).toEqual([8, 4, 2, 2, 2, 2]);
	});

	it('one call alone is refused, for its person to see, and the others go', async () => {
		await say('a', 'big', 'b');
		const answer = (calls: Call[]) => (calls.some((call) => wordsOf(call) === 'big') ? fail(413) : ok(calls.map(done)));
		expect(await pushTo(answer)).toEqual({ end: 'empty', held: null, sent: 2 });
		expect(await states()).toBe('done refused done');
	});

	it('after one that was too big, requests are whole again', async () => {
		await say('big', ...Array.from({ length: 30 }, (_, i) => String(i)));
		await pushTo((calls) => (calls.some((call) => wordsOf(call) === 'big') ? fail(413) : ok(calls.map(done))));
		expect(requests.at(-1)?.length).toBe(30);
	});
});

describe('a server that is older than the app', () => {
	const old = (calls: Call[]) =>
		ok(calls.map((call, i) => (call.name === 'take_back' ? refused(call, 'no_such_call') : done(call, i))));
	const takeBack = (id: string, item: string) =>
		makeCall('take_back', { id, item }, `call ${id}`, '2026-11-22T12:00:00.000Z');

	it('is asked later about what it does not know, and holds up nothing else', async () => {
		await keep(db, ada, [topic('a', 'item'), takeBack('event', 'item'), topic('b')]);
		expect(await pushTo(old)).toMatchObject({ end: 'later', sent: 2, code: 'no_such_call' });
		expect(await states()).toBe('done frozen done');
		expect(await pushTo((calls) => ok(calls.map(done)))).toMatchObject({ end: 'empty' });
	});

	it('what needs that call is not to blame, and waits with it', async () => {
		const made = makeCall('take_back', { id: 'made', item: 'x' }, 'call made', '2026-11-22T12:00:00.000Z');
		await keep(db, ada, [made, topic('needs', 'made'), topic('other')]);
		const answer = (calls: Call[]) =>
			ok(
				calls.map((call, i) =>
					call.name === 'take_back'
						? refused(call, 'no_such_call')
						: wordsOf(call) === 'needs'
							? refused(call, 'no_such_thing')
							: done(call, i)
				)
			);
		expect(await pushTo(answer)).toMatchObject({ end: 'later', sent: 1 });
		expect(await states()).toBe('frozen frozen done');
	});

	it('what needs that call is not even sent in a later request', async () => {
		const made = makeCall('take_back', { id: 'made', item: 'x' }, 'call made', '2026-11-22T12:00:00.000Z');
		await keep(db, ada, [made, ...Array.from({ length: 49 }, (_, i) => topic(String(i))), topic('needs', 'made')]);
		await pushTo(old);
		expect(requests.map((one) => one.length)).toEqual([50]);
	});
});

describe('a request that makes no sense to the server', () => {
	it('is taken apart: one call that is to blame holds up nothing else, and is not refused', async () => {
		await say('a', 'odd', 'b', 'c');
		const answer = (calls: Call[]) =>
			calls.some((call) => wordsOf(call) === 'odd') ? fail(400, '22P02') : ok(calls.map(done));
		expect(await pushTo(answer)).toMatchObject({ end: 'later', sent: 3 });
		expect(await states()).toBe('done frozen done done');
	});

	it('is not tried for ever where all of them fail', async () => {
		await say(...Array.from({ length: 50 }, (_, i) => String(i)));
		expect(await pushTo(() => fail(404, 'not_found'))).toMatchObject({ end: 'later', sent: 0 });
		expect(requests.length).toBeLessThan(40);
	});
});

describe('a server that was set back to an earlier day', () => {
	const look = async () => {
		const { turn } = await readKnown(db, ada);
		await storeSnapshot(db, ada, { version: 'v', view: viewWith([]) }, { turn, now: 0 });
	};

	it('is told what was done last, and gets what it lacks before anything new', async () => {
		await look();
		await say('lost');
		await pushTo((calls) => ok(calls.map(done)));
		const [lost] = await db.outbox.toArray();
		await say('new');
		const lacking = (calls: Call[]) => (named.at(-1)?.length ? fail(422, 'went_back') : ok(calls.map(done)));
		expect(await pushTo(lacking)).toEqual({ end: 'empty', held: null, sent: 2 });
		expect(named).toEqual([[], [lost?.id], []]);
		expect(requests).toEqual([['lost'], ['new'], ['lost', 'new']]);
	});

	it('may refuse what needs something that another device still has: that waits, for a week', async () => {
		await look();
		await say('lost');
		await pushTo((calls) => ok(calls.map(done)));
		await markDoubtful(db, ada.id);
		await resendDoubtful(db, ada);
		const answer = (calls: Call[]) => ok(calls.map((call) => refused(call, 'not_yours')));
		expect(await pushTo(answer)).toMatchObject({ end: 'later', code: 'checking' });
		expect(await states()).toBe('frozen');
		const aWeekLater = { serverNow: () => 8 * 24 * 60 * 60 * 1000, onSending: () => undefined, now: () => clock };
		await push({ db, drawer: ada, api: { calls: async (calls) => answer(calls) }, ...aWeekLater });
		expect(await states()).toBe('refused');
	});
});
