import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { Chance } from './chance.ts';
import { Clock } from './clock.ts';
import { seededCrypto } from './crypto.ts';
import { Network } from './network.ts';
import { Page, Tablet } from './page.ts';
import { Server } from './server.ts';

export const YEAR = 365 * 24 * 60 * 60 * 1000;

/** A home for one test: a clock, a server, the way there, and a tablet. The same seed, the same home. */
export class Home {
	chance: Chance;
	clock = new Clock();
	server = new Server();
	network: Network;
	tablet: Tablet;
	#real = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;

	constructor(seed: number) {
		this.chance = new Chance(seed);
		this.network = new Network(this.clock, this.chance, this.server);
		this.tablet = this.newTablet(`sayso ${seed}`);
		Object.defineProperty(globalThis, 'crypto', { value: seededCrypto(this.chance), configurable: true });
		Dexie.dependencies.indexedDB = new IDBFactory();
	}

	newTablet(name: string, network = this.network): Tablet {
		return new Tablet(name, { clock: this.clock, chance: this.chance, network });
	}

	/** A tab is opened and the app in it has started. */
	async open(tablet = this.tablet): Promise<Page> {
		const page = new Page(tablet);
		await this.clock.run(100);
		return page;
	}

	/** Waits for something as long as it takes, or a minute of this clock. */
	async until<T>(work: Promise<T>): Promise<T> {
		let ended = false;
		void work.finally(() => (ended = true));
		for (let i = 0; i < 600 && !ended; i++) await this.clock.run(100);
		if (!ended) throw new Error('it did not end');
		return work;
	}

	/** A child joins, and their drawer is open. */
	async join(page: Page, person: string, code: string, secret = '135790'): Promise<string | null> {
		if (this.server.codeState(code).state === 'unknown') this.server.invite(code, person);
		page.person = person;
		return this.until(page.device.joinChild({ code, name: person, picture: null, lock: 'pin', secret }));
	}

	end(): void {
		for (const page of [...this.tablet.pages]) page.kill();
		this.clock.stop();
		Object.defineProperty(globalThis, 'crypto', this.#real);
	}
}
