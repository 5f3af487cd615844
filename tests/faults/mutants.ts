import { of, type Mutant } from './mutant.ts';
import { LOCKS } from './mutants-locks.ts';
import { READERS } from './mutants-readers.ts';
import { SET_BACK } from './mutants-set-back.ts';

/** What is broken, one at a time: what a device keeps, sends, shows and seals, and who reads it. */
export const MUTANTS: Mutant[] = [
	// What is kept
	of(
		'client/local/outbox.ts',
		'a call, its pictures and its draft are written together',
		"await storedFirst(db.pictures, () =>\n\t\tdb.transaction('rw', [db.drawers, db.outbox, db.drafts, db.pictures], async () => {",
		'await storedFirst(db.pictures, () =>\n\t\t(async (_: unknown, __: unknown, work: () => Promise<void>) => work())(0, 0, async () => {'
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
		'seal(drawer.device, placeOf(drawer.id, letter.call.id), letter)',
		'Promise.resolve({ format: 1 as const, iv: new Uint8Array(12), text: new TextEncoder().encode(JSON.stringify(letter)).buffer })'
	),
	of(
		'client/device/opened.ts',
		'a write that failed is told',
		'if (code !== null) draft?.back();\n\t\telse await this.#changed();\n\t\treturn code;',
		'await this.#changed();\n\t\treturn null;'
	),
	of(
		'client/device/opened.ts',
		'a draft comes back where its call could not be kept',
		'if (code !== null) draft?.back();\n\t\telse',
		'if (code === null)'
	),
	of(
		'client/device/opened.ts',
		'what was typed last is written when the drawer shuts',
		'this.#contact.stop();\n\t\tawait this.save();',
		'this.#contact.stop();'
	),
	// What is sent
	of(
		'client/local/sending.ts',
		'a call is frozen when it leaves',
		"if (now.state === 'waiting') await db.outbox.put({ ...now, state: 'frozen', held: null });",
		''
	),
	of(
		'client/local/sending.ts',
		'the oldest goes first',
		".sortBy('seq'))).filter(isToSend)",
		".reverse().sortBy('seq'))).filter(isToSend)"
	),
	of(
		'client/local/sending.ts',
		'a request is no bigger than the server takes',
		'rows.slice(0, fits === -1 ? most.calls : Math.max(1, fits))',
		'rows.slice(0, most.calls)'
	),
	of('client/local/sending.ts', 'a row that does not open holds up nothing', 'if (!call) not.add(row.seq);', ''),
	of(
		'client/local/sending.ts',
		'a call is sent under its own id every time',
		'taken.push({ seq: now.seq, version: now.version, call,',
		'taken.push({ seq: now.seq, version: now.version, call: { ...call, id: crypto.randomUUID() },'
	),
	of(
		'client/device/opened.ts',
		'one tab sends at a time',
		'push: () => world.inTurn(`push ${drawer.id}`, () => push(parts))',
		'push: () => push(parts)'
	),
	of('client/device/shut.ts', 'what waits leaves a shut drawer', 'void this.#contactOf(row).wake();', ''),
	of(
		'client/outbound/batch.ts',
		'what the answer does not name waits',
		"{ id: call.id, end: 'later', code: 'server_down' }",
		"{ id: call.id, end: 'done' as const, seq: 0 }"
	),
	of('client/outbound/batch.ts', 'an older server is asked later', "answer.code === 'no_such_call' || ", ''),
	of('client/outbound/batch.ts', 'what needs a call that waits is not to blame', ' || needs(call, this.#made)', ''),
	of(
		'client/outbound/batch.ts',
		'a bad moment refuses nobody',
		"if (meaning === 'later') return this.#later(codeOfWaiting(failure), failure.wait);",
		"if (meaning === 'later') { for (const sent of batch) await this.#tooBig(sent); return this.#later(codeOfWaiting(failure), failure.wait); }"
	),
	of(
		'client/outbound/batch.ts',
		'what is too big is split',
		'this.#most = { ...this.#most, calls: Math.ceil(batch.length / 2) };\n\t\t\treturn null;',
		"return this.#later('server_down');"
	),
	of(
		'client/outbound/batch.ts',
		'one call that is too big is refused',
		"return meaning === 'too_big' ? this.#tooBig(only) : this.#leave(only, failure);",
		'return this.#leave(only, failure);'
	),
	of('client/outbound/batch.ts', 'requests are whole again afterwards', '\t\tthis.#most = MOST;\n', ''),
	of(
		'client/outbound/session.ts',
		'a session is renewed',
		'const renewed = await this.#world.inTurn(`session ${this.#account.name}`, () => this.#renew(first));',
		'const renewed: Reply<Session> = SIGNED_OUT;'
	),
	of(
		'client/outbound/session.ts',
		'a device signs in again by itself',
		': await this.#signIn(kept?.device);',
		': refreshed;'
	),
	of(
		'client/outbound/session.ts',
		'the session that another tab renewed is taken',
		'if (kept && kept.access_token !== refused?.access_token)',
		'if (false && kept)'
	),
	of(
		'client/outbound/session.ts',
		'a new session is kept',
		'if (reply.ok) await this.#account.keep',
		'if (false) await this.#account.keep'
	),
	of(
		'client/outbound/schedule.ts',
		'the server is left alone for as long as it asks',
		'this.#toldToWait = asked !== null && asked > 0;',
		''
	),
	of('client/outbound/schedule.ts', 'it tries again', 'if (wait !== null && !this.#stopped) this.#next(wait);', ''),
	of('client/outbound/schedule.ts', 'it tries again soon', 'this.#waited / 10', 'this.#waited * 2'),
	of(
		'client/outbound/schedule.ts',
		'a full disk does not end it',
		'.catch((problem: unknown) => this.#failed(whyOf(problem), null))',
		''
	),
	// How a call ends
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
		'const sealed = await post(drawer.publicHalf, place, letter);',
		'const sealed = await sealLetter(drawer, letter);'
	),
	// What is shown
	of(
		'client/local/sending.ts',
		'what is done stays in sight until a snapshot holds it',
		"if (row.state !== 'done' || row.epoch !== snapshot.epoch) return false;",
		"if (row.state === 'done') return true;"
	),
	of('client/local/sending.ts', 'a snapshot of another life covers nothing', ' || row.epoch !== snapshot.epoch', ''),
	of(
		'client/local/sending.ts',
		'a snapshot that was asked for earlier covers nothing',
		' && (row.turn ?? 0) < snapshot.stored',
		''
	),
	of(
		'client/local/sending.ts',
		'a restored backup gets what was done again',
		'rows: done.filter((row) => row.epoch !== snapshot.epoch)',
		'rows: []'
	),
	of('client/local/sending.ts', 'done calls stay 30 days', 'snapshot.checked - row.covered > KEEP_DONE', 'true'),
	of(
		'client/local/sending.ts',
		'done calls stay until they are covered',
		'if (!isCovered(row, snapshot)) continue;',
		''
	),
	of(
		'client/local/snapshot.ts',
		'an older answer never comes last',
		'.turn ?? 0) !== turn) return false;',
		'.turn ?? 0) < -1) return false;'
	),
	of(
		'client/local/showing.ts',
		'what was refused is not shown as said',
		".filter(({ row }) => row.state !== 'refused')",
		''
	),
	of(
		'client/local/showing.ts',
		'what waits is shown as waiting',
		"if (row.state === 'refused') return [{",
		"if (row.state === 'frozen') return [];\n\tif (row.state === 'refused') return [{"
	),
	of(
		'client/inbound/view-refresher.ts',
		'a drawer that was shut shows nothing more',
		'if (!this.#ended) this.#show',
		'this.#show'
	),
	of('client/device/device.ts', 'nothing is shown from the next line on', 'this.#show(SHUT);', ''),
	of(
		'client/device/device.ts',
		'a drawer that was about to open stays shut',
		'if (this.#locks !== locks) return false;',
		''
	),
	of('client/device/device.ts', 'whoever comes in finds nothing open', 'if (this.opened) await this.#close();', ''),
	of(
		'client/inbound/view-refresher.ts',
		'a device that was cut off shows nothing',
		'this.now.cutOff ? { ...this.now, view: null } : this.now',
		'this.now'
	),
	...LOCKS,
	...READERS,
	...SET_BACK
];
