import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneHistory } from './adversary/history.ts';
import { findAgain, HOLES } from './adversary/holes.ts';
import { freshDatabase, type TestDatabase } from './engines.ts';

/** Twice as many as the last of the holes below needs; `npm run bench:adult` looks at thousands. */
const HISTORIES = Number(process.env['SAYSO_ADULTS'] ?? 250);
const FIRST = Number(process.env['SAYSO_SEED'] ?? 1);

describe('law 1: one adult alone, with any codes that they can make', () => {
	let db: TestDatabase;
	beforeAll(async () => {
		db = await freshDatabase('postgres');
	});
	afterAll(() => db.close());

	it(
		`neither reads, counts, speaks nor decides as somebody else, in ${HISTORIES} made-up homes`,
		{ timeout: 36e5 },
		async () => {
			const done = new Map<string, number>();
			let [secrets, cameBack] = [0, 0];
			for (let seed = FIRST; seed < FIRST + HISTORIES; seed++) {
				const judged = await oneHistory(db, seed, 24);
				expect(judged.found, `seed ${seed}`).toEqual([]);
				for (const [key, count] of judged.done) done.set(key, count + (done.get(key) ?? 0));
				secrets += judged.secrets;
				cameBack += Number(judged.cameBack);
			}
			const times = Object.fromEntries([...done].filter(([key]) => key.startsWith('as another')).sort());
			console.log(`${HISTORIES} homes: ${secrets} secrets, ${cameBack} drawers given back`, times);
			expect(secrets).toBeGreaterThan(HISTORIES); // else nothing could have leaked
			expect(Object.keys(times).length).toBeGreaterThan(3); // else nobody was tried to be
		}
	);

	it.each(HOLES)('is found where there is a hole: $what', { timeout: 36e5 }, async (hole) => {
		expect(await findAgain(db, hole, 60)).not.toBeNull();
	});
});
