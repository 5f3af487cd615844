import { createHmac, randomBytes } from 'node:crypto';

/** A burst, and after it one more each time that `seconds` have passed. */
export interface Limit {
	burst: number;
	seconds: number;
}

/** How much of a limit each of any number of callers has used, in memory that never grows. */
export interface LeakyBuckets {
	/** Seconds until this caller's next is free; 0: now. */
	wait(caller: string): number;
	add(caller: string): void;
	/** It should not have counted. */
	refund(caller: string): void;
}

const ROWS = 4;
const CELLS = 16_384;

/**
 * A count-min sketch of leaky buckets. Each caller has one cell in each of four rows; the emptiest tells. Nobody is pushed out by
 * made-up callers, since nothing is ever evicted. Two callers may share a cell, but hardly four; which ones, nobody outside can
 * work out, as the key is new at every start. Filling enough cells to hold up strangers takes more than the limits let through.
 */
export function createLeakyBuckets({ burst, seconds }: Limit, now: () => number, cells = CELLS): LeakyBuckets {
	const key = randomBytes(32);
	const used = new Float64Array(ROWS * cells);
	const at = new Float64Array(ROWS * cells);
	const cellsOf = (caller: string): number[] => {
		const hash = createHmac('sha256', key).update(caller).digest();
		return Array.from({ length: ROWS }, (_, row) => row * cells + (hash.readUInt32LE(row * 4) % cells));
	};
	const level = (cell: number) => Math.max(0, used[cell]! - Math.max(0, now() - at[cell]!) / (seconds * 1000));
	const change = (caller: string, by: number) => {
		for (const cell of cellsOf(caller)) {
			used[cell] = Math.max(0, level(cell) + by);
			at[cell] = now();
		}
	};
	return {
		wait(caller) {
			const over = Math.min(...cellsOf(caller).map(level)) + 1 - burst;
			return over > 1e-9 ? Math.max(1, Math.ceil(over * seconds - 1e-9)) : 0;
		},
		add: (caller) => change(caller, 1),
		refund: (caller) => change(caller, -1)
	};
}
