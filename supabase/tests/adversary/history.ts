import type { Database } from '../../server/database/database.ts';
import { clockOf } from '../differential/home.ts';
import { Random } from '../differential/random.ts';
import { makeWorld } from './home.ts';
import { childComesBack, countsNothing, holdsNothing, speaksForNobody } from './judges.ts';
import { leavesOrder } from './order.ts';
import type { Play } from './play.ts';
import { badTurn, honestTurn } from './turns.ts';

export interface Judged {
	found: string[];
	secrets: number;
	cameBack: boolean;
	done: Map<string, number>;
}

/** Codes end, wishes move on, covers and absences end, and a child who left reads no more. */
const HOURS = [2, 30, 30, 200, 24 * 60];
const clocks = new WeakMap<Database, ReturnType<typeof clockOf>>();

/** A made-up home, in which one adult does what they can; and whether anything came of it that must not. */
export async function oneHistory(db: Database, seed: number, turns: number): Promise<Judged> {
	const random = new Random(seed);
	const world = await makeWorld(db, random);
	const play: Play = { db, random, world, told: { secrets: [], done: new Map() } };
	const clock = clocks.get(db) ?? clockOf(db);
	clocks.set(db, clock);
	const pass = await clock;
	for (let turn = 0; turn < turns; turn++) {
		await (random.once(3) ? honestTurn(play) : badTurn(play));
		if (random.once(8)) await pass(60 * random.pick(HOURS));
	}
	const found = [
		...(await holdsNothing(play)),
		...(await countsNothing(play)),
		...(await speaksForNobody(play)),
		...(await leavesOrder(play))
	];
	const back = await childComesBack(play);
	if (back.problem) found.push(back.problem);
	return { found, secrets: play.told.secrets.length, cameBack: back.tried, done: play.told.done };
}
