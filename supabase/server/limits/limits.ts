import { makeMeter, type Limit } from './leaky-buckets.ts';

/**
 * Who is signed in, or a device that was, counts for itself. An address counts alone for what has no name yet, and otherwise
 * only as a wide second: a home is one address, and ten homes of a provider may be. 420 devices are ten homes.
 */
export const LIMITS = {
	/** What one account asks for: a day offline is 30 calls and some views. */
	calls: { atOnce: 300, seconds: 0.2 },
	/** All accounts at one address together. */
	calls_here: { atOnce: 30_000, seconds: 0.002 },
	/** One account, from devices that it signed in on before. */
	refresh: { atOnce: 30, seconds: 2 },
	refresh_unknown: { atOnce: 1200, seconds: 0.1 },
	/** With no token, or with one that nobody knows: by address. */
	unknown: { atOnce: 1200, seconds: 0.1 },
	/** Looks at one code that somebody made. Whoever has it is never held up by others. */
	code: { atOnce: 20, seconds: 3 },
	/** Codes that nobody made, by address. */
	wrong_code: { atOnce: 60, seconds: 1 },
	/** Passwords by address, where the device is not known. A right one is given back. */
	passwords_here: { atOnce: 600, seconds: 0.5 },
	/** Wrong passwords of one device that is known to the account. */
	known_device: { atOnce: 10, seconds: 10 },
	known_device_long: { atOnce: 30, seconds: 60 },
	/** Wrong passwords of one account from one network. */
	guesses: { atOnce: 5, seconds: 30 },
	guesses_long: { atOnce: 15, seconds: 300 },
	/** Those from a network that was hardly wrong about this account today ... */
	newcomer: { atOnce: 5, seconds: 17_280 },
	/** ... all together, and ... */
	newcomers: { atOnce: 30, seconds: 2 },
	/** ... those from all others. */
	guessers: { atOnce: 60, seconds: 10 }
} as const satisfies Record<string, Limit>;

type LimitName = keyof typeof LIMITS;
export type Limits = Record<LimitName, Limit>;

/** For the made-up home, where only this computer asks and a test is quicker than any home. */
export const PLENTY = Object.fromEntries(
	Object.entries(LIMITS).map(([name, { atOnce, seconds }]) => [name, { atOnce: atOnce * 100, seconds: seconds / 100 }])
) as Limits; // of the same names

/** What an ask counts for: a limit, and whose. */
export type Claim = readonly [LimitName, string];

export interface Book {
	/** Counts one for each claim, or none where one of them must wait; then for how many seconds. */
	take(claims: Claim[]): number;
	/** As take, but counts nothing. */
	wait(claims: Claim[]): number;
	giveBack(claims: Claim[]): void;
}

export function openBook(limits: Limits, now: () => number = Date.now): Book {
	const names = Object.keys(limits) as LimitName[]; // Object.keys does not say so
	const meters = Object.fromEntries(names.map((name) => [name, makeMeter(limits[name], now)])) as Record<
		LimitName,
		ReturnType<typeof makeMeter>
	>;
	const wait = (claims: Claim[]) => Math.max(0, ...claims.map(([name, who]) => meters[name].wait(who)));
	return {
		wait,
		take(claims) {
			const seconds = wait(claims);
			if (seconds === 0) for (const [name, who] of claims) meters[name].add(who);
			return seconds;
		},
		giveBack(claims) {
			for (const [name, who] of claims) meters[name].giveBack(who);
		}
	};
}
