import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import type { WayIn } from '../../src/lib/client/device/device.ts';
import { joinChild } from '../../src/lib/client/device/join.ts';
import { problemOf } from '../../src/lib/client/result.ts';
import { Chance } from './chance.ts';
import { Clock } from './clock.ts';
import { seededCrypto } from './crypto.ts';
import { Network } from './network.ts';
import { Page, Tablet } from './page.ts';
import { Server } from './server.ts';

export const YEAR = 365 * 24 * 60 * 60 * 1000;
export const PIN = '135790';
const CODES = { Ada: 'ABCDEFGHJKLM', Ben: 'BCDEFGHJKLMN' };

/** A topic with these words, which are its id, too. */
export const topic = (words: string) => ({
	id: words,
	symbol: null,
	words,
	picture: null,
	readers: [],
	left_out: [],
	shown: []
});

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
	async join(page: Page, person: string, code: string, secret = PIN): Promise<string | null> {
		if (this.server.codeState(code).state === 'unknown') this.server.invite(code, person);
		page.person = person;
		return this.comeIn(page, joinChild, { code, name: person, picture: null, lock: 'pin', secret });
	}

	/** Somebody comes in at the door: null, or why not. */
	async comeIn<Who>(page: Page, way: WayIn<Who>, who: Who): Promise<string | null> {
		return problemOf(await this.until(page.device.enter(way, who)));
	}

	/** A child joins for the first time, and everything is fetched: the id of their drawer. */
	async enter(page: Page, person: keyof typeof CODES): Promise<string> {
		const problem = await this.join(page, person, CODES[person]);
		if (problem !== null) throw new Error(problem);
		await this.clock.run(1000);
		return page.device.opened!.drawer.id;
	}

	/** Whoever's drawer is open says this. Null, or why not. */
	async say(page: Page, words: string): Promise<string | null> {
		return problemOf(await this.until(page.device.opened!.call('put_topic', topic(words))));
	}

	/** What reached the server from this person, in its order. */
	log(person: string): string[] | undefined {
		return this.server.people.get(person)?.log;
	}

	end(): void {
		for (const page of [...this.tablet.pages]) page.kill();
		this.clock.stop();
		Object.defineProperty(globalThis, 'crypto', this.#real);
	}
}
