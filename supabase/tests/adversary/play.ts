import type { Call, CallName } from '../../../src/lib/domain/calls.ts';
import type { Database } from '../../server/database/database.ts';
import type { Random } from '../differential/random.ts';
import { send } from '../differential/requests.ts';
import type { Held, World } from './home.ts';

/** What a history has brought about, for those who judge it. */
interface Told {
	/** What honest people said that leaves the bad adult out: its id, a word that stands nowhere else, what was drawn and what was said aloud. */
	secrets: { id: string; word: string; picture: string | null; recording: string | null }[];
	done: Map<string, number>;
}

export interface Play {
	db: Database;
	random: Random;
	world: World;
	told: Told;
}

export const isBad = (world: World, { holder }: Held): boolean => world.bad.includes(holder);
/** The logins that their own people hold. */
export const honest = ({ world }: Play, fits: (one: Held) => boolean = () => true) =>
	world.logins.filter((one) => !isBad(world, one) && fits(one));

/** Sends calls in one request. Which of them were done. */
export async function sendAll({ db, random, told }: Play, who: Held, calls: [CallName, unknown][]): Promise<boolean[]> {
	const at = '2031-01-01T00:00:00.000Z';
	const sent = calls.map(([name, args]) => ({ id: random.id(), name, args, at }) as Call);
	const outcomes = await send(db, who, sent).catch((problem: unknown) => {
		if (String(problem).includes('nobody')) return [];
		throw problem;
	});
	return calls.map(([name], place) => {
		const isDone = outcomes[place]?.end === 'done';
		const key = `${who.holder === who.id ? 'as oneself' : `as another ${who.role}`} ${name}`;
		if (isDone) told.done.set(key, 1 + (told.done.get(key) ?? 0));
		return isDone;
	});
}

/** Sends one call. Whether it was done. */
export const sendOne = async (play: Play, who: Held, name: CallName, args: unknown): Promise<boolean> =>
	(await sendAll(play, who, [[name, args]]))[0] === true;
