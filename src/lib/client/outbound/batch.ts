import type { Outcome } from '$lib/domain/calls.ts';
import type { Id } from '$lib/domain/item.ts';
import { idsMadeBy, dependsOn } from '../local/call-ids.ts';
import type { DrawerDb } from '../local/db.ts';
import type { UnlockedDrawer, Sender } from '../local/keys.ts';
import { settle, type Sent } from '../local/outbox.ts';
import { DAY } from '$lib/domain/time/instants.ts';
import { doneLast, isInDoubt, markDoubtful, resendDoubtful } from './resend.ts';
import { heldFor, takeToSend, type BatchLimit } from './take.ts';
import { codeOfWaiting, meaningOf, type Failure } from './reply.ts';
import type { SignedInApi } from './signed-in.ts';

/** What one request may hold. The server takes no more. */
const WHOLE_BATCH: BatchLimit = { calls: 50, bytes: 200_000 };
const TRIES = 5; // requests that make no sense to the server, until we leave it alone
/** After a backup was restored, what one device sends again may need what another has not sent again yet: no longer than this. */
const OTHERS_TAKE = 7 * DAY;

/** empty: nothing is left to send, or only what can still be undone for so long (held). later: something waits, why, and for how long the server asks to be left alone. */
export type Pushed = { end: 'empty'; sent: number; held: number | null } | { end: 'cut_off'; sent: number } | Later;
interface Later {
	end: 'later';
	sent: number;
	code: string;
	wait: number | null;
}

interface Parts {
	db: DrawerDb;
	drawer: Sender | UnlockedDrawer;
	api: Pick<SignedInApi, 'calls'>;
	serverNow: () => number;
	onSending: (calls: Id[]) => void; // what is on its way at this moment
	now: () => number;
}

/** One round of sending what waits, in order. The caller sees to it that there is one at a time for a drawer. */
export async function push(parts: Parts): Promise<Pushed> {
	return new PushBatch(parts).run();
}

class PushBatch {
	#parts: Parts;
	#held = new Set<number>(); // rows to be left alone in this round
	#made = new Set<string>(); // what those make: whoever needs it waits too
	#most = WHOLE_BATCH;
	#sent = 0;
	#notUnderstood = 0;
	#wentBack = 0;
	#code: string | null = null;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	async run(): Promise<Pushed> {
		const { db, drawer, now } = this.#parts;
		for (;;) {
			const taking = { most: this.#most, not: this.#held, now: now() };
			const batch = await takeToSend(db, drawer, taking);
			if (batch.length === 0) return this.#code === null ? this.#empty() : this.#later(this.#code);
			const ended = await this.#send(batch.filter((sent) => !this.#waitsForOther(sent)));
			if (ended) return ended;
		}
	}

	async #empty(): Promise<Pushed> {
		const { db, drawer, now } = this.#parts;
		return { end: 'empty', sent: this.#sent, held: await heldFor(db, drawer.id, now()) };
	}

	async #send(batch: Sent[]): Promise<Pushed | null> {
		if (batch.length === 0) return null;
		const { db, drawer, api, onSending } = this.#parts;
		const calls = batch.map(({ call }) => call);
		onSending(calls.map(({ id }) => id));
		try {
			const reply = await api.calls(calls, await doneLast(db, drawer.id));
			return reply.ok ? await this.#ended(batch, reply.value) : await this.#failed(batch, reply);
		} finally {
			onSending([]);
		}
	}

	async #ended(batch: Sent[], answers: Outcome[]): Promise<null> {
		const inDoubt = await isInDoubt(this.#parts.db, this.#parts.drawer.id);
		const ended = batch.map((sent) => ({ sent, outcome: this.#outcome(sent, answers, inDoubt) }));
		await settle(this.#parts.db, this.#parts.drawer, ended);
		this.#sent += ended.filter(({ outcome }) => outcome.end === 'done').length;
		return null;
	}

	/**
	 * What the answer does not name waits. So does what an older server does not know, and whatever needs that; and, after a
	 * backup was restored, what may lack only something that is still to be sent again.
	 */
	#outcome(sent: Sent, answers: Outcome[], inDoubt: boolean): Outcome {
		const { call } = sent;
		const answer = answers.find(({ id }) => id === call.id) ?? { id: call.id, end: 'later', code: 'server_down' };
		if (answer.end === 'done') return answer;
		const waits = answer.code === 'no_such_call' || dependsOn(call, this.#made);
		const lacks = inDoubt || (sent.again !== null && this.#parts.serverNow() - sent.again < OTHERS_TAKE);
		if (answer.end === 'refused' && !waits && !lacks) return answer;
		const code = answer.end === 'refused' && lacks ? 'checking' : answer.code;
		this.#hold(sent, code);
		return { id: call.id, end: 'later', code };
	}

	#waitsForOther(sent: Sent): boolean {
		const waits = dependsOn(sent.call, this.#made);
		if (waits) this.#hold(sent, 'waits_for_other');
		return waits;
	}

	/** A refusal of the whole request marks no call as refused, but that one alone may be too big for the server. */
	async #failed(batch: Sent[], failure: Failure): Promise<Pushed | null> {
		const meaning = meaningOf(failure);
		if (meaning === 'cut_off') return { end: 'cut_off', sent: this.#sent };
		if (meaning === 'later') return this.#later(codeOfWaiting(failure), failure.wait);
		if (meaning === 'went_back') return this.#markDoubtful();
		const [only] = batch;
		if (batch.length > 1 || !only) {
			this.#most = { ...this.#most, calls: Math.ceil(batch.length / 2) };
			return null;
		}
		this.#most = WHOLE_BATCH;
		return meaning === 'too_big' ? this.#tooBig(only) : this.#leave(only, failure);
	}

	/** What was done goes first, and again. A shut drawer cannot read it: there it waits until its person comes. */
	async #markDoubtful(): Promise<Pushed | null> {
		const { db, drawer } = this.#parts;
		await markDoubtful(db, drawer.id);
		if ('keys' in drawer) await resendDoubtful(db, drawer);
		this.#wentBack++;
		return this.#wentBack < TRIES ? null : this.#later('checking');
	}

	async #tooBig(sent: Sent): Promise<null> {
		const outcome: Outcome = { id: sent.call.id, end: 'refused', code: 'too_big' };
		await settle(this.#parts.db, this.#parts.drawer, [{ sent, outcome }]);
		return null;
	}

	/** One call that the server cannot make sense of must not hold up the others. */
	#leave(sent: Sent, failure: Failure): Pushed | null {
		this.#hold(sent, codeOfWaiting(failure));
		this.#notUnderstood++;
		return this.#notUnderstood < TRIES ? null : this.#later(codeOfWaiting(failure), failure.wait);
	}

	#hold({ seq, call }: Sent, code: string): void {
		this.#held.add(seq);
		for (const id of idsMadeBy(call)) this.#made.add(id);
		this.#code ??= code;
	}

	#later(code: string, wait: number | null = null): Later {
		return { end: 'later', sent: this.#sent, code, wait };
	}
}
