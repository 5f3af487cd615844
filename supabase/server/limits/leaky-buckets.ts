import { createHmac, randomBytes } from 'node:crypto';

/** So many at once, and then one more each time that `seconds` have passed. */
export interface Limit {
	atOnce: number;
	seconds: number;
}

/** How much of a limit each of any number of askers has used, in memory that never grows. */
export interface Meter {
	/** Seconds until this asker's next is free; 0: now. */
	wait(who: string): number;
	add(who: string): void;
	/** It need not have counted. */
	giveBack(who: string): void;
}

const ROWS = 4;
const CELLS = 16_384;

/**
 * Each asker has one cell in each of four rows, which drain with time; the emptiest tells. Nobody is ever pushed out by others,
 * since there is nothing to push out. Two askers may share a cell, but hardly four; which ones, nobody outside can work out,
 * as the key is made anew at every start. To fill so many cells that strangers are held up takes more than is let through.
 * (A count-min sketch of leaky buckets.)
 */
export function makeMeter({ atOnce, seconds }: Limit, now: () => number, cells = CELLS): Meter {
	const key = randomBytes(32);
	const used = new Float64Array(ROWS * cells);
	const at = new Float64Array(ROWS * cells);
	const cellsOf = (who: string): number[] => {
		const hash = createHmac('sha256', key).update(who).digest();
		return Array.from({ length: ROWS }, (_, row) => row * cells + (hash.readUInt32LE(row * 4) % cells));
	};
	const level = (cell: number) => Math.max(0, used[cell]! - Math.max(0, now() - at[cell]!) / (seconds * 1000));
	const change = (who: string, by: number) => {
		for (const cell of cellsOf(who)) {
			used[cell] = Math.max(0, level(cell) + by);
			at[cell] = now();
		}
	};
	return {
		wait(who) {
			const over = Math.min(...cellsOf(who).map(level)) + 1 - atOnce;
			return over > 1e-9 ? Math.max(1, Math.ceil(over * seconds - 1e-9)) : 0;
		},
		add: (who) => change(who, 1),
		giveBack: (who) => change(who, -1)
	};
}
