import type { CallArgs, CallName } from '$lib/domain/calls.ts';
import type { Id, OldItems, Time } from '$lib/domain/view.ts';
import type { Lock } from './local/lock.ts';
import type { CallState, DraftKey, KeepWith, Opening, Shown } from './local/shown.ts';
import { stateOf } from './local/state-of.ts';
import { isOnline, onOffline, onOnline } from '$lib/platform/online.ts';
import { askToKeep, isInstalled } from '$lib/platform/keeping.ts';
import { goTo } from '$lib/platform/leaving.ts';
import type { QuietUpdates } from '$lib/platform/update.ts';
import type { DemoPerson } from './device/demo.ts';
import type { Device } from './device/device.ts';
import type { ChildJoining, CodeAnswer, StaffJoining } from './device/joining.ts';
import type { Removed } from './device/removing.ts';
import { Pictures } from './pictures.svelte.ts';
import { Showing } from './showing.svelte.ts';
import { startBehind } from './starting.ts';

/**
 * The one object that screens use: what the open drawer shows, what waits, and everything that a person may do with it. Its
 * fields are reactive. What a method answers is a problem's code, or null when it worked; nothing throws.
 */
class App extends Showing {
	#pictures = new Pictures((hash) => this.#with((device) => device.opened?.picture(hash) ?? null));
	#updates: QuietUpdates | null = null;
	#loading: Promise<Device> | null = null;
	#device: Device | null = null;

	/** Reads what this device keeps, behind the first paint, and watches over it. Once. */
	start(): Promise<Device> {
		this.#loading ??= this.#start();
		return this.#loading;
	}

	/** How far an item, event, session or call of mine has come. Whatever does not wait here was sent. */
	stateOf(id: Id): CallState {
		return stateOf(this.waiting, id);
	}

	/** The blob: address of a picture, once it is here. Asking for it opens it from the drawer. */
	picture(hash: string | null): string | null {
		return hash === null || this.state === 'shut' ? null : this.#pictures.url(hash);
	}

	/** A picture itself, for a file of one's own. */
	async pictureBlob(hash: string): Promise<Blob | null> {
		return this.#with((device) => device.opened?.picture(hash) ?? null);
	}
	/** The time by the server's clock, as near as this device can know it. */
	now(): Date {
		return new Date(Date.now() + this.ahead);
	}

	/**
	 * Keeps a write in the drawer, from where it is sent. `also.draft` goes in the same transaction: either the draft is
	 * still there, or the call is. `also.pictures` are kept before it, likewise.
	 */
	async call<N extends CallName>(name: N, args: CallArgs[N], also: KeepWith = {}): Promise<string | null> {
		return this.#with((device) => device.opened?.call(name, args, also) ?? 'shut');
	}
	/** Changes a call that was refused, or that has not left yet, under its own id. */
	async mend<N extends CallName>(id: Id, name: N, args: CallArgs[N]): Promise<string | null> {
		return this.#with((device) => device.opened?.mend(id, name, args) ?? 'shut');
	}
	/** Takes a refused call away, because the person said so. */
	async drop(id: Id): Promise<string | null> {
		return this.#with((device) => device.opened?.drop(id) ?? 'shut');
	}

	/** It is as if the call had never been. */
	async undo(id: Id): Promise<string | null> {
		return this.#with((device) => device.opened?.undo(id) ?? 'shut');
	}
	/** A draft belongs to the open drawer, a screen and an item: 'wish/new', `answer/${item.id}`. */
	async draft<T>(key: DraftKey): Promise<T | undefined> {
		return this.#with((device) => device.opened?.draft<T>(key));
	}
	/** Call it on every change: it is on the device within 300 ms, and at once when the page hides or the drawer shuts. */
	async keepDraft(key: DraftKey, value: unknown): Promise<string | null> {
		return this.#with((device) => device.opened?.keepDraft(key, value) ?? 'shut');
	}
	async dropDraft(key: DraftKey): Promise<string | null> {
		return this.#with((device) => device.opened?.dropDraft(key) ?? 'shut');
	}
	async openDrawer(id: Id, secret: string): Promise<Opening> {
		const opening = await this.#with((device) => device.open(id, secret));
		if (opening === 'open' && isInstalled()) void askToKeep(); // an app on the home screen is told yes where a page was told no
		return opening;
	}
	/** Moves what waits in the open drawer, which was cut off, to a newer one of mine. Then both are shut. */
	async moveTo(id: Id, secret: string): Promise<Opening | 'not_yours'> {
		return this.#with((device) => device.moveTo(id, secret));
	}
	async checkCode(code: string): Promise<CodeAnswer> {
		return this.#with((device) => device.checkCode(code));
	}
	async joinChild(joining: ChildJoining): Promise<string | null> {
		return this.#in(this.#with((device) => device.joinChild(joining)));
	}
	async joinStaff(joining: StaffJoining): Promise<string | null> {
		return this.#in(this.#with((device) => device.joinStaff(joining)));
	}
	async signInStaff(who: { email: string; password: string }): Promise<string | null> {
		return this.#in(this.#with((device) => device.signInStaff(who)));
	}
	/** Demo homes only: opens this made-up person's drawer, with no secret to type. */
	async enterDemo(person: DemoPerson): Promise<string | null> {
		return this.#with((device) => device.enterDemo(person));
	}

	/** Shuts the drawer at once. Drafts are kept; keys and words leave the memory. */
	lock(): void {
		void this.#lock();
	}
	/** Locks, and puts the door in this page's place, so that Back does not return. How long may what was typed last take? */
	hide(milliseconds?: number): void {
		goTo('/', this.#lock(), milliseconds);
	}
	/** What would be lost with it is told first, as { unsent }, until `evenUnsent` says that the person knows. */
	async removeDrawer(id: Id, evenUnsent = false): Promise<Removed> {
		return this.#with((device) => device.remove(id, evenUnsent));
	}
	async changeLock(old: string, lock: Lock, secret: string): Promise<string | null> {
		return this.#with((device) => device.changeLock(old, lock, secret));
	}
	/** Looks for news now. */
	async refresh(): Promise<void> {
		await this.#with((device) => device.opened?.refresh());
	}
	/** Closed items from before a time, 50 at a time, which the view no longer holds. Needs the network. */
	async older(before: Time): Promise<OldItems | { problem: string }> {
		return this.#with((device) => device.opened?.older(before) ?? { problem: 'shut' });
	}
	/** Takes the new version now. Without this it is taken by itself when nothing is open and nothing is typed. */
	applyUpdate(): void {
		this.#updates?.apply();
	}

	async #start(): Promise<Device> {
		this.online = isOnline();
		onOnline(() => (this.online = true));
		onOffline(() => (this.online = false));
		const { device, updates } = await startBehind({
			isOpen: () => this.state !== 'shut',
			idleMinutes: () => this.idleMinutes,
			lock: () => this.lock(),
			show: (shown) => this.#show(shown),
			onUpdate: () => (this.update = 'waiting')
		});
		this.#updates = updates;
		this.#device = device;
		return device;
	}

	async #with<T>(work: (device: Device) => T | Promise<T>): Promise<T> {
		return work(this.#device ?? (await this.start()));
	}

	/** Nothing is awaited before the device has shut it: no other thing can happen in between. */
	#lock(): Promise<unknown> {
		const saved = this.#device?.lock() ?? Promise.resolve();
		this.#pictures.forget();
		return saved;
	}

	#show(shown: Partial<Shown>): void {
		Object.assign(this, shown);
		if (shown.state === 'shut') this.#pictures.forget();
		else if (shown.view) this.#pictures.lookAgain();
		this.#updates?.holdOff(this.state !== 'shut');
	}
	async #in(entering: Promise<string | null>): Promise<string | null> {
		const problem = await entering;
		if (problem === null) void askToKeep();
		return problem;
	}
}

export const app = new App();

// Behind the first paint: the door is there before anything that it needs is read.
if (typeof document !== 'undefined') setTimeout(() => void app.start(), 0);
