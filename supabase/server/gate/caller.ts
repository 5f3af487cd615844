import type { Accounts } from './token-accounts.ts';
import type { Device, Devices } from './known-devices.ts';
import type { Waiting } from './fair-queue.ts';
import type { Ask } from '../http/http.ts';
import type { Claim } from '../limits/limits.ts';
import { networkOf } from '../limits/network.ts';
import type { Route } from './allowed-calls.ts';

/** Who asks, as far as it can be told without asking anybody. */
export interface Caller {
	/** A token of a person; none when the client only repeats the key. */
	bearer: string | null;
	/** Whose the token is. Null: there is none, or nobody that we know signed it. */
	account: string | null;
	/** The device, where somebody signed in on it before. */
	device: Device | null;
	address: string;
	network: string;
}

/** In which header a known device shows its token, and gets a new one. */
export const DEVICE = 'x-sayso-device';

export function callerOf(ask: Ask, publishable: string, accounts: Accounts, devices: Devices): Caller {
	const bearer = bearerOf(ask.headers.authorization, publishable);
	const { address } = ask;
	const account = bearer === null ? null : accounts.of(bearer);
	return { bearer, account, device: devices.read(ask.headers[DEVICE]), address, network: networkOf(address) };
}

function bearerOf(header: string | undefined, publishable: string): string | null {
	const token = header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : '';
	return token === '' || token === publishable ? null : token;
}

/** What an ask counts for before anybody reads it. Passwords and codes count for what is in them. */
export function claimsOf(route: Route, { account, device, network }: Caller): Claim[] {
	if (route.limit === 'sign_in' || route.limit === 'check_code') return [];
	if (route.limit === 'refresh' && device) return [['refresh', device.account]];
	if (account !== null) {
		return [
			['calls', account],
			['calls_here', network]
		];
	}
	return [[route.limit === 'refresh' ? 'refresh_unknown' : 'unknown', network]];
}

/** As whom somebody waits for their turn. */
export function waitingAs({ account, device, network }: Caller): Waiting {
	const name = account ?? device?.account;
	return name === undefined ? { name: network, known: false } : { name, known: true };
}
