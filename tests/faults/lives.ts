import { expect } from 'vitest';
import { live } from './history.ts';

/** How many histories are lived, and from which seed on. */
export const HISTORIES = Number(process.env['FAULTS'] ?? 300);
const FROM = Number(process.env['SEED'] ?? 1);
const STEPS = Number(process.env['STEPS'] ?? 30);

/** The seeds of so many histories. */
export const seeds = (count: number): Set<number> => new Set(Array.from({ length: count }, (_, i) => FROM + i));

/** All of them, until three went wrong; what they kept and met, all together. */
export async function liveAll(of: Set<number>, how: { restores?: boolean }) {
	const failed: string[] = [];
	const met = new Set<string>();
	let [arrived, setBack] = [0, 0];
	for (const seed of of) {
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
