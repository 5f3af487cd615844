import type { Call } from '../../src/lib/domain/calls.ts';
import type { SignInTokens } from '../../src/lib/client/local/accounts.ts';
import type { Failure, Remote, Reply } from '../../src/lib/client/outbound/reply.ts';
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import type { Server } from './server.ts';

export const FAULTS = [
	'dropped_before', // the request never arrives
	'dropped_after', // it is done, and the answer is lost
	'doubled', // it arrives twice
	'doubled_late', // and once more, seconds later
	'slow_there', // the request takes its time
	'slow_back', // the answer does: later ones overtake it
	'500',
	'500_after', // it is done, and the answer says that it was not
	'503',
	'429',
	'408',
	'401', // the session has expired
	'401_all', // and cannot be refreshed
	'half_answered' // the answer does not speak of every call
] as const;
export type Fault = (typeof FAULTS)[number];

const fail = (status: number, code: string, wait: number | null = null): Failure => ({ ok: false, status, code, wait });
const OFFLINE = fail(0, 'offline');

/** The way between a page and the server: good, off, or full of faults. */
export class Network {
	on = true;
	/** One request in so many goes wrong; 0: none. */
	badOneIn = 0;
	met = new Map<Fault, number>();
	/** What goes wrong with the next requests, one after the other; null: nothing. */
	next: (Fault | null)[] = [];
	requests = 0;
	#clock: Clock;
	#chance: Chance;
	#server: Server;

	constructor(clock: Clock, chance: Chance, server: Server) {
		this.#clock = clock;
		this.#chance = chance;
		this.#server = server;
	}

	/** `step` is where a page may be killed; a dead page never hears an answer. */
	remote(step: () => Promise<void>): Remote {
		const ask = async <T>(work: () => Reply<T>): Promise<Reply<T>> => {
			await step();
			const reply = await this.#carry(work);
			await step();
			return reply;
		};
		const server = this.#server;
		const signedIn = <T>(
			token: string,
			work: (who: Exclude<ReturnType<Server['who']>, string>) => Reply<T>
		): Reply<T> => {
			const who = server.who(token);
			if (who === 'signed_out') return fail(401, 'PGRST301');
			return typeof who === 'string' ? fail(403, who) : work(who);
		};
		const session = (made: string | SignInTokens): Reply<SignInTokens> =>
			typeof made === 'string' ? fail(400, made) : { ok: true, value: made };
		return {
			checkCode: (code) => ask(() => ({ ok: true, value: server.codeState(code) })),
			signUp: (who, code) => ask(() => session(server.signUp(who.email, who.password, code))),
			signIn: (who) => ask(() => session(server.signIn(who.email, who.password))),
			changePassword: () => ask(() => fail(404, 'not_found')),
			refresh: (token) => ask(() => session(server.refresh(token))),
			myView: (token, _, known, done) =>
				ask(() =>
					signedIn(token, (who) => {
						const { version, view, lacks } = server.view(who, done);
						const now = new Date(this.#clock.now).toISOString();
						return { ok: true, value: { version, now, lacks, view: version === known ? null : view } };
					})
				),
			applyCalls: (token, _, calls: Call[], done) =>
				ask(() =>
					signedIn(token, (who) => {
						const outcomes = server.apply(who, calls, done);
						if (outcomes === 'went_back') return fail(422, outcomes);
						return outcomes === 413 ? fail(413, 'too_large') : { ok: true, value: outcomes };
					})
				),
			myPictures: () => ask(() => ({ ok: true, value: [] })),
			myOlder: () => ask(() => ({ ok: true, value: { items: [], aside: [], more: false } })),
			myEvidence: () => ask(() => fail(403, '42501')),
			myAudit: () => ask(() => fail(403, '42501')),
			homeGuide: () => ask(() => fail(403, 'nobody'))
		};
	}

	async #carry<T>(work: () => Reply<T>): Promise<Reply<T>> {
		await this.#sleep(this.#chance.below(40));
		if (!this.on) return OFFLINE;
		this.requests++;
		const fault = this.#fault();
		if (!fault) return work();
		this.met.set(fault, (this.met.get(fault) ?? 0) + 1);
		return this.#goWrong(fault, work);
	}

	#fault(): Fault | null {
		if (this.next.length > 0) return this.next.shift() ?? null;
		return this.badOneIn > 0 && this.#chance.once(this.badOneIn) ? this.#chance.pick(FAULTS) : null;
	}

	async #goWrong<T>(fault: Fault, work: () => Reply<T>): Promise<Reply<T>> {
		const refusal = this.#refusal(fault);
		if (refusal) return refusal;
		if (fault === 'slow_there') await this.#sleep(this.#chance.below(4000));
		const reply = work();
		if (fault === 'slow_back') await this.#sleep(this.#chance.below(4000));
		if (fault === 'doubled') work();
		if (fault === 'doubled_late') this.#clock.after(this.#chance.below(6000), work);
		if (fault === 'dropped_after') return OFFLINE;
		if (fault === '500_after') return fail(500, 'unexpected_failure');
		if (fault === 'half_answered' && reply.ok && Array.isArray(reply.value)) reply.value.splice(0, 1);
		return reply;
	}

	#refusal(fault: Fault): Failure | null {
		if (fault === 'dropped_before') return OFFLINE;
		if (fault === '500' || fault === '503' || fault === '408') return fail(Number(fault), 'unexpected_failure');
		if (fault === '429') return fail(429, 'over_request_rate_limit', 500 + this.#chance.below(2000));
		if (fault === '401' || fault === '401_all') this.#server.expire(fault === '401_all');
		return fault === '401' || fault === '401_all' ? fail(401, 'PGRST301') : null;
	}

	#sleep(milliseconds: number): Promise<void> {
		return new Promise((done) => this.#clock.after(milliseconds, done));
	}
}
