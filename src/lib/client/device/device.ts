import type { Id } from '$lib/domain/view.ts';
import { forgetOldJoinings, type Credential } from '../local/accounts.ts';
import { isOpen, openDrawer } from '../local/drawers.ts';
import type { OpenDrawer } from '../local/keys.ts';
import type { Lock } from '../local/lock.ts';
import { SHUT, type Opening, type Shown } from '../local/shown.ts';
import { coded, codeOf, stored } from '../local/storage.ts';
import { changeLockOf } from './changing-lock.ts';
import { checkCode } from './codes.ts';
import { DEMO_SECRET, enterDemo, type DemoPerson } from './demo.ts';
import type { Gear } from '../deps.ts';
import { Door } from './door.ts';
import { joinChild, joinStaff, signInStaff } from './joining.ts';
import type { ChildJoining, CodeAnswer, Entering, StaffJoining } from './joining.ts';
import { moveFrom } from './moving.ts';
import { patient } from '../outbound/patience.ts';
import { oneByOne } from '../outbound/one-by-one.ts';
import { Opened } from './opened.ts';
import type { DrawerShows } from '../inbound/view-refresher.ts';
import { removeFrom, type Removed } from './removing.ts';
import { ShutDrawers } from './shut.ts';

/** Everything that this device can do for its people. One drawer is open at a time. Codes instead of exceptions. */
export class Device {
	opened: Opened | null = null;
	#gear: Gear;
	#show: (shown: Partial<Shown>) => void;
	#door: Door;
	#shut: ShutDrawers;
	#locks = 0; // how often it was locked: whatever was about to open then stays shut
	#shutting: Promise<unknown> = Promise.resolve();
	#oneByOne = oneByOne();
	#ends: (() => void)[] = [];

	constructor(gear: Gear, show: (shown: Partial<Shown>) => void) {
		this.#gear = gear;
		this.#show = show;
		this.#door = new Door(gear, show);
		this.#shut = new ShutDrawers(gear, () => this.#door.now());
	}

	/** Shows the door, and sends what waits in shut drawers. */
	async start(): Promise<void> {
		const { world } = this.#gear;
		this.#ends.push(
			world.tabs.hear((what) => void this.#door.background(() => this.#heard(what))),
			world.onOnline(() => this.wake())
		);
		await this.#door.start();
		await this.#door.background(() => forgetOldJoinings(this.#gear.db, world.now()));
		this.wake();
	}

	/** There may be a network, or somebody who looks: try now. */
	wake(): void {
		this.opened?.wake();
		void this.#door.background(() => this.#shut.wake(this.opened?.drawer.id ?? null));
	}

	open(id: Id, secret: string): Promise<Opening> {
		return this.#fromTheDoor('shut', async (locks) => {
			const { db, world } = this.#gear;
			try {
				const typed = secret === '' ? DEMO_SECRET : secret; // nothing is typed where nothing is guarded
				const opened = await openDrawer(db, id, typed, world.now());
				if (isOpen(opened)) return (await this.#enter(opened, null, locks)) ? 'open' : 'shut';
				await this.#door.show();
				return opened;
			} catch (problem) {
				return codeOf(problem);
			}
		});
	}

	/** What waits in the open drawer, which was cut off, goes to a newer one of the same person. */
	moveTo(id: Id, secret: string): Promise<Opening | 'not_yours'> {
		const over = { lock: () => this.lock(), show: () => this.#door.show() };
		return this.#oneByOne(() => moveFrom(this.#gear, this.opened, { id, secret, ...over }));
	}
	checkCode(code: string): Promise<CodeAnswer> {
		return checkCode(patient(this.#gear.remoteFor('door'), this.#gear.world), code);
	}
	joinChild(joining: ChildJoining): Promise<string | null> {
		return this.#enterBy(() => joinChild(this.#gear, joining));
	}
	joinStaff(joining: StaffJoining): Promise<string | null> {
		return this.#enterBy(() => joinStaff(this.#gear, joining));
	}
	signInStaff(typed: Credential): Promise<string | null> {
		return this.#enterBy(() => signInStaff(this.#gear, typed));
	}
	enterDemo(person: DemoPerson): Promise<string | null> {
		return this.#enterBy(() => enterDemo(this.#gear, person));
	}

	/** Shuts the drawer: from the next line on, nothing of it is shown. Ends when what was typed last is kept. */
	lock(): Promise<void> {
		this.#locks++;
		return this.#close().then(() => this.#door.background(() => this.#shut.wake(this.opened?.drawer.id ?? null)));
	}
	/** The same for a page that goes: nothing else begins on it. */
	leave(): void {
		this.#locks++;
		void this.#close();
	}

	remove(id: Id, evenUnsent: boolean): Promise<Removed> {
		return this.#oneByOne(async () => {
			const removed = await removeFrom(this.#gear, id, { evenUnsent, open: this.opened });
			if (removed !== null) return removed;
			if (this.opened?.drawer.id === id) await this.lock();
			this.#shut.leave(id);
			this.#gear.world.tabs.tell('drawers');
			await this.#door.show();
			return null;
		});
	}

	async changeLock(old: string, lock: Lock, secret: string): Promise<string | null> {
		const drawer = this.opened?.drawer;
		if (!drawer) return 'shut';
		const changed = await changeLockOf(this.#gear, drawer, { old, lock, secret });
		await this.#door.show();
		return changed;
	}

	/** The end of a page. */
	stop(): void {
		for (const end of this.#ends) end();
		this.#shut.stop();
		void this.opened?.shut();
	}

	#enterBy(way: () => Promise<Entering>): Promise<string | null> {
		return this.#fromTheDoor('shut', (locks) =>
			coded(async () => {
				const entering = await way();
				if ('problem' in entering) return entering.problem;
				this.#gear.world.tabs.tell('drawers');
				return (await this.#enter(entering.drawer, entering.typed, locks)) ? null : 'shut';
			})
		);
	}

	async #close(): Promise<void> {
		const { opened } = this;
		this.opened = null;
		this.#show(SHUT);
		await (this.#shutting = Promise.all([this.#shutting, opened?.shut()])); // who locks again waits for the first, too
	}

	/** False: it was locked while it opened. */
	async #enter(drawer: OpenDrawer, typed: Credential | null, locks: number): Promise<boolean> {
		const row = await stored(() => this.#gear.db.drawers.get(drawer.id));
		if (this.#locks !== locks) return false;
		this.#shut.leave(drawer.id);
		const mine = new Opened(this.#gear, drawer, {
			typed,
			cutOff: row?.cut_off === 1,
			show: (shows) => this.#showDrawer(drawer.id, shows),
			serverNow: () => this.#door.now(),
			clock: (ahead) => this.#door.setClock(ahead)
		});
		this.opened = mine;
		void this.#door.background(() => this.#shut.wake(drawer.id)); // one that was opened and left in one breath had no turn
		await Promise.all([mine.start(), this.#door.show()]);
		return this.opened === mine;
	}

	#showDrawer(drawer: Id, { cutOff, synced: at, ...shows }: DrawerShows): void {
		this.#show({
			...shows,
			drawer,
			last_synced: at === null ? null : new Date(at),
			state: cutOff ? 'cut_off' : 'open'
		});
	}

	/** Another tab changed something: what is open here, or the drawers themselves, of which it may have taken this one away. */
	async #heard(what: string): Promise<void> {
		const [about, drawer] = what.split(' ');
		const { opened } = this;
		if (about !== 'drawers') return drawer === opened?.drawer.id ? opened?.heard() : undefined;
		if (opened && !(await this.#door.has(opened.drawer.id))) await this.lock();
		await this.#door.show();
	}

	/** Whoever comes in finds nothing open, and whoever locks meanwhile keeps them out: then it is `shut`. */
	#fromTheDoor<T>(shut: T, work: (locks: number) => Promise<T>): Promise<T> {
		const asked = this.#locks;
		return this.#oneByOne(async () => {
			if (asked !== this.#locks) return shut;
			if (this.opened) await this.#close();
			return work(asked);
		});
	}
}
