import { beforeEach, describe, expect, it } from 'vitest';
import { newDb, newDrawer, topic } from '../../../../tests/support/drawers.ts';
import type { Call, Outcome } from '$lib/domain/calls.ts';
import { makeCall } from './make-call.ts';
import type { DrawerDb } from './db.ts';
import { Drafts } from './drafts.ts';
import { removeDrawer } from './drawers.ts';
import type { UnlockedDrawer } from './keys.ts';
import { countUnsent, drop, keep, editAndResend, openEntry, settle, undo } from './outbox.ts';
import { sealPicture } from './pictures.ts';
import { takeToSend } from '../outbound/take.ts';

const WHOLE_BATCH = { calls: 50, bytes: 200_000 };
let db: DrawerDb;
let ada: UnlockedDrawer;
beforeEach(async () => {
	db = newDb();
	ada = await newDrawer(db);
});

const take = () => takeToSend(db, ada, { most: WHOLE_BATCH, not: new Set(), now: 0 });
const states = async () => (await db.outbox.toArray()).map(({ state }) => state);
const done = (call: Call, seq = 1): Outcome => ({ id: call.id, end: 'done', seq });
const refused = (call: Call, code = 'nothing_said'): Outcome => ({ id: call.id, end: 'refused', code });
async function end(outcome: (call: Call) => Outcome): Promise<void> {
	await settle(
		db,
		ada,
		(await take()).map((sent) => ({ sent, outcome: outcome(sent.call) }))
	);
}

describe('undoing a call', () => {
	it('takes it away while there is time, and not a moment later', async () => {
		const [one, other] = [topic('one'), topic('other')];
		await keep(db, ada, [one, other], { held: 10_000 });
		expect(await undo(db, ada.id, { id: one.id, now: 9_999 })).toBe(true);
		expect(await undo(db, ada.id, { id: other.id, now: 10_000 })).toBe(false);
		expect(await states()).toEqual(['waiting']);
	});

	it('takes nothing away that has left, or that was never to be undone', async () => {
		const [held, plain] = [topic('held'), topic('plain')];
		await keep(db, ada, [plain]);
		expect(await undo(db, ada.id, { id: plain.id, now: 0 })).toBe(false);
		await keep(db, ada, [held], { held: 5 });
		await takeToSend(db, ada, { most: WHOLE_BATCH, not: new Set(), now: 5 });
		expect(await undo(db, ada.id, { id: held.id, now: 4 })).toBe(false);
	});
});

describe('keeping a call', () => {
	it('takes its draft away in the same moment', async () => {
		const drafts = new Drafts(db, ada);
		drafts.put('wish/new', 'x');
		await drafts.save();
		await keep(db, ada, [topic('x')], { draft: await drafts.rowKey('wish/new') });
		expect([await db.outbox.count(), await db.drafts.count()]).toEqual([1, 0]);
	});

	it('keeps neither the call nor its picture, and leaves the draft, where one of them cannot be written', async () => {
		const drafts = new Drafts(db, ada);
		drafts.put('wish/new', 'x');
		await drafts.save();
		const bytes = new Uint8Array([1, 2, 3]);
		const hash = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81';
		const picture = await sealPicture(ada, { hash, data: btoa(String.fromCharCode(...bytes)) });
		db.pictures.hook('creating', () => {
			throw new DOMException('no room', 'QuotaExceededError');
		});
		const keeping = keep(db, ada, [topic('x')], { draft: await drafts.rowKey('wish/new'), pictures: [picture!] });
		await expect(keeping).rejects.toMatchObject({ code: 'storage_full' });
		expect([await db.outbox.count(), await db.pictures.count(), await db.drafts.count()]).toEqual([0, 0, 1]);
	});

	it('keeps several in their order', async () => {
		await keep(db, ada, [topic('a'), topic('b'), topic('c')]);
		expect((await take()).map(({ call }) => 'words' in call.args && call.args.words)).toEqual(['a', 'b', 'c']);
	});

	it('writes nothing into a drawer that another tab took away: nobody could open it', async () => {
		await removeDrawer(db, ada.id);
		await expect(keep(db, ada, [topic('x')])).rejects.toMatchObject({ code: 'storage_refused' });
		expect(await db.outbox.count()).toBe(0);
	});

	it('writes no word and no name of a call unsealed', async () => {
		await keep(db, ada, [topic('see my brother')]);
		const [row] = await db.outbox.toArray();
		expect(Object.keys(row!).sort()).toEqual(
			[
				'seq',
				'drawer',
				'id',
				'bytes',
				'state',
				'version',
				'sealed',
				'number',
				'epoch',
				'turn',
				'covered',
				'held',
				'again'
			].sort()
		);
		expect(Buffer.from(row!.sealed.text).toString('latin1')).not.toContain('brother');
	});
});

describe('the ends of a call', () => {
	it('done: from then on only the open drawer can read it', async () => {
		await keep(db, ada, [topic('x')]);
		const [sent] = await take();
		await settle(db, ada, [{ sent: sent!, outcome: done(sent!.call, 7) }]);
		const [row] = await db.outbox.toArray();
		expect(row).toMatchObject({ state: 'done', number: 7 });
		const { keys, ...shut } = ada;
		expect(() => openEntry(shut, row!)).toThrow('shut');
		expect((await openEntry({ ...shut, keys }, row!)).call).toEqual(sent!.call);
	});

	it('refused: stays, with the reason, and is not sent again', async () => {
		await keep(db, ada, [topic('x')]);
		await end(refused);
		const [row] = await db.outbox.toArray();
		expect(row?.state).toBe('refused');
		expect((await openEntry(ada, row!)).code).toBe('nothing_said');
		expect(await take()).toEqual([]);
		expect(await countUnsent(db, ada.id)).toBe(1);
	});

	it('later: keeps its place', async () => {
		await keep(db, ada, [topic('a'), topic('b')]);
		await end((call) => ({ id: call.id, end: 'later', code: 'no_such_call' }));
		expect((await take()).map(({ seq }) => seq)).toEqual([1, 2]);
	});

	it('an answer that comes after the call was mended says nothing about what it says now', async () => {
		await keep(db, ada, [topic('bad')]);
		const [first] = await take();
		await settle(db, ada, [{ sent: first!, outcome: refused(first!.call) }]);
		expect(await editAndResend(db, ada, { ...topic('good'), id: first!.call.id })).toBe(true);
		await take();
		await settle(db, ada, [{ sent: first!, outcome: done(first!.call) }]); // the second tab had sent the bad one, too
		expect(await states()).toEqual(['frozen']);
	});

	it('an answer that comes twice changes nothing', async () => {
		await keep(db, ada, [topic('x')]);
		const [sent] = await take();
		await settle(db, ada, [{ sent: sent!, outcome: done(sent!.call) }]);
		await settle(db, ada, [{ sent: sent!, outcome: refused(sent!.call) }]);
		expect(await states()).toEqual(['done']);
	});
});

describe('mending', () => {
	it('changes what never left, under its id and in its place', async () => {
		const first = topic('a');
		await keep(db, ada, [first, topic('b')]);
		expect(await editAndResend(db, ada, { ...topic('better'), id: first.id })).toBe(true);
		const [sent] = await take();
		expect(sent?.call).toMatchObject({ id: first.id, args: { words: 'better' } });
	});

	it('changes nothing that was handed to the network: its words may be on the server', async () => {
		const first = topic('a');
		await keep(db, ada, [first]);
		await take();
		expect(await editAndResend(db, ada, { ...topic('better'), id: first.id })).toBe(false);
		const [sent] = await take();
		expect(sent?.call).toMatchObject({ args: { words: 'a' } });
	});

	it('sends what was refused for want of it again, too', async () => {
		const first = topic('bad', 'item');
		const change = makeCall('take_back', { id: 'event', item: 'item' }, 'call', first.at);
		await keep(db, ada, [first, change, topic('other')]);
		await end(refused);
		await editAndResend(db, ada, { ...topic('good', 'item'), id: first.id });
		expect(await states()).toEqual(['waiting', 'waiting', 'refused']);
	});

	it('of nothing is nothing', async () => {
		expect(await editAndResend(db, ada, topic('x'))).toBe(false);
	});
});

describe('taking away', () => {
	it('is for what was refused only', async () => {
		const call = topic('x');
		await keep(db, ada, [call]);
		expect(await drop(db, ada.id, call.id)).toBe(false);
		await take();
		expect(await drop(db, ada.id, call.id)).toBe(false);
		await end(refused);
		expect(await drop(db, ada.id, call.id)).toBe(true);
		expect(await db.outbox.count()).toBe(0);
	});

	it("takes nothing from another child's drawer", async () => {
		const ben = await newDrawer(db, { name: 'Ben' });
		const call = topic('x');
		await keep(db, ada, [call]);
		await end(refused);
		expect(await drop(db, ben.id, call.id)).toBe(false);
	});
});
