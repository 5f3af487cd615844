import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reads } from '../../src/lib/domain/reading/reading.ts';
import { knownTo, sorted } from './differential/facts.ts';
import { sendOne } from './differential/faces.ts';
import { oneTurn, whoNext, type Step } from './differential/history.ts';
import { clockOf, makeHome, sweep, type Somebody } from './differential/home.ts';
import { Random } from './differential/random.ts';
import { viewOf } from './differential/requests.ts';
import { compareHeard } from './differential/sounds.ts';
import type { TestDatabase } from './engines.ts';
import { ENGINES, freshDatabase } from './engines.ts';

const HISTORIES = Number(process.env['SAYSO_HISTORIES'] ?? 20);
const HOMES = Number(process.env['SAYSO_HOMES'] ?? 300);
const FIRST = Number(process.env['SAYSO_SEED'] ?? 1);
const TURNS = 30;
// Whether the two agree is no matter of the engine: sql.test.ts runs on both. This one is where homes are real, and the quicker.
const engines = ENGINES.filter((engine) => engine === (process.env['SAYSO_ENGINE'] ?? 'postgres'));

describe.each(engines)('the rules on a device and in the database, on %s', (engine) => {
	let db: TestDatabase;
	let pass: (minutes: number) => Promise<void>;
	let readers = 0;
	let recordings = 0;
	const done = new Set<string>();
	const refused = new Set<string>();

	beforeAll(async () => {
		db = await freshDatabase(engine);
		pass = await clockOf(db);
	});
	afterAll(() => db.close());

	it(`show, refuse and let read the same, in ${HISTORIES} made-up histories`, { timeout: 36e5 }, async () => {
		for (let seed = FIRST; seed < FIRST + HISTORIES; seed++)
			await history(seed).catch((problem: unknown) => {
				throw new Error(`seed ${seed}: ${problem instanceof Error ? problem.stack : String(problem)}`);
			});
		console.log(
			`${HISTORIES} histories: ${done.size} calls done, ${refused.size} refusals, ${readers} readers, ${recordings} recordings`
		);
		expect(done.size).toBeGreaterThanOrEqual(Math.min(38, HISTORIES)); // kinds of call that came through: else the histories prove little
		expect(readers).toBeGreaterThan(HISTORIES);
		expect(recordings).toBeGreaterThan(HISTORIES);
	});

	it(
		`law 3: name the same faces before sending as afterwards, in ${HOMES} made-up homes`,
		{ timeout: 36e5 },
		async () => {
			const faces: Record<string, number> = {};
			for (let seed = FIRST; seed < FIRST + HOMES; seed++)
				for (const face of await sendOne(db, seed)) faces[face] = (faces[face] ?? 0) + 1;
			console.log(`${HOMES} homes, faces:`, faces);
			expect(Object.values(faces).reduce((a, b) => a + b, 0)).toBeGreaterThan(HOMES / 2);
		}
	);

	async function history(seed: number): Promise<void> {
		const random = new Random(seed);
		await sweep(db);
		const home = await makeHome(db, random);
		const ids: string[] = [];
		for (let turn = 0; turn < TURNS; turn++) {
			for (const step of await oneTurn(db, whoNext(home, random), { random, ids })) count(step);
			await pass(7 + 60 * random.pick([0, 0, 0, 1, 5, 20, 60]));
			if (turn % 4 === 0) await compareRules();
			await listen(whoNext(home, random));
		}
	}

	/** Who reads each item, why, with words or not, from when until when: by private.readings, and by its pure copy. */
	async function compareRules(): Promise<void> {
		const { facts, items } = await knownTo(db);
		for (const { id, item, readings } of items) expect(sorted(reads(facts, item)), id).toEqual(sorted(readings));
		readers += items.reduce((sum, { readings }) => sum + readings.length, 0);
	}

	/** Who reads of a recording hears it, and nobody else does. */
	async function listen(who: Somebody): Promise<void> {
		const seen = await viewOf(db, who);
		if (seen) recordings += await compareHeard(db, who, seen.view);
	}

	function count({ call, code }: Step): void {
		if (code === null) done.add(call.name);
		else refused.add(`${call.name} ${code}`);
	}
});
