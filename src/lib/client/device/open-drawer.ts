import type { CallArgs, CallName } from '$lib/domain/calls.ts';
import { holdOf } from '$lib/domain/undo.ts';
import type { Id, Time } from '$lib/domain/item.ts';
import type { View } from '$lib/domain/view.ts';
import { newId } from '$lib/platform/ids.ts';
import { Projection } from '../inbound/projection.ts';
import { ViewRefresher, type DrawerState } from '../inbound/view-refresher.ts';
import type { Credential } from '../local/accounts.ts';
import { Drafts } from '../local/drafts.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { makeCall } from '../local/make-call.ts';
import { drop, keep, editAndResend, undo } from '../local/outbox.ts';
import { readPicture, sealPicture } from '../local/pictures.ts';
import { attempt } from '../local/storage.ts';
import type { Ask } from '../outbound/signed-in.ts';
import { failed, problemOf, type Result } from '../result.ts';
import type { DraftKey, KeepWith } from '../view-state.ts';
import { checkAll, type Deps } from '../deps.ts';
import { DrawerSync } from './drawer-sync.ts';

const SAVE_AFTER = 250; // milliseconds after a key was pressed

interface Parts {
	typed: Credential | null; // staff: what they typed, as long as the drawer is open
	state: 'open' | 'cut_off';
	show: (state: DrawerState) => void;
	serverNow: () => number;
	setClock: (offset: number) => void;
	/** It was opened by numbers, and the server wants the password: whoever has only the numbers is shown no more. */
	onSignedOut?: () => void;
}

/** One open drawer, from its opening until it shuts. Afterwards it shows nothing any more, whatever still comes in. */
export class OpenDrawer {
	readonly drawer: UnlockedDrawer;
	#deps: Deps;
	#serverNow: () => number;
	#drafts: Drafts;
	#refresher: ViewRefresher;
	#sync: DrawerSync;
	#saving: Promise<Result> | null = null;
	/** Staff: what they typed last. */
	typed: Credential | null;

	constructor(deps: Deps, drawer: UnlockedDrawer, { typed, state, show, onSignedOut, serverNow, setClock }: Parts) {
		this.typed = typed;
		this.#deps = deps;
		this.#serverNow = serverNow;
		this.drawer = drawer;
		this.#drafts = new Drafts(deps.db, drawer);
		this.#refresher = new ViewRefresher(new Projection(deps.db, drawer, deps), { drawer: drawer.id, state }, show);
		const showFace = (face: CallArgs['set_my_face']) => this.call('set_my_face', face);
		const parts = { deps, drawer, refresher: this.#refresher, typed, serverNow, setClock, showFace };
		this.#sync = new DrawerSync({ ...parts, ...(onSignedOut && { onSignedOut }) });
	}

	/** What it shows. Null where nothing came yet, or where this device was cut off. */
	get view(): View | null {
		const { state, view } = this.#refresher.now;
		return state === 'cut_off' ? null : view;
	}

	/** The home does not know this device: it came after the backup that was brought back. What waits here goes nowhere by itself. */
	readonly isUnknown = (): boolean => this.#refresher.now.why === 'not_known';

	/** Shows what is here, then asks for news in the background. */
	async start(): Promise<void> {
		await this.#refresher.refresh();
		this.wake();
	}

	/** Keeps a call, with the pictures that it speaks of, and takes its draft away: all of it, or nothing. */
	async call<N extends CallName>(name: N, args: CallArgs[N], also: KeepWith = {}): Promise<Result> {
		const at = this.#now();
		const given = also.pictures ?? [];
		const calls = [...given.map((one) => makeCall('put_picture', one, newId(), at)), makeCall(name, args, newId(), at)];
		const problem = checkAll(this.#deps, this.view, calls, at);
		if (problem !== null) return failed(problem);
		const sealed = await Promise.all(given.map((picture) => sealPicture(this.drawer, picture)));
		const pictures = sealed.filter((row) => row !== null);
		if (pictures.length < given.length) return failed('picture_is_its_hash');
		const draft = also.draft === undefined ? null : await this.#drafts.take(also.draft);
		const kept = { pictures, ...(draft && { draft: draft.row }), ...holdOf(name, this.#deps.world.now()) };
		const result = await attempt(() => keep(this.#deps.db, this.drawer, calls, kept));
		if (!result.ok) draft?.back();
		else await this.#changed();
		return result;
	}

	/** Undoes a call that has not left yet. */
	undo(id: Id): Promise<Result> {
		return this.#ifHere(() => undo(this.#deps.db, this.drawer.id, { id, now: this.#deps.world.now() }));
	}
	/** Changes a call that was refused, or that has not left yet. */
	editAndResend<N extends CallName>(id: Id, name: N, args: CallArgs[N]): Promise<Result> {
		return this.#ifHere(() => editAndResend(this.#deps.db, this.drawer, makeCall(name, args, id, this.#now())));
	}
	drop(id: Id): Promise<Result> {
		return this.#ifHere(() => drop(this.#deps.db, this.drawer.id, id));
	}
	draft<T>(key: DraftKey): Promise<T | undefined> {
		return this.#drafts.get<T>(key).catch(() => undefined);
	}
	/** Ends when it is on the device, which is soon after. */
	keepDraft(key: DraftKey, value: unknown): Promise<Result> {
		this.#drafts.put(key, value);
		this.#saving ??= new Promise((saved) => {
			this.#deps.world.after(SAVE_AFTER, () => saved(this.save()));
		});
		return this.#saving;
	}
	dropDraft(key: DraftKey): Promise<Result> {
		return attempt(() => this.#drafts.drop(key));
	}

	/** Writes what was typed last. Whoever could not has it still in memory, until the next time. */
	async save(): Promise<Result> {
		this.#saving = null;
		const result = await attempt(() => this.#drafts.save());
		const trouble = problemOf(result);
		if (trouble !== this.#refresher.now.trouble) this.#refresher.tell({ trouble }); // also that there is room again
		return result;
	}

	/** Asks for news now, and ends when they are shown. */
	async refresh(): Promise<void> {
		await this.#sync.wake();
		await this.#refresher.refresh();
	}
	wake(): void {
		void this.#sync.wake();
	}

	/** Another tab changed something. */
	async heard(): Promise<void> {
		await this.#refresher.refresh();
		this.#sync.heard();
	}

	picture(hash: string): Promise<Blob | null> {
		return readPicture(this.#deps.db, this.drawer, hash).catch(() => null);
	}

	fetch<T>(ask: Ask<T>): Promise<Result<T>> {
		return this.#sync.fetch(ask);
	}

	/** Nothing is shown from here on. Ends when what was typed last is on the device. */
	async shut(): Promise<void> {
		this.#refresher.end();
		this.#sync.stop();
		await this.save();
		await this.#sync.noteQuick(null);
	}

	#now(): Time {
		return new Date(this.#serverNow()).toISOString();
	}

	async #ifHere(work: () => Promise<boolean>): Promise<Result> {
		const result = await attempt(work);
		await this.#changed();
		return result.ok && !result.value ? failed('already_sent') : result;
	}
	/** Shown first, and read once for it: sending reads again, for itself. */
	async #changed(): Promise<void> {
		this.#deps.world.tabs.tell(`outbox ${this.drawer.id}`);
		await this.#refresher.refresh();
		this.wake();
	}
}
