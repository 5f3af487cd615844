import type { CallArgs } from '$lib/domain/calls.ts';
import type { Id } from '$lib/domain/item.ts';
import type { View } from '$lib/domain/view.ts';
import { fetchPictures } from '../inbound/fetch-pictures.ts';
import { pull } from '../inbound/pull.ts';
import { receive, type Received } from '../inbound/receive.ts';
import type { ViewRefresher } from '../inbound/view-refresher.ts';
import type { Credential } from '../local/accounts.ts';
import { markOfPerson } from '../local/device-row.ts';
import type { UnlockedDrawer } from '../local/keys.ts';
import { endQuick, noteQuick } from '../local/quick.ts';
import { dropPictures, picturesIn, picturesOf } from '../local/pictures.ts';
import { attempt, stored } from '../local/storage.ts';
import { push } from '../outbound/batch.ts';
import { codeOfFetch } from '../outbound/reply.ts';
import { SyncScheduler } from '../outbound/schedule.ts';
import { signedInApi, type Ask, type SignedInApi } from '../outbound/signed-in.ts';
import type { Deps } from '../deps.ts';
import { failed, type Result } from '../result.ts';
import { firstFace } from './first-face.ts';

interface Parts {
	deps: Deps;
	drawer: UnlockedDrawer;
	refresher: ViewRefresher;
	typed: Credential | null; // staff: what they typed, as long as the drawer is open
	serverNow: () => number;
	setClock: (offset: number) => void; // how far the server's clock is ahead of this device's
	showFace: (face: CallArgs['set_my_face']) => Promise<unknown>;
	onSignedOut?: () => void;
}

/** An open drawer and the server: what waits goes out, then what is new comes in. */
export class DrawerSync {
	#parts: Parts;
	#api: SignedInApi;
	#scheduler: SyncScheduler;
	#noted: number; // when the time of its numbers was last noted, by the steady clock

	constructor(parts: Parts) {
		const { deps, drawer, refresher, typed, serverNow } = parts;
		this.#noted = deps.world.steady();
		const { db, world } = deps;
		this.#parts = parts;
		this.#api = signedInApi(deps, drawer, { typed, person: () => refresher.now.view?.me ?? null });
		const onSending = (ids: Id[]) => {
			refresher.setSending(ids);
			world.tabs.tell(`outbox ${drawer.id}`);
		};
		const batch = { db, drawer, api: this.#api, serverNow, onSending, now: () => world.now() };
		this.#scheduler = new SyncScheduler({
			world,
			push: () => world.withLock(`push ${drawer.id}`, () => push(batch)),
			pull: () => this.#pull(),
			onCode: (code) => this.#setWhy(code),
			onCutOff: () => this.#setCutOff(true)
		});
	}

	/** Ends when nothing more is to be done now. */
	wake(): Promise<void> {
		return this.#scheduler.wake();
	}

	/** Another tab changed something. What waits goes from there, unless that tab was closed. */
	heard(): void {
		if (this.#parts.refresher.now.waiting.some(({ state }) => state === 'waiting')) this.#scheduler.soon();
	}

	stop(): void {
		this.#scheduler.stop();
	}

	/** So much of the time has passed in which numbers open it. `server`: by its clock, where it was heard. */
	async noteQuick(server: number | null): Promise<void> {
		const { drawer, deps } = this.#parts;
		if (drawer.kind !== 'staff') return;
		const [now, steady] = [deps.world.now(), deps.world.steady()];
		const passed = steady - this.#noted;
		this.#noted = steady;
		await attempt(() => noteQuick(deps.db, drawer.id, { now, passed, server }));
	}

	async fetch<T>(ask: Ask<T>): Promise<Result<T>> {
		const reply = await ask(this.#api);
		return reply.ok ? reply : failed(codeOfFetch(reply));
	}

	async #pull(): Promise<Received> {
		const { deps, drawer, refresher, setClock, showFace } = this.#parts;
		const pulled = await pull(deps.db, drawer, this.#api, refresher.now.view !== null);
		const received = await receive(deps.db, drawer, pulled);
		if (received.end === 'cut_off' || received.end === 'later') return received; // why it waits is told, and read again with it
		setClock(received.now - deps.world.now());
		await this.noteQuick(received.now);
		if (refresher.now.state === 'cut_off') await this.#setCutOff(false);
		refresher.tell({ stop: received.stop ?? null });
		await refresher.refresh();
		if (!refresher.now.view && !received.stop) return { end: 'later', code: 'shape_unknown', wait: null }; // nothing of it can be drawn
		const face = await firstFace(deps.db, drawer, refresher.now);
		if (face) await showFace(face);
		const { view } = refresher.now;
		if (view) await this.#follow(view, received.end === 'stored');
		return received;
	}

	/** What goes with a view: whose drawer this is, and the pictures that are named. */
	async #follow(view: View, isNew: boolean): Promise<void> {
		const { deps, drawer, refresher } = this.#parts;
		const { db, world } = deps;
		const named = new Set([...picturesIn(view), ...refresher.now.waiting.flatMap(({ call }) => picturesOf(call))]);
		if (isNew) {
			world.tabs.tell(`snapshot ${drawer.id}`);
			const person = await markOfPerson(db, view.me);
			await stored(() => db.drawers.update(drawer.id, { person }));
			await dropPictures(db, drawer, named);
		}
		const came = await fetchPictures(db, drawer, named, this.#api);
		if (came > 0) refresher.tell({}); // the screens look again
	}

	#setWhy(code: string | null): void {
		const { deps, drawer, refresher, onSignedOut } = this.#parts;
		refresher.setWhy(code);
		if (code === 'signed_out' && onSignedOut) void endQuick(deps.db, drawer.id, code).then(onSignedOut, onSignedOut);
	}

	async #setCutOff(isCutOff: boolean): Promise<void> {
		const { deps, drawer, refresher } = this.#parts;
		refresher.tell({ state: isCutOff ? 'cut_off' : 'open' });
		await stored(() => deps.db.drawers.update(drawer.id, { cut_off: isCutOff ? 1 : 0 }));
		if (isCutOff) await endQuick(deps.db, drawer.id, 'off');
	}
}
