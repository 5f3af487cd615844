import { readCode } from '$lib/domain/code.ts';
import { coded } from '../local/storage.ts';
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
} from '../local/tablet.ts';
import { askToKeep } from '$lib/platform/keeping.ts';
import type { World } from '$lib/platform/world.ts';
import { codeProblem, newCredential, signUpOrIn } from './codes.ts';
import { Contact } from '../outbound/schedule.ts';
import { patient } from '../outbound/patience.ts';
import type { Pulled } from '../inbound/pull.ts';
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
	#contact: Contact | null = null;
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
		await coded(async () => {
			await forgetOldPairing(this.#parts.db, world.now());
			return null;
		});
		await this.#reread();
	}

	/** Somebody looks, or there may be a network: try now. */
	wake(): void {
		void this.#contact?.wake();
	}

	/** Null: this device is a tablet of the home now. Else the code of what is in the way; the same code may be tried again. */
	async pair(typed: string): Promise<string | null> {
		const { world } = this.#parts;
		return coded(async () => {
			const problem = await world.inTurn('tablet', () => this.#pair(readCode(typed)));
			if (problem !== null) return problem;
			this.#leave();
			world.tabs.tell('tablet');
			void askToKeep();
			return this.#reread();
		});
	}

	stop(): void {
		for (const end of this.#ends) end();
		this.#leave();
	}

	async #pair(code: string): Promise<string | null> {
		const { db, world } = this.#parts;
		const remote = patient(this.#parts.remote, world);
		const begun = await findPairing(db, code);
		const problem = begun ? null : await codeProblem(remote, code, 'tablet');
		if (problem !== null) return problem;
		const who = begun ?? newCredential();
		if (!begun) await beginPairing(db, code, who, world.now());
		const reply = await signUpOrIn(remote, who, code, begun !== null);
		if (!reply.ok) {
			if (isRefusal(reply)) await dropPairing(db);
			return codeOfSignIn(reply);
		}
		await endPairing(db, reply.value);
		return null;
	}

	async #reread(): Promise<void> {
		const kept = await readTablet(this.#parts.db);
		this.#show(kept);
		if (kept.state !== 'paired') return this.#leave();
		this.#contact ??= this.#newContact();
		await this.#contact.wake();
	}

	#leave(): void {
		this.#contact?.stop();
		this.#contact = null;
	}

	#newContact(): Contact {
		const { db, world } = this.#parts;
		return new Contact({
			world,
			push: async () => ({ end: 'empty', sent: 0, held: null }),
			pull: () => world.inTurn('tablet', () => this.#pull()),
			onCode: () => undefined,
			onCutOff: async () => {
				this.#leave();
				world.tabs.tell('tablet');
				this.#show(await readTablet(db));
			}
		});
	}

	/** In its turn with pairing: an answer about what this tablet was before must not end what it is now. */
	async #pull(): Promise<Pulled> {
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
