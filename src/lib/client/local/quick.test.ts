import { beforeEach, describe, expect, it } from 'vitest';
import { newDb, newDrawer } from '../../../../tests/support/drawers.ts';
import { readSession } from './accounts.ts';
import type { DrawerDb } from './db.ts';
import { markOfEmail } from './device-row.ts';
import { isOpen, openDrawer, removeDrawer } from './drawers.ts';
import { endQuick, noteQuick, openQuick, putQuick, quickFaces } from './quick.ts';

const NOW = Date.parse('2026-12-01T07:00:00Z');
const HOUR = 3_600_000;
const PASSWORD = 'three budgies on a bus';
const NUMBERS = '258036';
let db: DrawerDb;
let sam: string;

const newStaff = async (name: string) =>
	newDrawer(db, { kind: 'staff', lock: 'password', name: '', secret: PASSWORD, foundBy: await markOfEmail(db, name) });
const put = (drawer: string, name: string, pin = NUMBERS, own = false) =>
	putQuick(db, drawer, { name, picture: null, own, pin, now: NOW, iterations: 1 });
const type = (drawer: string, now = NOW) => openDrawer(db, drawer, PASSWORD, now);
const faceOfSam = async (now = NOW) => (await quickFaces(db, now)).find(({ id }) => id === sam);

beforeEach(async () => {
	db = newDb();
	({ id: sam } = await newStaff('sam'));
	await put(sam, 'Sam');
	await type(sam);
});

describe('opening by numbers', () => {
	it('gives the same keys as the password, and with them the session', async () => {
		const opened = await openQuick(db, sam, NUMBERS, NOW + HOUR);
		expect(isOpen(opened) && opened.kind).toBe('staff');
		expect(isOpen(opened) && (await readSession(db, opened))).toMatchObject({ access_token: 'token 1' });
	});

	it('opens nothing before the password was typed once more', async () => {
		await put(sam, 'Sam', '147036');
		expect(await openQuick(db, sam, '147036', NOW)).toBe('ended');
		await type(sam);
		expect(isOpen(await openQuick(db, sam, '147036', NOW))).toBe(true);
	});

	it('is over after five wrong tries, and the numbers are gone', async () => {
		const tried = [];
		for (const wrong of ['1', '2', '3', '4', '5']) tried.push(await openQuick(db, sam, wrong, NOW));
		expect(tried).toEqual([{ left: 4 }, { left: 3 }, { left: 2 }, { left: 1 }, 'ended']);
		expect(await openQuick(db, sam, NUMBERS, NOW)).toBe('ended');
		expect(await db.quick.get(sam)).toMatchObject({ keys: null, latch: null, why: 'tries' });
		await type(sam);
		expect(await openQuick(db, sam, NUMBERS, NOW)).toBe('ended'); // new ones must be chosen
	});

	it('counts a try before it is checked, also where a page dies at the last one or two tabs try at once', async () => {
		await Promise.all(['1', '2', '3', '4'].map((wrong) => openQuick(db, sam, wrong, NOW)));
		const trying = openQuick(db, sam, '5', NOW);
		while ((await db.quick.get(sam))?.tries === 4);
		expect(await db.quick.get(sam)).toMatchObject({ tries: 5 }); // and the page dies here
		const again = openQuick(db, sam, NUMBERS, NOW);
		expect([await trying, await again]).toEqual(['ended', 'ended']);
	});

	it('starts the tries again once it opens', async () => {
		await openQuick(db, sam, '1', NOW);
		await openQuick(db, sam, NUMBERS, NOW);
		expect(await openQuick(db, sam, '1', NOW)).toEqual({ left: 4 });
	});

	it('ends with its time, and what opened goes off the disk; the password lets the same numbers open again', async () => {
		expect(await openQuick(db, sam, NUMBERS, NOW + 12 * HOUR)).toBe('ended');
		expect(await db.quick.get(sam)).toMatchObject({ keys: null, why: 'time' });
		await type(sam, NOW + 12 * HOUR);
		expect(isOpen(await openQuick(db, sam, NUMBERS, NOW + 13 * HOUR))).toBe(true);
	});

	it('ends where the clock is set back', async () => {
		await noteQuick(db, sam, { now: NOW + 3 * HOUR });
		expect(await openQuick(db, sam, NUMBERS, NOW)).toBe('ended');
	});

	it('ends as soon as the server tells how late it is, also while it is open', async () => {
		await noteQuick(db, sam, { now: NOW, server: NOW });
		await noteQuick(db, sam, { now: NOW, server: NOW + 12 * HOUR });
		expect(await db.quick.get(sam)).toMatchObject({ keys: null, why: 'time' });
	});

	it.each(['off', 'signed_out'] as const)('ends for good where it is %s', async (why) => {
		await endQuick(db, sam, why);
		await type(sam);
		expect(await openQuick(db, sam, NUMBERS, NOW)).toBe('ended');
		expect(await faceOfSam()).toMatchObject({ opens: false, why });
	});

	it('keeps two workers on one machine apart: nobody’s numbers open another’s, and nothing can be moved over', async () => {
		const { id: jo } = await newStaff('jo');
		await put(jo, 'Jo', '147036');
		await type(jo);
		expect(await openQuick(db, jo, NUMBERS, NOW)).toEqual({ left: 4 });
		const [hers, his] = [await db.quick.get(jo), await db.quick.get(sam)];
		await db.quick.put({ ...hers!, keys: his!.keys });
		expect(await openQuick(db, jo, '147036', NOW)).toBe('broken');
	});
});

describe("the staff's door", () => {
	it('shows who chose to stand there, and how they open', async () => {
		const { id: jo } = await newStaff('jo');
		await put(jo, 'Jo', '147036', true);
		await type(jo);
		await newStaff('somebody who chose nothing');
		await openQuick(db, sam, '1', NOW);
		const common = { picture: null, why: null, opens: true };
		expect(await quickFaces(db, NOW)).toEqual([
			{ ...common, id: jo, name: 'Jo', own: true, left: 5 },
			{ ...common, id: sam, name: 'Sam', own: false, left: 4 }
		]);
	});

	it('takes off the disk what ended since somebody last looked, and after a month the face', async () => {
		expect(await faceOfSam(NOW + 12 * HOUR)).toMatchObject({ opens: false, why: 'time' });
		expect(await db.quick.get(sam)).toMatchObject({ keys: null });
		expect(await faceOfSam(NOW + 31 * 24 * HOUR)).toBeUndefined();
		expect(await db.quick.count()).toBe(0);
	});

	it('holds nobody whose drawer was taken away', async () => {
		await removeDrawer(db, sam);
		expect(await db.quick.count()).toBe(0);
	});
});
