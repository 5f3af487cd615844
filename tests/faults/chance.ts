/** Seeded randomness: the same seed, the same history. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = (seed * 2654435761) >>> 0 || 1;
	}

	/** Between 0 and 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	below(count: number): number {
		return Math.floor(this.next() * count);
	}

	once(inHowMany: number): boolean {
		return this.below(inHowMany) === 0;
	}

	pick<T>(list: readonly T[]): T {
		return list[this.below(list.length)]!;
	}
}
