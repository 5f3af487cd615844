import { beforeEach, describe, expect, it } from 'vitest';
import { newDb, newDrawer, PIN, topic, viewWith } from '../../../../tests/support/drawers.ts';
import { beginJoining, forgetOldJoinings } from './accounts.ts';
import type { DrawerDb } from './db.ts';
import { markOfEmail, markOfPerson } from './device-row.ts';
import { changeFront, changeLock, doorDrawers, isOpen, openDrawer, proveLock, removeDrawer } from './drawers.ts';
import { Drafts } from './drafts.ts';
import { keep } from './outbox.ts';
import { storeSnapshot } from './snapshot.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const SECOND = 1000;
const YEAR = 365 * 24 * 60 * 60 * SECOND;
let db: DrawerDb;
beforeEach(() => {
	db = newDb();
});

describe('opening a drawer', () => {
	it('works with its lock, offline, and starts the tries again', async () => {
		const { id } = await newDrawer(db);
		expect(await openDrawer(db, id, '999999', NOW)).toBe('wrong');
		expect(isOpen(await openDrawer(db, id, PIN, NOW))).toBe(true);
		expect(await db.drawers.get(id)).toMatchObject({ tries: 0, wait: 0 });
	});

	it('leaves three tries free, and then makes whoever tries wait longer and longer', async () => {
		const { id } = await newDrawer(db);
		const tried = [];
		for (const [after, secret] of [
			[0, '1'],
			[0, '2'],
			[0, '3'],
			[0, PIN],
			[29, PIN],
			[30, '4'],
			[60, PIN],
			[90, '5']
		] as const)
			tried.push(await openDrawer(db, id, secret, NOW + after * SECOND));
		expect(tried).toEqual([
			'wrong',
			'wrong',
			'wrong',
			{ wait: 30_000 },
			{ wait: 1000 },
			'wrong',
			{ wait: 30_000 },
			'wrong'
		]);
		expect(await openDrawer(db, id, PIN, NOW + 91 * SECOND)).toEqual({ wait: 299_000 });
	});

	it('counts a try before it is checked, so that killing the page gives no free ones', async () => {
		const { id } = await newDrawer(db);
		const trying = openDrawer(db, id, '999999', NOW);
		while ((await db.drawers.get(id))?.tries === 0);
		expect(await db.drawers.get(id)).toMatchObject({ tries: 1 }); // and the page dies here
		await trying;
	});

	it('counts every try when two tabs try at once', async () => {
		const { id } = await newDrawer(db);
		await Promise.all(['1', '2', '3'].map((secret) => openDrawer(db, id, secret, NOW)));
		expect(await openDrawer(db, id, PIN, NOW)).toEqual({ wait: 30_000 });
	});

	it('shortens no wait when the clock is set back, and lengthens it once at most', async () => {
		const { id } = await newDrawer(db);
		for (const secret of ['1', '2', '3']) await openDrawer(db, id, secret, NOW);
		expect(await openDrawer(db, id, PIN, NOW - YEAR)).toEqual({ wait: 30_000 });
		expect(await openDrawer(db, id, PIN, NOW - YEAR + 20 * SECOND)).toEqual({ wait: 10_000 });
		expect(isOpen(await openDrawer(db, id, PIN, NOW - YEAR + 30 * SECOND))).toBe(true);
	});

	it('says that it is broken where it cannot be read, or is not there', async () => {
		const { id } = await newDrawer(db);
		const row = await db.drawers.get(id);
		await db.drawers.put({ ...row!, device: (await newDrawer(db)).device });
		expect(await openDrawer(db, id, PIN, NOW)).toBe('broken');
		expect(await openDrawer(db, 'no such drawer', PIN, NOW)).toBe('broken');
	});
});

describe('the door', () => {
	it("shows the children's drawers in the order in which they were made, and nothing of staff", async () => {
		await newDrawer(db, { name: 'Robin', picture: 'whale' });
		await newDrawer(db, {
			kind: 'staff',
			lock: 'password',
			name: '',
			foundBy: await markOfEmail(db, 'sam@maple.example')
		});
		await newDrawer(db, { name: 'Kai', lock: 'pictures' });
		const door = await doorDrawers(db, NOW, NOW);
		expect(door.map(({ name, picture, lock }) => ({ name, picture, lock }))).toEqual([
			{ name: 'Robin', picture: 'whale', lock: 'pin' },
			{ name: 'Kai', picture: null, lock: 'pictures' }
		]);
	});

	it("says until when to wait by the server's clock, however wrong this device's is", async () => {
		const { id } = await newDrawer(db);
		for (const secret of ['1', '2', '3']) await openDrawer(db, id, secret, NOW - YEAR);
		const [drawer] = await doorDrawers(db, NOW - YEAR, NOW);
		expect(drawer?.waitUntil).toEqual(new Date(NOW + 30_000));
		expect((await doorDrawers(db, NOW - YEAR + 30_000, NOW))[0]?.waitUntil).toBeNull();
	});

	it('knows staff by a mark that tells nothing, however they write their address', async () => {
		const mark = await markOfEmail(db, 'Sam@Maple.example ');
		expect(mark).toBe(await markOfEmail(db, 'sam@maple.example'));
		expect(mark).toMatch(/^[0-9a-f]{64}$/);
		expect(mark).not.toBe(await markOfEmail(newDb(), 'sam@maple.example'));
		expect(mark).not.toBe(await markOfPerson(db, 'sam@maple.example'));
	});
});

describe('asking for the lock once more', () => {
	it('takes the right one, and counts the wrong ones as at the door', async () => {
		const drawer = await newDrawer(db);
		expect(await proveLock(db, drawer.id, PIN, NOW)).toBe('open');
		for (let tries = 0; tries < 3; tries++) expect(await proveLock(db, drawer.id, '000000', NOW)).toBe('wrong');
		expect(await proveLock(db, drawer.id, PIN, NOW)).toEqual({ wait: expect.any(Number) });
		expect(await openDrawer(db, drawer.id, PIN, NOW)).toEqual({ wait: expect.any(Number) });
	});
});

it('a drawer gets another front, and opens as before', async () => {
	const drawer = await newDrawer(db);
	await changeFront(db, drawer.id, { name: 'Star', picture: 'star' });
	expect((await doorDrawers(db, NOW, NOW))[0]).toMatchObject({ name: 'Star', picture: 'star', lock: 'pin' });
	expect(isOpen(await openDrawer(db, drawer.id, PIN, NOW))).toBe(true);
});

describe('changing the lock', () => {
	const change = (id: string, old: string) =>
		changeLock(db, id, { old, lock: 'pictures', secret: 'sun boat bird tree fish', now: NOW, iterations: 1 });

	it('needs the old one, and keeps all that is in the drawer', async () => {
		const drawer = await newDrawer(db);
		const drafts = new Drafts(db, drawer);
		drafts.put('wish/new', 'see my brother');
		await drafts.save();
		expect(await change(drawer.id, '000000')).toBe('wrong');
		expect(await change(drawer.id, PIN)).toBe('open');
		expect(await openDrawer(db, drawer.id, PIN, NOW)).toBe('wrong');
		const again = await openDrawer(db, drawer.id, 'sun boat bird tree fish', NOW);
		expect(isOpen(again) && (await new Drafts(db, again).get('wish/new'))).toBe('see my brother');
		expect((await doorDrawers(db, NOW, NOW))[0]?.lock).toBe('pictures');
	});

	it('counts wrong tries like opening does', async () => {
		const { id } = await newDrawer(db);
		for (const old of ['1', '2', '3']) await change(id, old);
		expect(await change(id, PIN)).toEqual({ wait: 30_000 });
	});
});

it("takes a drawer away with all that was in it, and leaves the other child's", async () => {
	const [ada, ben] = [await newDrawer(db), await newDrawer(db, { name: 'Ben' })];
	for (const drawer of [ada, ben]) {
		await keep(db, drawer, [topic('x')]);
		await storeSnapshot(db, drawer, { version: '1', view: viewWith([]) }, { turn: 0, now: NOW });
		const drafts = new Drafts(db, drawer);
		drafts.put('wish/new', 'x');
		await drafts.save();
	}
	await removeDrawer(db, ada.id);
	expect(await openDrawer(db, ada.id, PIN, NOW)).toBe('broken');
	for (const table of [db.drawers, db.accounts, db.outbox, db.snapshots, db.drafts]) {
		const left: { drawer?: string; id?: string }[] = await table.toArray();
		expect(left.map(({ drawer, id }) => drawer ?? id)).toEqual([ben.id]);
	}
});

it('what was begun with a code and never ended is forgotten after a month, whichever way the clock was wrong', async () => {
	const day = 24 * 60 * 60 * 1000;
	for (const made of [NOW - 31 * day, NOW - 29 * day, NOW + 400 * day])
		await beginJoining(db, { code: 'ABCDEFGHJKLM', email: 'a@device.sayso.invalid', password: 'secret' }, made);
	await forgetOldJoinings(db, NOW);
	expect((await db.joining.toArray()).map(({ made }) => made)).toEqual([NOW - 29 * day]);
});
