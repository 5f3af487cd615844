import { of, type Mutant } from './mutant.ts';

/** What a device keeps, and how a call ends. */
export const KEPT: Mutant[] = [
	of(
		'client/local/outbox.ts',
		'a call, its pictures and its draft are written together',
		"await storedMakingRoom(db.pictures, () =>\n\t\tdb.transaction('rw', [db.drawers, db.outbox, db.drafts, db.pictures], async () => {",
		'await storedMakingRoom(db.pictures, () =>\n\t\t(async (_: unknown, __: unknown, work: () => Promise<void>) => work())(0, 0, async () => {'
	),
	of('client/local/outbox.ts', 'the draft goes with its call', 'if (also.draft !== undefined)', 'if (false)'),
	of(
		'client/local/outbox.ts',
		'nothing is written into a drawer that was taken away',
		'if (!there) throw',
		'if (false) throw'
	),
	of(
		'client/local/outbox.ts',
		'a call is sealed',
		'seal(drawer.device, placeOf(drawer.id, entry.call.id), entry)',
		'Promise.resolve({ format: 1 as const, iv: new Uint8Array(12), text: new TextEncoder().encode(JSON.stringify(entry)).buffer })'
	),
	of(
		'client/device/open-drawer.ts',
		'a write that failed is told',
		'if (!result.ok) draft?.back();\n\t\telse await this.#changed();\n\t\treturn result;',
		'await this.#changed();\n\t\treturn { ok: true, value: null };'
	),
	of(
		'client/device/open-drawer.ts',
		'a draft comes back where its call could not be kept',
		'if (!result.ok) draft?.back();\n\t\telse',
		'if (result.ok)'
	),
	of(
		'client/device/open-drawer.ts',
		'what was typed last is written when the drawer shuts',
		'this.#sync.stop();\n\t\tawait this.save();',
		'this.#sync.stop();'
	),
	of('client/local/outbox.ts', 'an answer to an older version says nothing', ' && row.version === sent.version)', ')'),
	of('client/local/outbox.ts', 'what has ended stays ended', "row?.state === 'frozen' && ", 'row && '),
	of('client/local/outbox.ts', 'a mended call is another version', '...fresh, version: row.version + 1', '...fresh'),
	of(
		'client/local/outbox.ts',
		'what has left cannot be mended',
		"if (row?.state !== 'refused' && row?.state !== 'waiting') return false;",
		'if (!row) return false;'
	),
	of(
		'client/local/outbox.ts',
		'what has left cannot be taken away',
		"if (row?.state !== 'refused') return false;",
		'if (!row) return false;'
	),
	of(
		'client/local/outbox.ts',
		'what was refused for want of it goes again',
		'for (const other of woken)',
		'for (const other of [] as OutboxRow[])'
	),
	of(
		'client/local/outbox.ts',
		'what is done opens with the drawer only',
		'const sealed = await post(drawer.publicHalf, place, entry);',
		'const sealed = await sealEntry(drawer, entry);'
	)
];
