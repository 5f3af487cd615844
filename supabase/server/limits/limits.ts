import { createLeakyBuckets, type Limit } from './leaky-buckets.ts';

/**
 * Who is signed in, or a device that was, counts for itself. An address counts alone for what has no name yet, and otherwise
 * only as a wide second: a home is one address, and ten homes of a provider may be. 420 devices are ten homes.
 */
export const LIMITS = {
	/** What one account asks for: a day offline is 30 calls and some views. */
	calls: { burst: 300, seconds: 0.2 },
	/** All accounts at one address together. */
	calls_here: { burst: 30_000, seconds: 0.002 },
	/** One account, from devices that it signed in on before. */
	refresh: { burst: 30, seconds: 2 },
	refresh_unknown: { burst: 1200, seconds: 0.1 },
	/** With no token, or with one that nobody knows: by address. */
	unknown: { burst: 1200, seconds: 0.1 },
	/** Looks at one code that somebody made. Whoever has it is never held up by others. */
	code: { burst: 20, seconds: 3 },
	/** Codes that nobody made, by address. */
	wrong_code: { burst: 60, seconds: 1 },
	/** Passwords by address, where the device is not known. A right one is given back. */
	passwords_here: { burst: 600, seconds: 0.5 },
	/** Wrong passwords of one device that is known to the account. */
	known_device: { burst: 10, seconds: 10 },
	known_device_long: { burst: 30, seconds: 60 },
	/** Wrong passwords of one account from one network. */
	guesses: { burst: 5, seconds: 30 },
	guesses_long: { burst: 15, seconds: 300 },
	/** Those from a network that was hardly wrong about this account today ... */
	newcomer: { burst: 5, seconds: 17_280 },
	/** ... all together, and ... */
	newcomers: { burst: 30, seconds: 2 },
	/** ... those from all others. */
	guessers: { burst: 60, seconds: 10 }
} as const satisfies Record<string, Limit>;

type LimitName = keyof typeof LIMITS;
export type Limits = Record<LimitName, Limit>;

/** For the made-up home, where only this computer asks and a test is quicker than any home. */
export const RELAXED_LIMITS = Object.fromEntries(
	Object.entries(LIMITS).map(([name, { burst, seconds }]) => [name, { burst: burst * 100, seconds: seconds / 100 }])
) as Limits; // of the same names

/** What a request counts for: a limit, and whose. */
export type Charge = readonly [LimitName, string];

export interface RateLimits {
	/** Counts one for each charge, or none where one of them must wait; then for how many seconds. */
	take(charges: Charge[]): number;
	/** As take, but counts nothing. */
	wait(charges: Charge[]): number;
	refund(charges: Charge[]): void;
}

export function createRateLimits(limits: Limits, now: () => number = Date.now): RateLimits {
	const names = Object.keys(limits) as LimitName[]; // Object.keys does not say so
	const buckets = new Map(names.map((name) => [name, createLeakyBuckets(limits[name], now)]));
	const wait = (charges: Charge[]) => Math.max(0, ...charges.map(([name, whose]) => buckets.get(name)!.wait(whose)));
	return {
		wait,
		take(charges) {
			const seconds = wait(charges);
			if (seconds === 0) for (const [name, whose] of charges) buckets.get(name)!.add(whose);
			return seconds;
		},
		refund(charges) {
			for (const [name, whose] of charges) buckets.get(name)!.refund(whose);
		}
	};
}
