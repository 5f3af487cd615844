import type { Call, CallArgs, CallName } from '$lib/domain/calls.ts';
import { holdOf } from '$lib/domain/undo.ts';
import type { Id, OldItems, Time, View } from '$lib/domain/view.ts';
import type { Credential } from '../local/accounts.ts';
import { makeCall } from '../local/call.ts';
import { Drafts } from '../local/drafts.ts';
import type { OpenDrawer } from '../local/keys.ts';
import { drop, keep, mend, undo } from '../local/outbox.ts';
import { readPicture, sealPicture } from '../local/pictures.ts';
import { ShownDrawer } from '../local/showing.ts';
import type { DraftKey, KeepWith } from '../local/shown.ts';
import { coded, stored } from '../local/storage.ts';
import { newId } from '$lib/platform/ids.ts';
import { Contact } from '../outbound/schedule.ts';
import { problemOf, type Gear } from '../deps.ts';
import { firstFace } from './first-face.ts';
import { keepUp, pull, type Pulled } from '../inbound/pull.ts';
import { push } from '../outbound/batch.ts';
import { Reading, type DrawerShows } from '../inbound/view-refresher.ts';
import { codeOfWaiting } from '../outbound/reply.ts';
import { speakerFor, type Speaker } from '../outbound/signed-in.ts';

const SAVE_AFTER = 250; // milliseconds after a key was pressed

interface How {
	typed: Credential | null; // staff: what they typed, as long as the drawer is open
	cutOff: boolean;
	show: (shows: DrawerShows) => void;
	serverNow: () => number;
	clock: (ahead: number) => void; // how far the server's clock is ahead of this device's
}

/** One open drawer, from its opening until it shuts. Afterwards it shows nothing any more, whatever still comes in. */
export class Opened {
	readonly drawer: OpenDrawer;
	#gear: Gear;
	#how: How;
	#drafts: Drafts;
	#reading: Reading;
	#speaker: Speaker;
	#contact: Contact;
	#saving: Promise<string | null> | null = null;

	constructor(gear: Gear, drawer: OpenDrawer, how: How) {
		const { db, world } = gear;
		this.#gear = gear;
		this.#how = how;
		this.drawer = drawer;
		this.#drafts = new Drafts(db, drawer);
		this.#reading = new Reading(new ShownDrawer(db, drawer, gear), how.cutOff, how.show);
		this.#speaker = speakerFor(gear, drawer, { typed: how.typed, person: () => this.#reading.now.view?.me ?? null });
		const onWay = (calls: Call[]) => this.#onWay(calls);
		const parts = { db, drawer, speaker: this.#speaker, serverNow: how.serverNow, onWay, now: () => world.now() };
		this.#contact = new Contact({
			world,
			push: () => world.inTurn(`push ${drawer.id}`, () => push(parts)),
			pull: () => this.#pull(),
			onCode: (code) => this.#reading.because(code),
			onCutOff: () => this.#setCutOff(true)
		});
	}

	/** What it shows. Null where nothing came yet, or where this device was cut off. */
	get view(): View | null {
		return this.#reading.now.cutOff ? null : this.#reading.now.view;
	}

	/** The home does not know this device: it came after the backup that was brought back. What waits here goes nowhere by itself. */
	readonly isUnknown = (): boolean => this.#reading.now.why === 'not_known';

	/** Shows what is here, then asks for news in the background. */
	async start(): Promise<void> {
		await this.#reading.again();
		this.wake();
	}

	/** Keeps a call, with the pictures that it speaks of, and takes its draft away: all of it, or nothing. */
	async call<N extends CallName>(name: N, args: CallArgs[N], also: KeepWith): Promise<string | null> {
		const at = this.#now();
		const given = also.pictures ?? [];
		const calls = [...given.map((one) => makeCall('put_picture', one, newId(), at)), makeCall(name, args, newId(), at)];
		const problem = problemOf(this.#gear, this.view, calls, at);
		if (problem !== null) return problem;
		const sealed = await Promise.all(given.map((picture) => sealPicture(this.drawer, picture)));
		const pictures = sealed.filter((row) => row !== null);
		if (pictures.length < given.length) return 'picture_is_its_hash';
		const draft = also.draft === undefined ? null : await this.#drafts.take(also.draft);
		const kept = { pictures, ...(draft && { draft: draft.row }), ...holdOf(name, this.#gear.world.now()) };
		const code = await coded(() => keep(this.#gear.db, this.drawer, calls, kept));
		if (code !== null) draft?.back();
		else await this.#changed();
		return code;
	}

	/** Undoes a call that has not left yet. */
	undo(id: Id): Promise<string | null> {
		return this.#ifHere(() => undo(this.#gear.db, this.drawer.id, { id, now: this.#gear.world.now() }));
	}
	/** Changes a call that was refused, or that has not left yet. */
	mend<N extends CallName>(id: Id, name: N, args: CallArgs[N]): Promise<string | null> {
		return this.#ifHere(() => mend(this.#gear.db, this.drawer, makeCall(name, args, id, this.#now())));
	}
	drop(id: Id): Promise<string | null> {
		return this.#ifHere(() => drop(this.#gear.db, this.drawer.id, id));
	}
	draft<T>(key: DraftKey): Promise<T | undefined> {
		return this.#drafts.get<T>(key).catch(() => undefined);
	}
	/** Ends when it is on the device, which is soon after. */
	keepDraft(key: DraftKey, value: unknown): Promise<string | null> {
		this.#drafts.put(key, value);
		this.#saving ??= new Promise((saved) => {
			this.#gear.world.after(SAVE_AFTER, () => saved(this.save()));
		});
		return this.#saving;
	}
	dropDraft(key: DraftKey): Promise<string | null> {
		return coded(() => this.#drafts.drop(key));
	}

	/** Writes what was typed last. Whoever could not has it still in memory, until the next time. */
	async save(): Promise<string | null> {
		this.#saving = null;
		const code = await coded(() => this.#drafts.save());
		if (code !== this.#reading.now.trouble) this.#reading.tell({ trouble: code }); // also that there is room again
		return code;
	}

	/** Asks for news now, and ends when they are shown. */
	async refresh(): Promise<void> {
		await this.#contact.wake();
		await this.#reading.again();
	}
	wake(): void {
		void this.#contact.wake();
	}

	/** Another tab changed something. */
	async heard(): Promise<void> {
		await this.#reading.again();
		if (this.#reading.now.waiting.some(({ state }) => state === 'waiting')) this.#contact.soon();
	}

	picture(hash: string): Promise<Blob | null> {
		return readPicture(this.#gear.db, this.drawer, hash).catch(() => null);
	}

	async older(before: Time): Promise<OldItems | { problem: string }> {
		const reply = await this.#speaker.older(before);
		return reply.ok ? reply.value : { problem: codeOfWaiting(reply) };
	}

	/** Nothing is shown from here on. Ends when what was typed last is on the device. */
	async shut(): Promise<void> {
		this.#reading.end();
		this.#contact.stop();
		await this.save();
	}

	#now(): Time {
		return new Date(this.#how.serverNow()).toISOString();
	}

	async #ifHere(work: () => Promise<boolean>): Promise<string | null> {
		const code = await coded(async () => ((await work()) ? null : 'already_sent'));
		await this.#changed();
		return code;
	}
	async #changed(): Promise<void> {
		this.#gear.world.tabs.tell(`outbox ${this.drawer.id}`);
		this.wake();
		await this.#reading.again();
	}

	#onWay(calls: Call[]): void {
		this.#reading.onWay(calls);
		this.#gear.world.tabs.tell(`outbox ${this.drawer.id}`);
	}

	async #pull(): Promise<Pulled> {
		const pulled = await pull(this.#gear, this.drawer, this.#speaker);
		if (pulled.end === 'cut_off' || pulled.end === 'later') return pulled; // why it waits is told, and read again with it
		this.#how.clock(pulled.now - this.#gear.world.now());
		if (this.#reading.now.cutOff) await this.#setCutOff(false);
		this.#reading.tell({ stop: pulled.stop ?? null });
		await this.#reading.again();
		if (!this.#reading.now.view && !pulled.stop) return { end: 'later', code: 'shape_unknown', wait: null }; // nothing of it can be drawn
		const face = await firstFace(this.#gear.db, this.drawer, this.#reading.now);
		if (face) await this.call('set_my_face', face, {});
		const { view, waiting } = this.#reading.now;
		const news = view && { view, waiting, isNew: pulled.end === 'stored' };
		if (news && (await keepUp(this.#gear, this.drawer, this.#speaker, news)) > 0) this.#reading.tell({}); // the screens look again
		return pulled;
	}

	async #setCutOff(cutOff: boolean): Promise<void> {
		this.#reading.tell({ cutOff });
		await stored(() => this.#gear.db.drawers.update(this.drawer.id, { cut_off: cutOff ? 1 : 0 }));
	}
}
