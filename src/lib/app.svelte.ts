import { SvelteMap } from 'svelte/reactivity';
import type { CallArgs, CallName } from '$lib/domain/calls.ts';
import type { Id, Item, Person, Time, View } from '$lib/domain/view.ts';
import type { Lock } from '$lib/drawer/lock.ts';
import type { CallState, DoorDrawer, DraftKey, Opened, WaitingCall } from '$lib/drawer/shown.ts';
import type { ChildJoining, CodeAnswer, DemoPerson, Device, KeepWith, Shown, StaffJoining } from '$lib/sync/device.ts';

/**
 * The one object that screens use: what the open drawer shows, what waits, and everything that a person may do with it.
 * Its fields are reactive. Every method answers with a problem's code, or null when it worked; nothing throws.
 */
class App {
	/** The last snapshot with the waiting calls applied. Null while the drawer is shut, and until a first view is here. */
	view = $state.raw<View | null>(null);
	/** cut_off: this device was cut off from its person. What was not sent is still in `waiting`, for the person to see. */
	state = $state<'shut' | 'open' | 'cut_off'>('shut');
	/** The open drawer's id. */
	drawer = $state<Id | null>(null);
	online = $state(true);
	waiting = $state.raw<WaitingCall[]>([]);
	drawers = $state.raw<DoorDrawer[]>([]);
	/** Whether this device was asked already: until then an empty `drawers` means nothing. */
	ready = $state(false);
	update = $state<'none' | 'waiting'>('none');
	last_synced = $state.raw<Date | null>(null);
	/** Something in the background could not be kept on this device: storage_full or storage_refused. */
	trouble = $state<string | null>(null);
	me = $derived<Person | null>(this.view?.people.find((person) => person.id === this.view?.me) ?? null);

	#pictures = new SvelteMap<string, string>();
	#device: Promise<Device> | null = null;

	/** How far an item, event, session or call of mine has come. Whatever does not wait here was sent. */
	stateOf(id: Id): CallState {
		void id;
		return 'sent';
	}

	/** The blob: address of a picture, once it is here. Asking for it fetches it from the drawer. */
	picture(hash: string | null): string | null {
		return hash === null ? null : (this.#pictures.get(hash) ?? null);
	}

	/** The time by the server's clock, as near as this device can know it. */
	now(): Date {
		return new Date();
	}

	/**
	 * Keeps a write in the drawer, from where it is sent. `also.draft` goes in the same transaction: either the draft is
	 * still there, or the call is. `also.pictures` are kept before it, likewise.
	 */
	async call<N extends CallName>(name: N, args: CallArgs[N], also: KeepWith = {}): Promise<string | null> {
		return (await this.#load()).call(name, args, also);
	}

	/** Changes a call that was refused, or that has not left yet, under its own id. */
	async mend<N extends CallName>(id: Id, name: N, args: CallArgs[N]): Promise<string | null> {
		return (await this.#load()).mend(id, name, args);
	}

	/** Takes a refused call away, because the person said so. */
	async drop(id: Id): Promise<string | null> {
		return (await this.#load()).drop(id);
	}

	/** A draft belongs to the open drawer, a screen and an item: 'wish/new', `answer/${item.id}`. */
	async draft<T>(key: DraftKey): Promise<T | undefined> {
		return (await this.#load()).draft<T>(key);
	}
	/** Call it on every change: it is written within 300 ms, and at once when the page hides or the drawer locks. */
	async keepDraft(key: DraftKey, value: unknown): Promise<string | null> {
		return (await this.#load()).keepDraft(key, value);
	}
	async dropDraft(key: DraftKey): Promise<string | null> {
		return (await this.#load()).dropDraft(key);
	}

	async openDrawer(id: Id, secret: string): Promise<Opened> {
		return (await this.#load()).open(id, secret);
	}
	async checkCode(code: string): Promise<CodeAnswer> {
		return (await this.#load()).checkCode(code);
	}
	async joinChild(joining: ChildJoining): Promise<string | null> {
		return (await this.#load()).joinChild(joining);
	}
	async joinStaff(joining: StaffJoining): Promise<string | null> {
		return (await this.#load()).joinStaff(joining);
	}
	async signInStaff(who: { email: string; password: string }): Promise<string | null> {
		return (await this.#load()).signInStaff(who);
	}
	/** Demo homes only: opens this made-up person's drawer, with no secret to type. */
	async enterDemo(person: DemoPerson): Promise<string | null> {
		return (await this.#load()).enterDemo(person);
	}

	/** Shuts the drawer at once. Drafts are kept, keys and words leave the memory. */
	lock(): void {
		this.view = null;
	}
	/** Locks, and puts the door in this page's place, so that Back does not return. */
	hide(): void {
		this.lock();
		location.replace('/');
	}
	/** What would be lost with it is named first: { unsent } until `evenUnsent` says that the person knows. */
	async removeDrawer(id: Id, evenUnsent = false): Promise<string | null | { unsent: number }> {
		return (await this.#load()).remove(id, evenUnsent);
	}
	async changeLock(old: string, lock: Lock, secret: string): Promise<string | null> {
		return (await this.#load()).changeLock(old, lock, secret);
	}
	/** Looks for news now, for instance because the person pulled the page. */
	async refresh(): Promise<void> {
		await (await this.#load()).refresh();
	}
	/** Closed items from before a time, 50 at a time, which the view no longer holds. Needs the network. */
	async older(before: Time): Promise<Item[] | { problem: string }> {
		return (await this.#load()).older(before);
	}
	/** Takes the new version now. Without this it is taken by itself when nothing is open and nothing is typed. */
	applyUpdate(): void {}

	#load(): Promise<Device> {
		this.#device ??= import('$lib/sync/device.ts').then(({ makeDevice }) => makeDevice((shown) => this.#show(shown)));
		return this.#device;
	}

	#show(shown: Partial<Shown>): void {
		Object.assign(this, shown);
	}
}

export const app = new App();
