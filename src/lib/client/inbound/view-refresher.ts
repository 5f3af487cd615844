import type { Call } from '$lib/domain/calls.ts';
import type { Id, View } from '$lib/domain/view.ts';
import type { ShownDrawer } from '../local/showing.ts';
import type { DeviceStop, WaitingCall } from '../local/shown.ts';
import { codeOf } from '../local/storage.ts';

/** What an open drawer shows at this moment. `trouble`: this device could not keep something in the background. */
export interface DrawerShows {
	view: View | null;
	waiting: WaitingCall[];
	unread: number; // calls that were never sent, and that this device cannot read any more
	cutOff: boolean;
	synced: number | null;
	trouble: string | null;
	why: string | null; // there is no contact with the server, or its answer cannot be shown
	stop?: DeviceStop | null;
}

/** Reads what an open drawer shows, whenever something changed, and tells it. After its end it tells nothing more. */
export class Reading {
	now: DrawerShows;
	#shown: ShownDrawer;
	#show: (shows: DrawerShows) => void;
	#sending = new Set<Id>();
	#code: string | null = null;
	#ended = false;
	#running: Promise<void> | null = null;
	#again = false;

	constructor(shown: ShownDrawer, cutOff: boolean, show: (shows: DrawerShows) => void) {
		this.now = { view: null, waiting: [], unread: 0, cutOff, synced: null, trouble: null, why: null, stop: null };
		this.#shown = shown;
		this.#show = show;
	}

	/** Never two at a time: an older reading must not come last. Ends when what is there now was told. */
	again(): Promise<void> {
		this.#again = true;
		this.#running ??= this.#run().finally(() => (this.#running = null));
		return this.#running;
	}

	/** These calls are on their way; the others are not. */
	onWay(calls: Call[]): void {
		this.#sending = new Set(calls.map(({ id }) => id));
		void this.again();
	}

	/** Why things wait, or null when all is well. */
	because(code: string | null): void {
		this.#code = code;
		void this.again();
	}

	tell(news: Partial<DrawerShows>): void {
		this.now = { ...this.now, ...news };
		if (!this.#ended) this.#show(this.now.cutOff ? { ...this.now, view: null } : this.now);
	}

	end(): void {
		this.#ended = true;
	}

	async #run(): Promise<void> {
		while (this.#again && !this.#ended) {
			this.#again = false;
			try {
				const read = await this.#shown.read(this.#sending, this.#code);
				this.tell({ ...read, why: this.#code, trouble: this.#code?.startsWith('storage') ? this.#code : null });
			} catch (problem) {
				this.tell({ trouble: codeOf(problem) }); // what was kept is kept: a reading that fails must not deny it
			}
		}
	}
}
