import { StorageProblem } from '../local/storage.ts';
import type { World } from '$lib/platform/world.ts';
import type { Received } from '../inbound/receive.ts';
import type { Pushed } from './batch.ts';

const SECOND = 1000;
const EVERY = 60 * SECOND;
const LONGEST = 60 * SECOND;
/** For so long the browser is believed when it says that there is no network. It may be wrong for ever. */
const TRUSTED = 5 * 60 * SECOND;
/** Codes with which there is no use in asking for anything else now. */
const NO_USE = new Set(['offline', 'server_down', 'too_many', 'signed_out', 'not_known']);

interface Parts {
	world: World;
	push: () => Promise<Pushed>;
	pull: (() => Promise<Received>) | null; // null: the drawer is shut
	onCode: (code: string | null) => void; // why things wait, null when all is well
	onCutOff: () => Promise<void>;
}

/** When a drawer speaks with the server: at once when there is a reason, then every minute, more rarely where it fails. */
export class SyncScheduler {
	#parts: Parts;
	#running: Promise<void> | null = null;
	#again = false;
	#stopped = false;
	#toldToWait = false;
	#waited = 0; // milliseconds since it last worked
	#cancel: () => void = () => undefined;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** Something happened: try now, unless the server asked to be left alone. Ends when nothing more is to be done now. */
	wake(): Promise<void> {
		if (this.#stopped || this.#toldToWait) return Promise.resolve();
		this.#again = true;
		this.#running ??= this.#run().finally(() => (this.#running = null));
		return this.#running;
	}

	/** Another tab has something to send. It will do so, unless it was closed. */
	soon(): void {
		if (this.#running || this.#toldToWait || this.#waited > 0) return;
		this.#next(2 * SECOND);
	}

	stop(): void {
		this.#stopped = true;
		this.#cancel();
	}

	async #run(): Promise<void> {
		this.#cancel();
		let wait: number | null = null;
		while (this.#again && !this.#stopped) {
			this.#again = false;
			wait = await this.#once().catch((problem: unknown) => this.#failed(whyOf(problem), null));
			if (this.#toldToWait) break;
		}
		if (wait !== null && !this.#stopped) this.#next(wait);
	}

	/** Milliseconds until the next time; null: only when something happens. */
	async #once(): Promise<number | null> {
		const { push, pull, world, onCutOff } = this.#parts;
		if (!world.online() && this.#waited < TRUSTED) return this.#failed('offline', null);
		const pushed = await push();
		if (pushed.end === 'cut_off') return onCutOff().then(() => this.#rest());
		if (pushed.end === 'later' && NO_USE.has(pushed.code)) return this.#failed(pushed.code, pushed.wait);
		const pulled = pull && world.visible() && !this.#stopped ? await pull() : null;
		if (pulled?.end === 'cut_off') return onCutOff().then(() => this.#rest());
		if (pulled?.end === 'later') return this.#failed(pulled.code, pulled.wait);
		if (pulled?.end === 'stale' || pulled?.again) this.#again = true;
		if (pushed.end === 'later') return this.#failed(pushed.code, pushed.wait);
		this.#waited = 0;
		this.#parts.onCode(null);
		return pushed.end === 'empty' && pushed.held !== null ? pushed.held : this.#rest();
	}

	#rest(): number | null {
		return this.#parts.pull ? this.#spread(EVERY) : null;
	}

	/** The longer it has failed, the rarer: a tenth of that time, between a second and a minute. */
	#failed(code: string, asked: number | null): number {
		this.#parts.onCode(code);
		const wait = Math.max(asked ?? 0, this.#spread(Math.min(LONGEST, Math.max(SECOND, this.#waited / 10))));
		this.#waited += wait;
		this.#toldToWait = asked !== null && asked > 0;
		return wait;
	}

	/** Not all devices of a home at the same moment. */
	#spread(milliseconds: number): number {
		return milliseconds * (0.75 + 0.5 * this.#parts.world.chance());
	}

	#next(wait: number): void {
		this.#cancel();
		this.#cancel = this.#parts.world.after(wait, () => {
			this.#toldToWait = false;
			void this.wake();
		});
	}
}

/** A disk that is full may have room later. A mistake of ours must not stop what waits for good, either. */
const whyOf = (problem: unknown): string => (problem instanceof StorageProblem ? problem.code : 'broken');
