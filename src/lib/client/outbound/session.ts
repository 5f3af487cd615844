import type { Credential, SignInTokens } from '../local/accounts.ts';
import type { World } from '$lib/platform/world.ts';
import { isRefusal, type Failure, type Remote, type Reply } from './reply.ts';

/** What the device itself made up and never changes is refused only where nobody knows of it. */
const NOT_KNOWN: Failure = { ok: false, status: 403, code: 'not_known', wait: null };
const SIGNED_OUT: Failure = { ok: false, status: 401, code: 'signed_out', wait: null };

/** Where a way to be signed in is kept: a drawer's, or that of a tablet of the home. */
export interface Account {
	/** Under which only one tab at a time renews its session. */
	name: string;
	credential(): Promise<Credential | null>;
	session(): Promise<SignInTokens | null>;
	keep(session: SignInTokens): Promise<void>;
}

/** One account's way to be signed in. It signs in again by itself, once for each time that a token is refused. */
export class SignedIn {
	#account: Account;
	#remote: Remote;
	#world: World;
	#typed: Credential | null; // staff: as long as their drawer is open
	#session: SignInTokens | null = null;

	constructor(parts: { account: Account; remote: Remote; world: World; typed: Credential | null }) {
		this.#account = parts.account;
		this.#remote = parts.remote;
		this.#world = parts.world;
		this.#typed = parts.typed;
	}

	/** Asks with a token, and once more with a new one where the first was refused. */
	async ask<T>(question: (token: string) => Promise<Reply<T>>): Promise<Reply<T>> {
		this.#session ??= await this.#account.session();
		const first = this.#session;
		const reply = first ? await question(first.access_token) : SIGNED_OUT;
		if (reply.ok || reply.status !== 401) return reply;
		const renewed = await this.#world.withLock(`session ${this.#account.name}`, () => this.#renew(first));
		if (!renewed.ok) return renewed;
		this.#session = renewed.value;
		return question(renewed.value.access_token);
	}

	/** Another tab may have done it meanwhile. Else by the refresh token, else by signing in again. */
	async #renew(refused: SignInTokens | null): Promise<Reply<SignInTokens>> {
		const kept = await this.#account.session();
		if (kept && kept.access_token !== refused?.access_token) return { ok: true, value: kept };
		const refreshed = kept ? await this.#remote.refresh(kept.refresh_token, kept.device) : SIGNED_OUT;
		const reply = refreshed.ok || !isRefusal(refreshed) ? refreshed : await this.#signIn(kept?.device);
		if (reply.ok) await this.#account.keep(reply.value);
		return reply;
	}

	async #signIn(device: string | undefined): Promise<Reply<SignInTokens>> {
		const credential = this.#typed ?? (await this.#account.credential());
		if (!credential) return SIGNED_OUT;
		const reply = await this.#remote.signIn(credential, device);
		if (reply.ok || !isRefusal(reply)) return reply;
		return reply.code === 'invalid_credentials' && !this.#typed ? NOT_KNOWN : SIGNED_OUT;
	}
}
