interface Timer {
	at: number;
	order: number;
	run: () => void;
}

const MOST_TURNS = 100_000;

/** Time that stands still until everything that can happen at this moment has happened. */
export class Clock {
	now = Date.parse('2026-11-22T12:00:00Z');
	#timers: Timer[] = [];
	#order = 0;
	#busy = 0;
	#restore: () => void;

	constructor() {
		const { setImmediate: immediate, setTimeout: timeout } = globalThis;
		const counted = (run: () => void) => {
			this.#busy++;
			return immediate(() => {
				this.#busy--;
				run();
			});
		};
		// The database in memory takes its turns with these; its turns are what "busy" means.
		Object.assign(globalThis, { setImmediate: counted, setTimeout: (run: () => void) => counted(run) });
		this.#restore = () => Object.assign(globalThis, { setImmediate: immediate, setTimeout: timeout });
	}

	after(milliseconds: number, run: () => void): () => void {
		const timer = { at: this.now + milliseconds, order: this.#order++, run };
		this.#timers.push(timer);
		return () => {
			this.#timers = this.#timers.filter((one) => one !== timer);
		};
	}

	/** Lets everything happen that happens in so many milliseconds. */
	async run(milliseconds: number): Promise<void> {
		const end = this.now + milliseconds;
		await this.#settle();
		for (let next = this.#next(end); next; next = this.#next(end)) {
			this.#timers = this.#timers.filter((one) => one !== next);
			this.now = next.at;
			next.run();
			await this.#settle();
		}
		this.now = end;
	}

	/** Lets happen what happens now. */
	settle(): Promise<void> {
		return this.#settle();
	}

	stop(): void {
		this.#timers = [];
		this.#restore();
	}

	#next(end: number): Timer | undefined {
		const due = this.#timers.filter(({ at }) => at <= end);
		return due.sort((a, b) => a.at - b.at || a.order - b.order)[0];
	}

	async #settle(): Promise<void> {
		let quiet = 0;
		for (let turns = 0; quiet < 3; turns++) {
			if (turns > MOST_TURNS) throw new Error('this moment never ends: something waits for what cannot happen');
			await new Promise<void>((done) => queueMicrotask(() => setImmediateReal(done)));
			quiet = this.#busy === 0 ? quiet + 1 : 0;
		}
	}
}

const setImmediateReal = globalThis.setImmediate;
