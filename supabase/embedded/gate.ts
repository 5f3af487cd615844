export interface Gate {
	/** Waits for its turn, works, and lets the next one in. Null: too many wait already. */
	pass<T>(work: () => Promise<T>): Promise<T | null>;
}

/**
 * One at a time. PGlite is one PostgreSQL session, and Lite opens a transaction and changes its role in several steps:
 * two requests at once would act in each other's name.
 */
export function oneAtATime(mostWaiting: number): Gate {
	let last: Promise<unknown> = Promise.resolve();
	let waiting = 0;
	return {
		async pass(work) {
			if (waiting >= mostWaiting) return null;
			waiting++;
			const mine = last.then(work).finally(() => waiting--);
			last = mine.catch(() => undefined);
			return mine;
		}
	};
}

/** A pool gives each request a session of its own. */
export const allAtOnce: Gate = { pass: (work) => work() };
