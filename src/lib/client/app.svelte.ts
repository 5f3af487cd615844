import type { CallArgs, CallName } from '$lib/domain/calls.ts';
import type { Id } from '$lib/domain/item.ts';
import type { Lock } from './local/lock.ts';
import type { CallState, DraftKey, KeepWith, Opening, ViewState } from './view-state.ts';
import { stateOf } from './local/call-state.ts';
import { isOnline, onOffline, onOnline } from '$lib/platform/online.ts';
import { requestPersistence, isInstalled } from '$lib/platform/persistence.ts';
import { replacePage } from '$lib/platform/page-lifecycle.ts';
import type { Credential } from './local/accounts.ts';
import type { DemoPerson } from './device/demo.ts';
import type { CodeAnswer } from './device/codes.ts';
import type { ChildJoining, StaffJoining } from './device/join.ts';
import type { Ask } from './outbound/signed-in.ts';
import type { WayIn } from './device/device.ts';
import type { OpenDrawer } from './device/open-drawer.ts';
import type { Removed } from './device/remove.ts';
import { PictureUrls } from './picture-urls.svelte.ts';
import { ReactiveViewState } from './view-state.svelte.ts';
import { loadDevice, type Loaded } from './load-device.ts';
import { failed, problemOf, type Result, type Problem } from './result.ts';
/**
 * The one object that screens use: what the open drawer shows, what waits, and everything that a person may do with it. Its
 * fields are reactive. What a method answers is a problem's code, or null when it worked; nothing throws.
 */
class App extends ReactiveViewState {
	#pictures = new PictureUrls((hash) => this.pictureBlob(hash));
	#loading: Promise<Loaded> | null = null;
	#loaded: Loaded | null = null;

	/** Reads what this device keeps, behind the first paint, and watches over it. Once. */
	start(): Promise<Loaded> {
		this.#loading ??= this.#load();
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
	pictureBlob(hash: string): Promise<Blob | null> {
		return this.#inDrawer((drawer) => drawer.picture(hash), null);
	}
	/** The time by the server's clock, as near as this device can know it. */
	now(): Date {
		return new Date(Date.now() + this.clock_offset);
	}

	/**
	 * Keeps a write in the drawer, from where it is sent. `also.draft` goes in the same transaction: either the draft is
	 * still there, or the call is. `also.pictures` are kept before it, likewise.
	 */
	call<N extends CallName>(name: N, args: CallArgs[N], also: KeepWith = {}): Promise<Problem | null> {
		return this.#try((drawer) => drawer.call(name, args, also));
	}
	/** Changes a call that was refused, or that has not left yet, under its own id. */
	editAndResend<N extends CallName>(id: Id, name: N, args: CallArgs[N]): Promise<Problem | null> {
		return this.#try((drawer) => drawer.editAndResend(id, name, args));
	}
	/** Takes a refused call away, because the person said so. */
	drop(id: Id): Promise<Problem | null> {
		return this.#try((drawer) => drawer.drop(id));
	}
	/** It is as if the call had never been. */
	undo(id: Id): Promise<Problem | null> {
		return this.#try((drawer) => drawer.undo(id));
	}
	/** A draft belongs to the open drawer, a screen and an item: 'wish/new', `answer/${item.id}`. */
	draft<T>(key: DraftKey): Promise<T | undefined> {
		return this.#inDrawer((drawer) => drawer.draft<T>(key), undefined);
	}
	/** Call it on every change: it is on the device within 300 ms, and at once when the page hides or the drawer shuts. */
	keepDraft(key: DraftKey, value: unknown): Promise<Problem | null> {
		return this.#try((drawer) => drawer.keepDraft(key, value));
	}
	dropDraft(key: DraftKey): Promise<Problem | null> {
		return this.#try((drawer) => drawer.dropDraft(key));
	}
	/** What is not in the view and asked for when it is wanted: old items, evidence, the audit. Needs the network; never kept here. */
	async fetch<T>(ask: Ask<T>): Promise<T | { problem: string }> {
		const fetched = await this.#inDrawer<Result<T>>((drawer) => drawer.fetch(ask), failed('shut'));
		return fetched.ok ? fetched.value : { problem: fetched.problem };
	}
	/** Looks for news now. */
	async refresh(): Promise<void> {
		await this.#inDrawer<unknown>((drawer) => drawer.refresh(), null);
	}

	async openDrawer(id: Id, secret: string): Promise<Opening> {
		const opening = await this.#with(({ device }) => device.open(id, secret));
		if (opening === 'open' && isInstalled()) void requestPersistence(); // an app on the home screen is told yes where a page was told no
		return opening;
	}
	async checkCode(code: string): Promise<CodeAnswer> {
		return this.#with(({ device, askAboutCode }) => askAboutCode(device.deps, code));
	}
	joinChild(joining: ChildJoining): Promise<Problem | null> {
		return this.#comeIn(({ joinChild }) => joinChild, joining);
	}
	joinStaff(joining: StaffJoining): Promise<Problem | null> {
		return this.#comeIn(({ joinStaff }) => joinStaff, joining);
	}
	signInStaff(who: Credential): Promise<Problem | null> {
		return this.#comeIn(({ signInStaff }) => signInStaff, who);
	}
	/** Demo homes only: opens this made-up person's drawer, with no secret to type. */
	async enterDemo(person: DemoPerson): Promise<Problem | null> {
		return problemOf(await this.#with(({ device, waysIn }) => device.enter(waysIn.enterDemo, person)));
	}

	/** Shuts the drawer at once. Drafts are kept; keys and words leave the memory. */
	lock(): void {
		void this.#lock();
	}
	/** Locks, and puts a door in this page's place, so that Back does not return. How long may what was typed last take? */
	hide(milliseconds?: number, door: '/' | '/work/sign-in' = '/'): void {
		replacePage(door, this.#lock(), milliseconds);
	}
	/** Moves what waits in the open drawer, which was cut off, to a newer one of mine. Then both are shut. */
	async moveTo(id: Id, secret: string): Promise<Opening | 'not_yours'> {
		return this.#with(({ device }) => device.moveTo(id, secret));
	}
	/** What would be lost with it is told first, as { unsent }, until `evenUnsent` says that the person knows. */
	async removeDrawer(id: Id, evenUnsent = false): Promise<Removed> {
		return this.#with(({ device }) => device.remove(id, evenUnsent));
	}
	/** Null: this is how the open drawer is opened. */
	async proveLock(secret: string): Promise<Problem | null> {
		return problemOf(await this.#with(({ device }) => device.proveLock(secret)));
	}
	async changeLock(old: string, lock: Lock, secret: string): Promise<Problem | null> {
		return problemOf(await this.#with(({ device }) => device.changeLock(old, lock, secret)));
	}
	/** Another name or picture on the front of the open drawer, here. */
	async changeFront(name: string, picture: string | null): Promise<Problem | null> {
		return problemOf(await this.#with(({ device }) => device.changeFront(name, picture)));
	}
	/** Takes the new version now. Without this it is taken by itself when nothing is open and nothing is typed. */
	applyUpdate(): void {
		this.#loaded?.updates.apply();
	}

	async #load(): Promise<Loaded> {
		this.online = isOnline();
		onOnline(() => (this.online = true));
		onOffline(() => (this.online = false));
		this.#loaded = await loadDevice({
			isOpen: () => this.state !== 'shut',
			idleMinutes: () => this.idleMinutes,
			lock: () => this.lock(),
			soon: (isSo) => (this.locksSoon = isSo),
			show: (shown) => this.#show(shown),
			onUpdate: () => (this.update = 'waiting')
		});
		return this.#loaded;
	}

	async #with<T>(work: (loaded: Loaded) => T | Promise<T>): Promise<T> {
		return work(this.#loaded ?? (await this.start()));
	}
	#inDrawer<T>(work: (drawer: OpenDrawer) => Promise<T>, shut: T): Promise<T> {
		return this.#with(({ device }) => (device.opened ? work(device.opened) : shut));
	}
	async #try(work: (drawer: OpenDrawer) => Promise<Result>): Promise<Problem | null> {
		return problemOf(await this.#inDrawer<Result>(work, failed('shut')));
	}

	/** Nothing is awaited before the device has shut it: no other thing can happen in between. */
	#lock(): Promise<unknown> {
		const saved = this.#loaded?.device.lock() ?? Promise.resolve();
		this.#pictures.forget();
		return saved;
	}

	#show(shown: Partial<ViewState>): void {
		Object.assign(this, shown);
		if (shown.state === 'shut') this.#pictures.forget();
		else if (shown.view) this.#pictures.lookAgain();
		this.#loaded?.updates.holdOff(this.state !== 'shut');
	}

	/** Whoever has a drawer here wants all of Sayso here. */
	async #comeIn<Who>(way: (ways: Loaded['waysIn']) => WayIn<Who>, who: Who): Promise<Problem | null> {
		const entered = await this.#with(({ device, waysIn }) => device.enter(way(waysIn), who));
		if (entered.ok) void requestPersistence();
		return problemOf(entered);
	}
}

export const app = new App();

// Behind the first paint: the door is there before anything that it needs is read.
if (typeof document !== 'undefined') setTimeout(() => void app.start(), 0);
