import type { Call } from '$lib/domain/calls.ts';
import type { Id, Item, Time, View } from '$lib/domain/view.ts';
import type { Credential } from '$lib/drawer/accounts.ts';
import { keepClock, markOfPerson } from '$lib/drawer/device.ts';
import { Drafts } from '$lib/drawer/drafts.ts';
import type { OpenDrawer } from '$lib/drawer/keys.ts';
import { drop, keep, mend, type KeptWith } from '$lib/drawer/outbox.ts';
import { dropPictures, picturesIn, picturesOf, readPicture } from '$lib/drawer/pictures.ts';
import { ShownDrawer } from '$lib/drawer/showing.ts';
import type { WaitingCall } from '$lib/drawer/shown.ts';
import { codeOf, stored } from '$lib/drawer/storage.ts';
import { Contact } from './contact.ts';
import type { Desk } from './desk.ts';
import { pull, pullPictures, type Pulled } from './pull.ts';
import { push } from './push.ts';
import { codeOfWaiting } from './reply.ts';
import { speakerFor, type Speaker } from './speaker.ts';

/** What an open drawer tells the screens. `trouble`: this device could not keep something in the background. */
export interface DrawerShows {
	view: View | null;
	waiting: WaitingCall[];
	cutOff: boolean;
	synced: number | null;
	trouble: string | null;
}

interface How {
	typed: Credential | null; // staff: what they typed, as long as the drawer is open
	cutOff: boolean;
	show: (shows: DrawerShows) => void;
}

/** One open drawer, from its opening until it shuts. Afterwards it shows nothing any more, whatever still comes in. */
export class Opened {
	readonly drawer: OpenDrawer;
	readonly drafts: Drafts;
	#desk: Desk;
	#speaker: Speaker;
	#contact: Contact;
	#shown: ShownDrawer;
	#show: (shows: DrawerShows) => void;
	#now: DrawerShows = { view: null, waiting: [], cutOff: false, synced: null, trouble: null };
	#code: string | null = null;
	#sending = new Set<Id>();
	#isShut = false;
	#reading: Promise<void> | null = null;
	#readAgain = false;

	constructor(desk: Desk, drawer: OpenDrawer, { typed, cutOff, show }: How) {
		const { db, world } = desk;
		this.#desk = desk;
		this.drawer = drawer;
		this.drafts = new Drafts(db, drawer);
		this.#show = show;
		this.#now.cutOff = cutOff;
		this.#shown = new ShownDrawer(db, drawer, desk.apply);
		this.#speaker = speakerFor(desk, drawer, { typed, person: () => this.#now.view?.me ?? null });
		const parts = { db, drawer, speaker: this.#speaker, onWay: (calls: Call[]) => this.#onWay(calls) };
		this.#contact = new Contact({
			world,
			push: () => world.inTurn(`push ${drawer.id}`, () => push(parts)),
			pull: () => this.#pull(),
			onCode: (code) => this.#onCode(code),
			onCutOff: () => this.#setCutOff(true)
		});
	}

	/** Shows what is here, then asks for news in the background. */
	async start(): Promise<void> {
		await this.reread();
		this.wake();
	}

	/** Keeps calls. When this ends they are shown, and about to leave. */
	async keep(calls: Call[], also: KeptWith): Promise<void> {
		await keep(this.#desk.db, this.drawer, calls, also);
		await this.#changed();
	}

	async mend(call: Call): Promise<boolean> {
		const mended = await mend(this.#desk.db, this.drawer, call);
		await this.#changed();
		return mended;
	}

	async drop(id: Id): Promise<boolean> {
		const dropped = await drop(this.#desk.db, this.drawer.id, id);
		await this.#changed();
		return dropped;
	}

	/** Asks for news now, and ends when they are shown. */
	async refresh(): Promise<void> {
		await this.#contact.wake();
		await this.reread();
	}

	wake(): void {
		void this.#contact.wake();
	}

	/** Another tab changed something. */
	async heard(): Promise<void> {
		await this.reread();
		if (this.#now.waiting.some(({ state }) => state === 'waiting')) this.#contact.soon();
	}

	picture(hash: string): Promise<Blob | null> {
		return readPicture(this.#desk.db, this.drawer, hash);
	}

	async older(before: Time): Promise<Item[] | { problem: string }> {
		const reply = await this.#speaker.older(before);
		return reply.ok ? reply.value : { problem: codeOfWaiting(reply) };
	}

	/** Nothing is shown from here on. Ends when what was typed last is on the device. */
	async shut(): Promise<void> {
		this.#isShut = true;
		this.#contact.stop();
		await this.drafts.save();
	}

	/** Reads again what the drawer shows. Never two at a time: an older reading must not come last. */
	reread(): Promise<void> {
		this.#readAgain = true;
		this.#reading ??= this.#readUntilSame().finally(() => (this.#reading = null));
		return this.#reading;
	}

	async #readUntilSame(): Promise<void> {
		while (this.#readAgain && !this.#isShut) {
			this.#readAgain = false;
			try {
				this.#tell({ ...(await this.#shown.read(this.#sending, this.#code)), trouble: this.#storageCode() });
			} catch (problem) {
				this.#tell({ trouble: codeOf(problem) }); // what was kept is kept: a reading that fails must not deny it
			}
		}
	}

	#tell(news: Partial<DrawerShows>): void {
		this.#now = { ...this.#now, ...news };
		if (!this.#isShut) this.#show(this.#now.cutOff ? { ...this.#now, view: null } : this.#now);
	}

	async #changed(): Promise<void> {
		this.#desk.world.tabs.tell(`outbox ${this.drawer.id}`);
		this.wake();
		await this.reread();
	}

	async #pull(): Promise<Pulled> {
		const { db, world } = this.#desk;
		const pulled = await pull(db, this.drawer, this.#speaker);
		if (pulled.end === 'cut_off' || pulled.end === 'later') return pulled;
		await keepClock(db, pulled.now - world.now());
		if (this.#now.cutOff) await this.#setCutOff(false);
		await this.reread();
		if (pulled.end === 'stored') await this.#afterNews();
		return pulled;
	}

	async #afterNews(): Promise<void> {
		const { db, world } = this.#desk;
		const { view, waiting } = this.#now;
		if (!view) return;
		world.tabs.tell(`snapshot ${this.drawer.id}`);
		const person = await markOfPerson(db, view.me);
		await stored(() => db.drawers.update(this.drawer.id, { person }));
		const named = new Set([...picturesIn(view), ...waiting.flatMap(({ call }) => picturesOf(call))]);
		await dropPictures(db, this.drawer, named);
		if ((await pullPictures(db, this.drawer, named, this.#speaker)) > 0) this.#tell({}); // the screens look again
	}

	async #setCutOff(cutOff: boolean): Promise<void> {
		this.#tell({ cutOff });
		await stored(() => this.#desk.db.drawers.update(this.drawer.id, { cut_off: cutOff ? 1 : 0 }));
	}

	#onWay(calls: Call[]): void {
		this.#sending = new Set(calls.map(({ id }) => id));
		this.#desk.world.tabs.tell(`outbox ${this.drawer.id}`);
		void this.reread();
	}

	#onCode(code: string | null): void {
		this.#code = code;
		void this.reread();
	}

	#storageCode(): string | null {
		return this.#code?.startsWith('storage') ? this.#code : null;
	}
}
