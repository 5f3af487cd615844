import { readCode } from '$lib/domain/code.ts';
import { attempt } from '../local/storage.ts';
import {
	beginPairing,
	dropPairing,
	endPairing,
	findPairing,
	forgetHome,
	forgetOldPairing,
	keepGuide,
	readTablet,
	tabletAccount,
	type TabletShown,
	type TabletDb
} from '../local/tablet-db.ts';
import { requestPersistence } from '$lib/platform/persistence.ts';
import type { World } from '$lib/platform/world.ts';
import { done, failed, type Result } from '../result.ts';
import { checkCodeFor, newCredential, signUpOrIn } from './codes.ts';
import { SyncScheduler } from '../outbound/schedule.ts';
import { retryWhenBusy } from '../outbound/retry-when-busy.ts';
import type { Received } from '../inbound/receive.ts';
import { codeOfSignIn, codeOfWaiting, isRefusal, meaningOf, type Remote } from '../outbound/reply.ts';
import { SignedIn } from '../outbound/session.ts';

/** What a device works with as a tablet of the home. Nothing of the drawers is among it. */
interface Parts {
	db: TabletDb;
	world: World;
	remote: Remote;
}

/** This device as a tablet of the home: it shows what the home wrote, to whoever picks it up, and can do nothing else. */
export class HomeTablet {
	#parts: Parts;
	#show: (shown: TabletShown) => void;
	#scheduler: SyncScheduler | null = null;
	#ends: (() => void)[] = [];

	constructor(parts: Parts, show: (shown: TabletShown) => void) {
		this.#parts = parts;
		this.#show = show;
	}

	/** Shows what is kept, and looks for news where this device is paired. */
	async start(): Promise<void> {
		const { world } = this.#parts;
		this.#ends.push(
			world.tabs.hear((what) => void (what === 'tablet' && this.#reread())),
			world.onOnline(() => this.wake())
		);
		await attempt(() => forgetOldPairing(this.#parts.db, world.now()));
		await this.#reread();
	}

	/** Somebody looks, or there may be a network: try now. */
	wake(): void {
		void this.#scheduler?.wake();
	}

	/** Makes this device a tablet of the home. Where that fails, the same code may be tried again. */
	async pair(typed: string): Promise<Result> {
		const { world } = this.#parts;
		const attempted = await attempt(async () => {
			const paired = await world.withLock('tablet', () => this.#pair(readCode(typed)));
			if (!paired.ok) return paired;
			this.#leave();
			world.tabs.tell('tablet');
			void requestPersistence();
			await this.#reread();
			return paired;
		});
		return attempted.ok ? attempted.value : attempted;
	}

	stop(): void {
		for (const end of this.#ends) end();
		this.#leave();
	}

	async #pair(code: string): Promise<Result> {
		const { db, world } = this.#parts;
		const remote = retryWhenBusy(this.#parts.remote, world);
		const begun = await findPairing(db, code);
		const usable = begun ? done(begun) : await checkCodeFor(remote, code, 'tablet');
		if (!usable.ok) return usable;
		const who = begun ?? newCredential();
		if (!begun) await beginPairing(db, code, who, world.now());
		const reply = await signUpOrIn(remote, who, code, begun !== null);
		if (!reply.ok) {
			if (isRefusal(reply)) await dropPairing(db);
			return failed(codeOfSignIn(reply));
		}
		await endPairing(db, reply.value);
		return done(null);
	}

	async #reread(): Promise<void> {
		const kept = await readTablet(this.#parts.db);
		this.#show(kept);
		if (kept.state !== 'paired') return this.#leave();
		this.#scheduler ??= this.#newScheduler();
		await this.#scheduler.wake();
	}

	#leave(): void {
		this.#scheduler?.stop();
		this.#scheduler = null;
	}

	#newScheduler(): SyncScheduler {
		const { db, world } = this.#parts;
		return new SyncScheduler({
			world,
			push: async () => ({ end: 'empty', sent: 0, held: null }),
			pull: () => world.withLock('tablet', () => this.#pull()),
			onCode: () => undefined,
			onCutOff: async () => {
				this.#leave();
				world.tabs.tell('tablet');
				this.#show(await readTablet(db));
			}
		});
	}

	/** In its turn with pairing: an answer about what this tablet was before must not end what it is now. */
	async #pull(): Promise<Received> {
		const { db, world, remote } = this.#parts;
		const kept = await readTablet(db);
		if (kept.state !== 'paired') return { end: 'cut_off' };
		const signedIn = new SignedIn({ account: tabletAccount(db), world, remote, typed: null });
		const reply = await signedIn.ask((token) => remote.homeGuide(token, kept.version));
		if (!reply.ok && meaningOf(reply) === 'cut_off') {
			await forgetHome(db);
			return { end: 'cut_off' };
		}
		if (!reply.ok) return { end: 'later', code: codeOfWaiting(reply), wait: reply.wait };
		const { version, guide, now } = reply.value;
		if (guide) {
			await keepGuide(db, version, guide);
			world.tabs.tell('tablet');
			this.#show({ state: 'paired', version, guide });
		}
		return { end: guide ? 'stored' : 'unchanged', again: false, now: Date.parse(now) };
	}
}
