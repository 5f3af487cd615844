/** Who waits. Somebody known goes before somebody unknown, three times of four. */
export interface Waiter {
	name: string;
	known: boolean;
}

export interface FairQueue {
	/** Waits for its turn, works, and lets the next one in. Null: too many wait already, and this caller has most of them. */
	run<T>(who: Waiter, work: () => Promise<T>): Promise<T | null>;
}

type Start = (turn: boolean) => void;

/** Who has waited in which order: each caller has a line, and the lines take turns. */
class Lines {
	#lines = new Map<string, Start[]>();

	add(name: string, start: Start): void {
		const line = this.#lines.get(name);
		if (line) line.push(start);
		else this.#lines.set(name, [start]);
	}

	next(): Start | null {
		for (const [name, line] of this.#lines) {
			this.#lines.delete(name); // and to the end, where it waits again
			const start = line.shift();
			if (line.length > 0) this.#lines.set(name, line);
			if (start) return start;
		}
		return null;
	}

	longest(): number {
		return Math.max(0, ...[...this.#lines.values()].map((line) => line.length));
	}

	/** Sends away whoever came last into the longest line. */
	turnAway(): void {
		const most = this.longest();
		for (const [name, line] of this.#lines) {
			if (line.length < most) continue;
			line.pop()?.(false);
			if (line.length === 0) this.#lines.delete(name);
			return;
		}
	}
}

/**
 * Lets `atOnce` work at a time, each caller in turn: however many one of them sends, the others wait for one of those at most. With
 * PGlite it is one at a time, as it is one PostgreSQL session, and Lite opens a transaction and changes its role in several
 * steps: two requests at once would act in each other's name.
 */
export function createFairQueue(atOnce: number, maxWaiting: number): FairQueue {
	const [known, others] = [new Lines(), new Lines()];
	let [inside, waiting, turn] = [0, 0, 0];
	const next = () => {
		const [first, second] = ++turn % 4 === 0 ? [others, known] : [known, others];
		const start = first.next() ?? second.next();
		if (!start) return;
		waiting--;
		inside++;
		start(true);
	};
	const getTurn = (who: Waiter) =>
		new Promise<boolean>((start) => {
			waiting++;
			(who.known ? known : others).add(who.name, start);
			if (inside < atOnce) next();
			if (waiting <= maxWaiting) return;
			waiting--;
			(others.longest() > 0 ? others : known).turnAway();
		});
	return {
		async run(who, work) {
			if (!(await getTurn(who))) return null;
			try {
				return await work();
			} finally {
				inside--;
				next();
			}
		}
	};
}
