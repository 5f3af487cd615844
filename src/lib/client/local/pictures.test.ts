import { beforeEach, expect, it } from 'vitest';
import { newDb, newDrawer, topic, viewWith } from '../../../../tests/support/drawers.ts';
import { hashOf } from '$lib/platform/ids.ts';
import { toBase64 } from '$lib/platform/base64.ts';
import { makeCall } from './make-call.ts';
import type { DrawerDb } from './db.ts';
import type { UnlockedDrawer } from './keys.ts';
import {
	dropPictures,
	missingPictures,
	picturesIn,
	picturesOf,
	readPicture,
	sealPicture,
	storePictures
} from './pictures.ts';

let db: DrawerDb;
let ada: UnlockedDrawer;
beforeEach(async () => {
	db = newDb();
	ada = await newDrawer(db);
});

async function picture(...bytes: number[]) {
	const content = Uint8Array.from(bytes);
	return { hash: await hashOf(content), data: toBase64(content) };
}
async function store(one: { hash: string; data: string }, drawer = ada): Promise<void> {
	await storePictures(db, drawer, [(await sealPicture(drawer, one))!]);
}

it('a picture comes back as it was, of the kind that its first bytes say', async () => {
	const kinds = [
		[[0x89, 0x50, 0x4e, 0x47, 1], 'image/png'],
		[[0xff, 0xd8, 0xff, 1], 'image/jpeg'],
		[[...Buffer.from('RIFF1234WEBP'), 1], 'image/webp'],
		[[0x1a, 0x45, 0xdf, 0xa3, 1], 'audio/webm'],
		[[...Buffer.from('OggS'), 1], 'audio/ogg'],
		[[0, 0, 0, 28, ...Buffer.from('ftypmp42'), 1], 'audio/mp4'],
		[[...Buffer.from('<svg onload=alert(1)>')], 'application/octet-stream']
	] as const;
	for (const [bytes, type] of kinds) {
		const one = await picture(...bytes);
		await store(one);
		const blob = await readPicture(db, ada, one.hash);
		expect(blob?.type).toBe(type);
		expect([...new Uint8Array(await blob!.arrayBuffer())]).toEqual([...bytes]);
	}
});

it('what is not what its hash says is not kept', async () => {
	const one = await picture(1, 2, 3);
	expect(await sealPicture(ada, { hash: one.hash, data: toBase64(Uint8Array.from([1, 2, 4])) })).toBeNull();
	expect(await sealPicture(ada, { hash: one.hash, data: 'not base64 at all' })).toBeNull();
});

it('tells whoever has the same picture nothing about who has it here', async () => {
	const one = await picture(1, 2, 3);
	await store(one);
	expect(JSON.stringify(await db.pictures.toArray())).not.toContain(one.hash);
});

it("is not in another child's drawer", async () => {
	const ben = await newDrawer(db, { name: 'Ben' });
	const one = await picture(1, 2, 3);
	await store(one);
	expect(await readPicture(db, ben, one.hash)).toBeNull();
	expect(await missingPictures(db, ben, new Set([one.hash]))).toEqual([one.hash]);
	await dropPictures(db, ben, new Set());
	expect(await readPicture(db, ada, one.hash)).not.toBeNull();
});

it('goes when nothing names it any more', async () => {
	const [named, gone] = [await picture(1), await picture(2)];
	await store(named);
	await store(gone);
	await dropPictures(db, ada, new Set([named.hash]));
	expect(await readPicture(db, ada, named.hash)).not.toBeNull();
	expect(await readPicture(db, ada, gone.hash)).toBeNull();
	expect(await missingPictures(db, ada, new Set([named.hash, gone.hash]))).toEqual([gone.hash]);
});

it('is not stored for a drawer that was taken away', async () => {
	await db.drawers.delete(ada.id);
	await store(await picture(1));
	expect(await db.pictures.count()).toBe(0);
});

it('is named by cards and items, and by calls that wait', () => {
	const view = viewWith([{ id: 'item', words: 'x' }]);
	Object.assign(view.items[0]!, { picture: 'of an item', recording: 'said aloud' });
	view.cards = [{ person_id: 'sam', job: '', things: [], reach: '', here: '', picture: 'of a card', at: '' }];
	expect([...picturesIn(view)].sort()).toEqual(['of a card', 'of an item', 'said aloud']);
	expect(picturesOf(makeCall('put_picture', { hash: 'h', data: '' }, 'c', ''))).toEqual(['h']);
	expect(picturesOf(topic('x'))).toEqual([]);
	const said = { id: 'i', symbol: null, words: '', picture: 'p', recording: 'r', readers: [], left_out: [], shown: [] };
	expect(picturesOf(makeCall('put_topic', said, 'c', ''))).toEqual(['p', 'r']);
});
