import { beforeEach, describe, expect, it } from 'vitest';
import { newDb, newDrawer, topic, viewWith } from '../../../../tests/support/drawers.ts';
import type { DrawerDb } from '../local/db.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { keep, settle } from '../local/outbox.ts';
import { forgetCovered } from '../local/covered.ts';
import { doneLast, isInDoubt, markDoubtful, resendDoubtful } from './resend.ts';
import { hasUnsent, takeToSend } from './take.ts';
import { readKnown, storeSnapshot } from '../local/snapshot.ts';

const WHOLE_BATCH = { calls: 50, bytes: 200_000 };
const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-11-22T12:00:00Z');
let db: DrawerDb;
let ada: UnlockedDrawer;
beforeEach(async () => {
	db = newDb();
	ada = await newDrawer(db);
});

const wordsOf = async (most = WHOLE_BATCH, not = new Set<number>()) =>
	(await takeToSend(db, ada, { most, not, now: 0 })).map(({ call }) =>
		'words' in call.args ? (call.args.words ?? '') : ''
	);
async function sendAll(from = 1): Promise<void> {
	const sent = await takeToSend(db, ada, { most: WHOLE_BATCH, not: new Set(), now: 0 });
	await settle(
		db,
		ada,
		sent.map((one, i) => ({ sent: one, outcome: { id: one.call.id, end: 'done', seq: from + i } }))
	);
}
async function store(last_call: number, { epoch = 'epoch 1', now = NOW } = {}): Promise<void> {
	const { turn } = await readKnown(db, ada);
	await storeSnapshot(db, ada, { version: String(now), view: viewWith([], { last_call, epoch }) }, { turn, now });
}

describe('what goes into one request', () => {
	it('is the oldest first, at most so many', async () => {
		await keep(
			db,
			ada,
			Array.from({ length: 60 }, (_, i) => topic(String(i)))
		);
		const words = await wordsOf();
		expect(words.length).toBe(50);
		expect(words[0]).toBe('0');
	});

	it('is at most so many bytes: long Arabic wishes go in several requests', async () => {
		await keep(
			db,
			ada,
			Array.from({ length: 50 }, () => topic('م'.repeat(5000)))
		);
		expect((await wordsOf()).length).toBe(19); // 10,000 bytes of words each, and what is around them
	});

	it('is at least one, however long it is', async () => {
		await keep(db, ada, [topic('x'.repeat(300_000)), topic('short')]);
		expect((await wordsOf()).map((words) => words.length)).toEqual([300_000]);
	});

	it('leaves out what is to be left alone, and other drawers', async () => {
		const ben = await newDrawer(db, { name: 'Ben' });
		await keep(db, ben, [topic('of Ben')]);
		await keep(db, ada, [topic('a'), topic('b')]);
		expect(await wordsOf(WHOLE_BATCH, new Set([2]))).toEqual(['b']);
	});

	it('is frozen: it has left', async () => {
		await keep(db, ada, [topic('a')]);
		await wordsOf();
		expect((await db.outbox.toArray()).map(({ state }) => state)).toEqual(['frozen']);
		expect(await hasUnsent(db, ada.id)).toBe(true);
	});

	it('skips what does not open any more, so that it holds up nothing', async () => {
		await keep(db, ada, [topic('a'), topic('b'), topic('c')]);
		const [first, second] = await db.outbox.toArray();
		await db.outbox.put({ ...first!, sealed: second!.sealed });
		await db.outbox.put({ ...second!, sealed: first!.sealed });
		expect(await wordsOf({ calls: 2, bytes: 200_000 })).toEqual(['c']);
	});
});

describe('a restored backup', () => {
	it('has what was done before it sent to it once more, in order, before anything new', async () => {
		await store(0);
		await keep(db, ada, [topic('a'), topic('b')]);
		await sendAll();
		await store(2);
		await store(0, { epoch: 'epoch 2' });
		await keep(db, ada, [topic('new')]);
		expect(await resendDoubtful(db, ada)).toBe(true);
		expect(await wordsOf()).toEqual(['a', 'b', 'new']);
	});

	it('gets nothing twice: sending again ends', async () => {
		await store(0);
		await keep(db, ada, [topic('a')]);
		await sendAll();
		await store(0, { epoch: 'epoch 2' });
		await resendDoubtful(db, ada);
		await sendAll();
		expect(await resendDoubtful(db, ada)).toBe(false);
	});

	it('also gets what was on its way while it was restored', async () => {
		await store(0);
		await keep(db, ada, [topic('a')]);
		const [sent] = await takeToSend(db, ada, { most: WHOLE_BATCH, not: new Set(), now: 0 });
		await store(0, { epoch: 'epoch 2' });
		await settle(db, ada, [{ sent: sent!, outcome: { id: sent!.call.id, end: 'done', seq: 1 } }]);
		expect(await resendDoubtful(db, ada)).toBe(true);
	});

	it('is found out by what was done last, and by what was done through another login', async () => {
		await store(0);
		await keep(db, ada, [topic('a'), topic('b')]);
		await sendAll(7);
		const [, second] = await db.outbox.toArray();
		expect(await doneLast(db, ada.id)).toEqual([second!.id]);
		await keep(db, ada, [topic('moved here')]);
		await sendAll(0);
		const third = (await db.outbox.toArray()).at(-1);
		expect(await doneLast(db, ada.id)).toEqual([second!.id, third!.id]);
	});

	it('once it is found out, nothing that was done is named until it was sent again', async () => {
		await store(0);
		await keep(db, ada, [topic('a'), topic('b')]);
		await sendAll();
		await store(2);
		expect(await isInDoubt(db, ada.id)).toBe(false);
		await markDoubtful(db, ada.id);
		expect(await doneLast(db, ada.id)).toEqual([]);
		expect(await isInDoubt(db, ada.id)).toBe(true);
		expect(await resendDoubtful(db, ada)).toBe(true);
		expect(await isInDoubt(db, ada.id)).toBe(false);
		expect((await db.outbox.toArray()).map(({ state, again }) => [state, again])).toEqual([
			['frozen', NOW],
			['frozen', NOW]
		]);
	});

	it('is not thought of where the database is the same', async () => {
		await store(0);
		await keep(db, ada, [topic('a')]);
		await sendAll();
		await store(1);
		expect(await resendDoubtful(db, ada)).toBe(false);
	});
});

describe('letting go of what is done', () => {
	it('waits until a snapshot holds it, and then 30 days, by the clock of the server', async () => {
		await store(0);
		await keep(db, ada, [topic('a')]);
		await sendAll(5);
		for (const [last_call, days, left] of [
			[4, 400, 1],
			[5, 401, 1],
			[5, 431, 1],
			[5, 432, 0]
		] as const) {
			await store(last_call, { now: NOW + days * DAY });
			await forgetCovered(db, ada.id);
			expect([days, await db.outbox.count()]).toEqual([days, left]);
		}
	});

	it('never lets go of anything else', async () => {
		await store(9);
		await keep(db, ada, [topic('waits')]);
		await store(9, { now: NOW + 400 * DAY });
		await forgetCovered(db, ada.id);
		expect(await db.outbox.count()).toBe(1);
	});
});
