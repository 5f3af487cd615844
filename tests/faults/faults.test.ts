import { expect, it } from 'vitest';
import { live } from './history.ts';

const HISTORIES = Number(process.env['FAULTS'] ?? 300);
const FROM = Number(process.env['SEED'] ?? 1);
const STEPS = Number(process.env['STEPS'] ?? 30);

it(
	`law 4: loses, doubles, holds up and leaks nothing in ${HISTORIES} histories of faults`,
	{ timeout: 3_600_000 },
	async () => {
		const failed: string[] = [];
		for (let seed = FROM; seed < FROM + HISTORIES && failed.length < 3; seed++) {
			const { wrong, told } = await live(seed, STEPS);
			if (wrong.length > 0) failed.push(`SEED=${seed} FAULTS=1: ${wrong.join('; ')}\n  ${told.join(', ')}`);
		}
		expect(failed.join('\n')).toBe('');
	}
);
