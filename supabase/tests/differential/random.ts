/** The same numbers for the same seed, so that a history that failed can be run again. */
export class Random {
	#state: number;
	constructor(seed: number) {
		this.#state = (seed + 1) * 2_654_435_769;
	}

	/** A whole number from 0 to below n. */
	upTo(n: number): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
	}
	/** True once in n times. */
	once(n: number): boolean {
		return this.upTo(n) === 0;
	}
	pick<T>(list: readonly T[]): T {
		if (list.length === 0) throw new Error('nothing to pick from');
		return list[this.upTo(list.length)]!;
	}
	/** Each of them with one chance in n. */
	some<T>(list: readonly T[], n = 2): T[] {
		return list.filter(() => this.once(n));
	}
	shuffled<T>(list: readonly T[]): T[] {
		return list
			.map((one) => ({ one, at: this.upTo(1e6) }))
			.sort((a, b) => a.at - b.at)
			.map(({ one }) => one);
	}
	id(): string {
		const hex = Array.from({ length: 32 }, () => this.upTo(16).toString(16)).join('');
		return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
	}
	hex(length: number): string {
		return Array.from({ length }, () => this.upTo(16).toString(16)).join('');
	}
}
