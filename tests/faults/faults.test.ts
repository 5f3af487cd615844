import { describe, expect, it } from 'vitest';
import { HISTORIES, liveAll, seeds } from './lives.ts';
import { FAULTS } from './network.ts';

/** Histories that went wrong once. */
const WENT_WRONG = [531];

describe('law 4: loses, doubles, holds up and leaks nothing', () => {
	it(`in ${HISTORIES} histories of faults`, { timeout: 3_600_000 }, async () => {
		const all = seeds(HISTORIES);
		const lived = await liveAll(HISTORIES >= 30 ? all.union(new Set(WENT_WRONG)) : all, {});
		console.log(
			`${HISTORIES} histories: ${lived.arrived} things kept and there in the end, ${lived.met.size} kinds of fault met`
		);
		if (HISTORIES >= 30) expect(lived.arrived).toBeGreaterThan(HISTORIES); // where nothing is said, nothing is lost
		if (HISTORIES >= 30) expect([...lived.met].toSorted()).toEqual(FAULTS.toSorted());
	});
});
