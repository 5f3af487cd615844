import { remember } from './remember.ts';

/** Wrong passwords of one account, from wherever they come: whoever guesses from many addresses guesses slowly too. */
export interface Tries {
	/** Counts a try before it is checked; tells in how many seconds the next is free, 0 when this one is. */
	take(account: string): number;
	/** It was the right password. */
	right(account: string): void;
	/** It was not looked at: the server had a bad moment. */
	giveBack(account: string): void;
}

const SECOND = 1000;
const FREE = 5;
const WAITS = [30, 60, 120]; // seconds after the fifth wrong one, and so on
const LONGEST = 300; // no longer: whoever knows an address could lock its owner out for good
const FORGET = 60 * 60 * SECOND;
const MOST_REMEMBERED = 20_000;

interface Tried {
	wrong: number;
	until: number;
	at: number;
}

/** An address that nobody has counts like any other, so that the wait does not tell which exist. */
export function makeTries(now: () => number = Date.now): Tries {
	const all = new Map<string, Tried>();
	const name = (account: string) => account.normalize('NFKC').trim().toLowerCase();
	return {
		take(account) {
			const key = name(account);
			const tried = all.get(key);
			const known = tried && now() - tried.at < FORGET ? tried : { wrong: 0, until: 0, at: 0 };
			if (now() < known.until) return Math.ceil((known.until - now()) / SECOND);
			const wrong = known.wrong + 1;
			remember(all, key, { wrong, until: now() + waitAfter(wrong) * SECOND, at: now() }, MOST_REMEMBERED);
			return 0;
		},
		right: (account) => void all.delete(name(account)),
		giveBack(account) {
			const tried = all.get(name(account));
			if (tried) all.set(name(account), { ...tried, wrong: tried.wrong - 1, until: 0 });
		}
	};
}

const waitAfter = (wrong: number): number => (wrong < FREE ? 0 : (WAITS[wrong - FREE] ?? LONGEST));
