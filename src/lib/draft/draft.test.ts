import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newDb, newDrawer } from '../../../tests/support/drawers.ts';
import { app } from '$lib/client/app.svelte.ts';
import type { DrawerDb } from '$lib/client/local/db.ts';
import { Drafts } from '$lib/client/local/drafts.ts';
import { isName, isText, names } from '$lib/domain/checks/kinds.ts';
import { UNDO } from '$lib/domain/undo.ts';
import { FormDraft } from './form-draft.svelte.ts';
import { byField } from './restore.ts';

interface Note {
	id: string;
	words: string;
	readers: string[];
}
const restore = byField<Note>({ id: isName, words: isText, readers: names });
let count = 0;
const newNote = (): FormDraft<Note> =>
	new FormDraft<Note>('note/new', () => ({ id: `id ${++count}`, words: '', readers: [] }), restore);

/** A page that finds the note as it was left. */
async function loaded(): Promise<FormDraft<Note>> {
	const draft = newNote();
	await draft.load();
	return draft;
}

let db: DrawerDb;
let drafts: Drafts;
let refuses: string | null;

/** Opens another person's drawer on the same device. */
async function openDrawer(name: string): Promise<void> {
	const opened = await newDrawer(db, { name });
	app.drawer = opened.id;
	drafts = new Drafts(db, opened);
}

beforeEach(async () => {
	db = newDb();
	refuses = null;
	await openDrawer('Ada');
	vi.spyOn(app, 'draft').mockImplementation((key) => drafts.get(key));
	vi.spyOn(app, 'keepDraft').mockImplementation(async (key, value) => {
		if (refuses === null) drafts.put(key, value);
		return refuses;
	});
	vi.spyOn(app, 'dropDraft').mockImplementation(async (key) => {
		await drafts.drop(key);
		return null;
	});
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

it('keeps every change, and has it again on the next page', async () => {
	const draft = await loaded();
	draft.change({ words: 'see my brother' });
	draft.now.readers.push('Kim');
	draft.keep();
	await draft.kept();
	expect((await loaded()).now).toEqual({ id: draft.now.id, words: 'see my brother', readers: ['Kim'] });
});

it('says that something came back only where something was begun before', async () => {
	const first = await loaded();
	expect([first.loaded, first.cameBack]).toEqual([true, false]);
	first.change({ words: 'a' });
	expect((await loaded()).cameBack).toBe(true);
});

it('is not loaded before the drawer has answered, and asks it once', async () => {
	const draft = newNote();
	const loading = draft.load();
	expect(draft.loaded).toBe(false);
	await Promise.all([loading, draft.load()]);
	draft.change({ words: 'typed since' });
	await draft.load();
	expect(app.draft).toHaveBeenCalledOnce();
	expect(draft.now.words).toBe('typed since');
});

it('can be thrown away, also from the drawer, and for ten seconds brought back', async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	const draft = await loaded();
	draft.change({ words: 'a secret' });
	const { id } = draft.now;
	await draft.throwAway();
	expect([draft.now.words, (await loaded()).now.words]).toEqual(['', '']);
	expect(draft.thrown?.until).toBe(Date.now() + UNDO);
	draft.bringBack();
	expect([draft.now.id, draft.now.words, draft.cameBack, draft.thrown]).toEqual([id, 'a secret', true, null]);
	expect((await loaded()).now.words).toBe('a secret');
	draft.change({ words: '' });
	draft.bringBack(); // there is nothing to bring
	expect(draft.now.words).toBe('');
});

it('says why this device could not keep it, until it can', async () => {
	const draft = await loaded();
	refuses = 'storage_full';
	draft.change({ words: 'a' });
	await draft.kept();
	expect(draft.problem).toBe('storage_full');
	refuses = null;
	draft.change({ words: 'ab' });
	await draft.kept();
	expect(draft.problem).toBeNull();
});

it('has new ids when it is begun anew', async () => {
	const draft = await loaded();
	const { id } = draft.now;
	draft.change({ words: 'sent' });
	draft.renew();
	expect(draft.now.words).toBe('');
	expect(draft.now.id).not.toBe(id);
});

it("never shows or writes one drawer's words in another's form", async () => {
	const draft = await loaded();
	draft.change({ words: 'only for Ada' });
	const hers = drafts;
	await openDrawer('Ben');
	expect(draft.loaded).toBe(false);
	draft.change({ words: 'typed under a shut drawer' });
	await draft.throwAway();
	await draft.kept();
	expect(draft.problem).toBe('shut');
	expect((await loaded()).cameBack).toBe(false);
	expect(await hers.get('note/new')).toMatchObject({ words: 'only for Ada' });
	await draft.load();
	expect([draft.loaded, draft.now.words]).toEqual([true, '']);
});

it('forgets what a drawer says after it was shut', async () => {
	await loaded().then((draft) => draft.change({ words: 'only for Ada' }));
	const draft = newNote();
	const loading = draft.load();
	app.drawer = null;
	await loading;
	expect([draft.loaded, draft.now.words]).toEqual([false, '']);
});

it('takes from a broken or an older draft what is sound, and begins the rest empty', async () => {
	drafts.put('note/new', { words: 'still here', readers: [7], id: 8, gone: 'since the last version' });
	const draft = await loaded();
	expect(draft.now).toEqual({ id: `id ${count}`, words: 'still here', readers: [] });
	for (const broken of ['text', 7, null, [], true]) {
		drafts.put('note/new', broken);
		expect((await loaded()).now).toEqual({ id: `id ${count}`, words: '', readers: [] });
	}
});
