import type { Id } from '$lib/domain/item.ts';
import { codeOf } from '../local/storage.ts';
import type { ViewState } from '../view-state.ts';
import type { Projection } from './projection.ts';

/** What an open drawer shows at this moment. */
export type DrawerState = Pick<
	ViewState,
	'drawer' | 'view' | 'waiting' | 'unread' | 'last_synced' | 'trouble' | 'why' | 'stop'
> & { state: 'open' | 'cut_off' };

/** Reads what an open drawer shows, whenever something changed, and tells it. After its end it tells nothing more. */
export class ViewRefresher {
	now: DrawerState;
	#projection: Projection;
	#show: (state: DrawerState) => void;
	#sending = new Set<Id>();
	#code: string | null = null;
	#ended = false;
	#running: Promise<void> | null = null;
	#again = false;

	constructor(projection: Projection, its: Pick<DrawerState, 'drawer' | 'state'>, show: (state: DrawerState) => void) {
		this.now = { view: null, waiting: [], unread: 0, last_synced: null, trouble: null, why: null, stop: null, ...its };
		this.#projection = projection;
		this.#show = show;
	}

	/** Never two at a time: an older reading must not come last. Ends when what is there now was told. */
	refresh(): Promise<void> {
		this.#again = true;
		this.#running ??= this.#run().finally(() => (this.#running = null));
		return this.#running;
	}

	/** These calls are on their way; the others are not. */
	setSending(calls: Id[]): void {
		this.#sending = new Set(calls);
		void this.refresh();
	}

	/** Why things wait, or null when all is well. */
	setWhy(code: string | null): void {
		if (code === 'offline' && this.#code === code) return; // nothing was done since: whoever presses need not read it again
		this.#code = code;
		void this.refresh();
	}

	tell(news: Partial<DrawerState>): void {
		this.now = { ...this.now, ...news };
		if (!this.#ended) this.#show(this.now.state === 'cut_off' ? { ...this.now, view: null } : this.now);
	}

	end(): void {
		this.#ended = true;
	}

	async #run(): Promise<void> {
		while (this.#again && !this.#ended) {
			this.#again = false;
			try {
				const read = await this.#projection.read(this.#sending, this.#code);
				this.tell({ ...read, why: this.#code, trouble: this.#code?.startsWith('storage') ? this.#code : null });
			} catch (problem) {
				this.tell({ trouble: codeOf(problem) }); // what was kept is kept: a reading that fails must not deny it
			}
		}
	}
}
