import { of, type Mutant } from './mutant.ts';

/** What leaves a device, and when. */
export const SENT: Mutant[] = [
	of(
		'client/outbound/take.ts',
		'a call is frozen when it leaves',
		"if (now.state === 'waiting') await db.outbox.put({ ...now, state: 'frozen', held: null });",
		''
	),
	of(
		'client/outbound/take.ts',
		'the oldest goes first',
		".sortBy('seq'))).filter(isToSend)",
		".reverse().sortBy('seq'))).filter(isToSend)"
	),
	of(
		'client/outbound/take.ts',
		'a request is no bigger than the server takes',
		'rows.slice(0, fits === -1 ? most.calls : Math.max(1, fits))',
		'rows.slice(0, most.calls)'
	),
	of('client/outbound/take.ts', 'a row that does not open holds up nothing', 'if (!call) not.add(row.seq);', ''),
	of(
		'client/outbound/take.ts',
		'a call is sent under its own id every time',
		'taken.push({ seq: now.seq, version: now.version, call,',
		'taken.push({ seq: now.seq, version: now.version, call: { ...call, id: crypto.randomUUID() },'
	),
	of(
		'client/device/drawer-sync.ts',
		'one tab sends at a time',
		'push: () => world.withLock(`push ${drawer.id}`, () => push(batch))',
		'push: () => push(batch)'
	),
	of('client/outbound/shut-drawers.ts', 'what waits leaves a shut drawer', 'void this.#schedulerOf(row).wake();', ''),
	of(
		'client/outbound/batch.ts',
		'what the answer does not name waits',
		"{ id: call.id, end: 'later', code: 'server_down' }",
		"{ id: call.id, end: 'done' as const, seq: 0 }"
	),
	of('client/outbound/batch.ts', 'an older server is asked later', "answer.code === 'no_such_call' || ", ''),
	of('client/outbound/batch.ts', 'what needs a call that waits is not to blame', ' || dependsOn(call, this.#made)', ''),
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
	of('client/outbound/batch.ts', 'requests are whole again afterwards', '\t\tthis.#most = WHOLE_BATCH;\n', ''),
	of(
		'client/outbound/session.ts',
		'a session is renewed',
		'const renewed = await this.#world.withLock(`session ${this.#account.name}`, () => this.#renew(first));',
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
	)
];
