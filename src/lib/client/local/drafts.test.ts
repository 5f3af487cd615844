import { beforeEach, expect, it } from 'vitest';
import { newDb, newDrawer } from '../../../../tests/support/drawers.ts';
import type { DrawerDb } from './db.ts';
import { Drafts } from './drafts.ts';
import type { UnlockedDrawer } from './keys.ts';

let db: DrawerDb;
let ada: UnlockedDrawer;
beforeEach(async () => {
	db = newDb();
	ada = await newDrawer(db);
});

it('a draft is there again after the drawer was shut', async () => {
	const drafts = new Drafts(db, ada);
	drafts.put('wish/new', { words: 'see my brother' });
	await drafts.save();
	expect(await new Drafts(db, ada).get('wish/new')).toEqual({ words: 'see my brother' });
});

it('is there at once for whoever wrote it, before it was saved', async () => {
	const drafts = new Drafts(db, ada);
	drafts.put('wish/new', { words: 'a' });
	drafts.put('wish/new', { words: 'ab' });
	expect(await drafts.get('wish/new')).toEqual({ words: 'ab' });
});

it('belongs to one screen, one item and one child', async () => {
	const ben = await newDrawer(db, { name: 'Ben' });
	const drafts = new Drafts(db, ada);
	drafts.put('answer/1', 'x');
	await drafts.save();
	expect(await drafts.get('answer/2')).toBeUndefined();
	expect(await drafts.get('wish/1')).toBeUndefined();
	expect(await new Drafts(db, ben).get('answer/1')).toBeUndefined();
});

it('tells nothing of what it is about to whoever looks at the disk', async () => {
	const drafts = new Drafts(db, ada);
	drafts.put('complain/new', 'about Sam');
	await drafts.save();
	const [row] = await db.drafts.toArray();
	expect(JSON.stringify(row)).not.toMatch(/complain|Sam/);
	expect(Buffer.from(row!.sealed.text).toString('latin1')).not.toContain('Sam');
});

it('stays away once it was dropped, also when it was being saved at that moment', async () => {
	const drafts = new Drafts(db, ada);
	drafts.put('wish/new', 'x');
	const saving = drafts.save();
	await drafts.drop('wish/new');
	await saving;
	await drafts.save();
	expect(await drafts.get('wish/new')).toBeUndefined();
	expect(await db.drafts.count()).toBe(0);
});

it('keeps what was written last, however the saving ends', async () => {
	const drafts = new Drafts(db, ada);
	drafts.put('wish/new', 'a');
	const first = drafts.save();
	drafts.put('wish/new', 'ab');
	await Promise.all([first, drafts.save()]);
	expect(await new Drafts(db, ada).get('wish/new')).toBe('ab');
});

it('is still in memory where the disk is full, and is written once there is room', async () => {
	const drafts = new Drafts(db, ada);
	drafts.put('wish/new', 'x');
	const full = () => {
		throw new DOMException('no room', 'QuotaExceededError');
	};
	db.drafts.hook('creating', full);
	await expect(drafts.save()).rejects.toMatchObject({ code: 'storage_full' });
	expect(await drafts.get('wish/new')).toBe('x');
	db.drafts.hook('creating').unsubscribe(full);
	await drafts.save();
	expect(await new Drafts(db, ada).get('wish/new')).toBe('x');
});

it('comes back where the call that should have taken it could not be kept', async () => {
	const drafts = new Drafts(db, ada);
	drafts.put('wish/new', 'x');
	const { back } = await drafts.take('wish/new');
	expect(await drafts.get('wish/new')).toBeUndefined();
	back();
	expect(await drafts.get('wish/new')).toBe('x');
	drafts.put('wish/new', 'newer');
	back();
	expect(await drafts.get('wish/new')).toBe('newer');
});

it('does not follow what a screen does with its own copy', async () => {
	const drafts = new Drafts(db, ada);
	const form = { words: 'a' };
	drafts.put('wish/new', form);
	form.words = 'b';
	expect(await drafts.get('wish/new')).toEqual({ words: 'a' });
});
