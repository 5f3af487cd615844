import { describe, expect, it } from 'vitest';
import { HISTORIES, liveAll, seeds } from './lives.ts';

const RESTORES = Math.ceil(HISTORIES / 2);

// In a file of its own, so that it runs beside the other histories.
describe('law 4: loses, doubles, holds up and leaks nothing', () => {
	it(
		`in ${RESTORES} histories of two tablets, while the server is set back to earlier days`,
		{ timeout: 3_600_000 },
		async () => {
			const lived = await liveAll(seeds(RESTORES), { restores: true });
			console.log(
				`${RESTORES} histories: set back ${lived.setBack} times, ${lived.arrived} things kept and there in the end`
			);
			if (RESTORES >= 30) expect(lived.setBack).toBeGreaterThan(RESTORES);
		}
	);
});
