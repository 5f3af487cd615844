import { remember } from './remember.ts';

/** How many a minute from one address. A whole home often shares one. */
export interface Limits {
	sign_in: number;
	refresh: number;
	check_code: number;
	rpc: number;
}

export const LIMITS: Limits = { sign_in: 30, refresh: 120, check_code: 30, rpc: 600 };

export interface Rates {
	/** Takes one; tells in how many seconds the next is free, 0 when this one is. */
	take(limit: keyof Limits, address: string): number;
}

const A_MINUTE = 60_000;
const MOST_REMEMBERED = 20_000;

/** One bucket for each limit and address, full at the start, that fills evenly over a minute. */
export function makeRates(limits: Limits, now: () => number = Date.now): Rates {
	const buckets = new Map<string, { left: number; at: number }>();
	return {
		take(limit, address) {
			const most = limits[limit];
			const key = `${limit} ${network(address)}`;
			const bucket = buckets.get(key) ?? { left: most, at: now() };
			const left = Math.min(most, bucket.left + ((now() - bucket.at) / A_MINUTE) * most);
			remember(buckets, key, { left: left < 1 ? left : left - 1, at: now() }, MOST_REMEMBERED);
			return left < 1 ? Math.ceil(((1 - left) / most) * 60) : 0;
		}
	};
}

/** A device changes its IPv6 address at will within its network: count the network. */
export function network(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
	if (!plain.includes(':')) return plain;
	const [head = '', tail = ''] = plain.split('::');
	const left = head.split(':').filter(Boolean);
	const right = tail.split(':').filter(Boolean);
	const zeros = plain.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
	return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
