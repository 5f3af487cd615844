import type { Id } from '$lib/domain/item.ts';
import { forgetOldJoinings, type Credential } from '../local/accounts.ts';
import { isOpen, openDrawer } from '../local/drawers.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import type { Lock } from '../local/lock.ts';
import { openQuick } from '../local/quick.ts';
import { SHUT, type Opening, type QuickOpening, type ViewState } from '../view-state.ts';
import { attempt, codeOf, stored, type StorageCode } from '../local/storage.ts';
import { changeFrontOf, changeLockOf, proveLockOf } from './change-lock.ts';
import { DEMO_SECRET } from './demo.ts';
import type { Deps } from '../deps.ts';
import { Door } from './door.ts';
import type { Entered } from './join.ts';
import { moveFrom } from './move.ts';
import { taskQueue } from '$lib/platform/task-queue.ts';
import { OpenDrawer } from './open-drawer.ts';
import { removeFrom, type Removed } from './remove.ts';
import { done, failed, type Result } from '../result.ts';
import { ShutDrawers } from '../outbound/shut-drawers.ts';

/** Lets somebody in: what they bring is checked, and their drawer opened or made. */
export type WayIn<Who> = (deps: Deps, who: Who) => Promise<Result<Entered>>;

/** Everything that this device can do for its people. One drawer is open at a time. Codes instead of exceptions. */
export class Device {
	opened: OpenDrawer | null = null;
	readonly deps: Deps;
	#show: (shown: Partial<ViewState>) => void;
	#door: Door;
	#shut: ShutDrawers;
	#locks = 0; // how often it was locked: whatever was about to open then stays shut
	#shutting: Promise<unknown> = Promise.resolve();
	#inOrder = taskQueue();
	#ends: (() => void)[] = [];

	constructor(deps: Deps, show: (shown: Partial<ViewState>) => void) {
		this.deps = deps;
		this.#show = show;
		this.#door = new Door(deps, show);
		this.#shut = new ShutDrawers(deps, () => this.#door.now());
	}

	/** Shows the door, and sends what waits in shut drawers. */
	async start(): Promise<void> {
		const { world } = this.deps;
		this.#ends.push(
			world.tabs.hear((what) => void this.#door.background(() => this.#heard(what))),
			world.onOnline(() => this.wake())
		);
		await this.#door.start();
		await this.#door.background(() => forgetOldJoinings(this.deps.db, world.now()));
		this.wake();
	}

	/** There may be a network, or somebody who looks: try now. */
	wake(): void {
		this.opened?.wake();
		void this.#door.background(() => this.#shut.wake(this.opened?.drawer.id ?? null));
	}

	open(id: Id, secret: string): Promise<Opening> {
		const typed = secret === '' ? DEMO_SECRET : secret; // nothing is typed where nothing is guarded
		return this.#openBy(({ db, world }) => openDrawer(db, id, typed, world.now()), false);
	}

	/** Staff on a device where they typed their password not long ago. */
	openQuick(id: Id, pin: string): Promise<QuickOpening> {
		return this.#openBy(({ db, world }) => openQuick(db, id, pin, world.now()), true);
	}

	/** What waits in the open drawer, which was cut off, goes to a newer one of the same person. */
	moveTo(id: Id, secret: string): Promise<Opening | 'not_yours'> {
		const over = { lock: () => this.lock(), show: () => this.#door.show() };
		return this.#inOrder(() => moveFrom(this.deps, this.opened, { id, secret, ...over }));
	}

	/** Somebody comes in, in one of the ways of join.ts and demo.ts. */
	enter<Who>(way: WayIn<Who>, who: Who): Promise<Result> {
		return this.#fromTheDoor<Result>(failed('shut'), async (locks) => {
			const attempted = await attempt(() => this.#enterBy(() => way(this.deps, who), locks));
			return attempted.ok ? attempted.value : attempted;
		});
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
		return this.#inOrder(async () => {
			const removed = await removeFrom(this.deps, id, { evenUnsent, open: this.opened });
			if (removed !== null) return removed;
			if (this.opened?.drawer.id === id) await this.lock();
			this.#shut.leave(id);
			this.deps.world.tabs.tell('drawers');
			await this.#door.show();
			return null;
		});
	}

	changeLock(old: string, lock: Lock, secret: string): Promise<Result> {
		return this.changeWay((deps, { drawer }) => changeLockOf(deps, drawer, { old, lock, secret }));
	}

	changeFront(name: string, picture: string | null): Promise<Result> {
		return this.changeWay((deps, { drawer }) => changeFrontOf(deps, drawer, { name, picture }));
	}

	/** Whether somebody knows the lock of the drawer that is open. */
	proveLock(secret: string): Promise<Result> {
		return this.changeWay((deps, { drawer }) => proveLockOf(deps, drawer, secret));
	}

	/** Something about how the open drawer is opened: the door is looked at again. */
	async changeWay(change: (deps: Deps, opened: OpenDrawer) => Promise<Result>): Promise<Result> {
		const changed = this.opened ? await change(this.deps, this.opened) : failed('shut');
		await this.#door.show();
		return changed;
	}

	/** The end of a page. */
	stop(): void {
		for (const end of this.#ends) end();
		this.#shut.stop();
		void this.opened?.shut();
	}

	#openBy<Not>(way: (deps: Deps) => Promise<UnlockedDrawer | Not>, quick: boolean) {
		return this.#fromTheDoor<Not | 'open' | 'shut' | StorageCode>('shut', async (locks) => {
			try {
				const opened = await way(this.deps);
				if (isOpen(opened)) return (await this.#open(opened, null, locks, quick)) ? 'open' : 'shut';
				await this.#door.show();
				return opened;
			} catch (problem) {
				return codeOf(problem);
			}
		});
	}

	async #enterBy(way: () => Promise<Result<Entered>>, locks: number): Promise<Result> {
		const entered = await way();
		if (!entered.ok) return entered;
		this.deps.world.tabs.tell('drawers');
		const { drawer, typed } = entered.value;
		return (await this.#open(drawer, typed, locks)) ? done(null) : failed('shut');
	}

	async #close(): Promise<void> {
		const { opened } = this;
		this.opened = null;
		this.#show(SHUT);
		await (this.#shutting = Promise.all([this.#shutting, opened?.shut()])); // who locks again waits for the first, too
	}

	/** False: it was locked while it opened. */
	async #open(drawer: UnlockedDrawer, typed: Credential | null, locks: number, quick = false): Promise<boolean> {
		const row = await stored(() => this.deps.db.drawers.get(drawer.id));
		if (this.#locks !== locks) return false;
		this.#shut.leave(drawer.id);
		const mine = new OpenDrawer(this.deps, drawer, {
			typed,
			...(quick && { onSignedOut: () => void this.lock() }),
			state: row?.cut_off === 1 ? 'cut_off' : 'open',
			show: this.#show,
			serverNow: () => this.#door.now(),
			setClock: (offset) => this.#door.setClock(offset)
		});
		this.opened = mine;
		void this.#door.background(() => this.#shut.wake(drawer.id)); // one that was opened and left in one breath had no turn
		await Promise.all([mine.start(), this.#door.show()]);
		return this.opened === mine;
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
		return this.#inOrder(async () => {
			if (asked !== this.#locks) return shut;
			if (this.opened) await this.#close();
			return work(asked);
		});
	}
}
