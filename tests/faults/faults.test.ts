import { describe, expect, it } from 'vitest';
import { live } from './history.ts';
import { FAULTS } from './network.ts';

const HISTORIES = Number(process.env['FAULTS'] ?? 300);
const RESTORES = Math.ceil(HISTORIES / 2);
const FROM = Number(process.env['SEED'] ?? 1);
/** Histories that went wrong once. */
const WENT_WRONG = [531];
const STEPS = Number(process.env['STEPS'] ?? 30);

describe('law 4: loses, doubles, holds up and leaks nothing', () => {
	it(`in ${HISTORIES} histories of faults`, { timeout: 3_600_000 }, async () => {
		const seeds = new Set(Array.from({ length: HISTORIES }, (_, i) => FROM + i));
		const lived = await liveAll(HISTORIES >= 30 ? seeds.union(new Set(WENT_WRONG)) : seeds, {});
		console.log(
			`${HISTORIES} histories: ${lived.arrived} things kept and there in the end, ${lived.met.size} kinds of fault met`
		);
		if (HISTORIES >= 30) expect(lived.arrived).toBeGreaterThan(HISTORIES); // where nothing is said, nothing is lost
		if (HISTORIES >= 30) expect([...lived.met].toSorted()).toEqual(FAULTS.toSorted());
	});

	it(
		`in ${RESTORES} histories of two tablets, while the server is set back to earlier days`,
		{ timeout: 3_600_000 },
		async () => {
			const lived = await liveAll(new Set(Array.from({ length: RESTORES }, (_, i) => FROM + i)), { restores: true });
			console.log(
				`${RESTORES} histories: set back ${lived.setBack} times, ${lived.arrived} things kept and there in the end`
			);
			if (RESTORES >= 30) expect(lived.setBack).toBeGreaterThan(RESTORES);
		}
	);
});

async function liveAll(seeds: Set<number>, how: { restores?: boolean }) {
	const failed: string[] = [];
	const met = new Set<string>();
	let [arrived, setBack] = [0, 0];
	for (const seed of seeds) {
		if (failed.length >= 3) break;
		const one = await live(seed, STEPS, how);
		if (one.wrong.length > 0) failed.push(`SEED=${seed} FAULTS=1: ${one.wrong.join('; ')}\n  ${one.told.join(', ')}`);
		arrived += one.kept;
		setBack += one.setBack;
		for (const fault of one.faults) met.add(fault);
	}
	expect(failed.join('\n')).toBe('');
	return { arrived, setBack, met };
}
