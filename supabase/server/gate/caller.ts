import type { Charge } from '../limits/limits.ts';
import { networkOf } from '../limits/network.ts';
import type { AllowedCall } from './allowed-calls.ts';
import type { Waiter } from './fair-queue.ts';
import type { Device, KnownDevices } from './known-devices.ts';
import type { TokenAccounts } from './token-accounts.ts';

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
export const DEVICE_HEADER = 'x-sayso-device';

export function identifyCaller(
	header: (name: string) => string | undefined,
	address: string,
	{ publishable, accounts, devices }: { publishable: string; accounts: TokenAccounts; devices: KnownDevices }
): Caller {
	const bearer = bearerIn(header('authorization'), publishable);
	const account = bearer === null ? null : accounts.of(bearer);
	return { bearer, account, device: devices.read(header(DEVICE_HEADER)), address, network: networkOf(address) };
}

function bearerIn(header: string | undefined, publishable: string): string | null {
	const token = header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : '';
	return token === '' || token === publishable ? null : token;
}

/** What a request counts for before anybody reads it. Passwords and codes count for what is in them. */
export function chargesFor(call: AllowedCall, { account, device, network }: Caller): Charge[] {
	if (call.limit === 'sign_in' || call.limit === 'check_code') return [];
	if (call.limit === 'refresh' && device) return [['refresh', device.account]];
	if (account !== null) {
		return [
			['calls', account],
			['calls_here', network]
		];
	}
	return [[call.limit === 'refresh' ? 'refresh_unknown' : 'unknown', network]];
}

/** As whom somebody waits for their turn. */
export function waiterFor({ account, device, network }: Caller): Waiter {
	const name = account ?? device?.account;
	return name === undefined ? { name: network, known: false } : { name, known: true };
}
