import { beforeEach, expect, it } from 'vitest';
import { newDb, newDrawer } from '../../../../tests/support/drawers.ts';
import { DrawerDb } from './db.ts';
import { Drafts } from './drafts.ts';
import type { UnlockedDrawer } from './keys.ts';

let db: DrawerDb, other: DrawerDb, ada: UnlockedDrawer;
beforeEach(async () => {
	db = newDb();
	ada = await newDrawer(db);
	other = new DrawerDb(db.name); // the page that comes after
	await other.open();
});

/** Asks for a row again and again, as a page does that a browser keeps in the middle of what it did. */
const never = (mode: 'r' | 'rw') =>
	db.transaction(mode, db.drawers, async () => {
		for (let times = 0; times < 2000; times++) await db.drawers.get('nothing');
	});

it.each(['r', 'rw'] as const)('a page that goes in the middle of something (%s) holds up no other', async (mode) => {
	const ended = expect(never(mode)).rejects.toThrow();
	await db.drawers.count();
	db.leave();
	await other.drawers.update(ada.id, { name: 'Ada B' });
	expect((await other.drawers.get(ada.id))?.name).toBe('Ada B');
	await ended;
});

it('it begins nothing new, but what was typed last is kept', async () => {
	const drafts = new Drafts(db, ada);
	drafts.put('wish/new', 'My bike');
	db.leave();
	await expect(db.drawers.count()).rejects.toThrow('The page goes.');
	await drafts.save();
	expect(await other.drafts.count()).toBe(1);
});
