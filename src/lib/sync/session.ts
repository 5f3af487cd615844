import type { DrawerDb } from '$lib/drawer/db.ts';
import { keepSession, readCredential, readSession, type Credential, type Session } from '$lib/drawer/accounts.ts';
import type { OpenDrawer, Sender } from '$lib/drawer/keys.ts';
import type { World } from '$lib/platform/world.ts';
import { isRefusal, type Failure, type Remote, type Reply } from './reply.ts';

const SIGNED_OUT: Failure = { ok: false, status: 401, code: 'signed_out', wait: null };

/** One drawer's way to be signed in. It signs in again by itself, once for each time that a token is refused. */
export class SignedIn {
	#db: DrawerDb;
	#drawer: Sender | OpenDrawer;
	#remote: Remote;
	#world: World;
	#typed: Credential | null; // staff: as long as their drawer is open
	#session: Session | null = null;

	constructor(parts: {
		db: DrawerDb;
		drawer: Sender | OpenDrawer;
		remote: Remote;
		world: World;
		typed: Credential | null;
	}) {
		this.#db = parts.db;
		this.#drawer = parts.drawer;
		this.#remote = parts.remote;
		this.#world = parts.world;
		this.#typed = parts.typed;
	}

	/** Asks with a token, and once more with a new one where the first was refused. */
	async ask<T>(question: (token: string) => Promise<Reply<T>>): Promise<Reply<T>> {
		this.#session ??= await readSession(this.#db, this.#drawer);
		const first = this.#session;
		const reply = first ? await question(first.access_token) : SIGNED_OUT;
		if (reply.ok || reply.status !== 401) return reply;
		const renewed = await this.#world.inTurn(`session ${this.#drawer.id}`, () => this.#renew(first));
		if (!renewed.ok) return renewed;
		this.#session = renewed.value;
		return question(renewed.value.access_token);
	}

	/** Another tab may have done it meanwhile. Else by the refresh token, else by signing in again. */
	async #renew(refused: Session | null): Promise<Reply<Session>> {
		const kept = await readSession(this.#db, this.#drawer);
		if (kept && kept.access_token !== refused?.access_token) return { ok: true, value: kept };
		const refreshed = kept ? await this.#remote.refresh(kept.refresh_token) : SIGNED_OUT;
		const reply = refreshed.ok || !isRefusal(refreshed) ? refreshed : await this.#signIn();
		if (reply.ok) await keepSession(this.#db, this.#drawer, reply.value);
		return reply;
	}

	async #signIn(): Promise<Reply<Session>> {
		const credential = this.#typed ?? (await readCredential(this.#db, this.#drawer));
		if (!credential) return SIGNED_OUT;
		const reply = await this.#remote.signIn(credential);
		return reply.ok || !isRefusal(reply) ? reply : SIGNED_OUT;
	}
}
