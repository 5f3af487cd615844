import type { Device } from '../gate/known-devices.ts';
import type { Charge, RateLimits } from './limits.ts';
import { networkOf, regionOf } from './network.ts';

/** One attempt with a password, before anybody looks whether it is right. */
export interface LoginAttempt {
	/** Seconds until it may be looked at; 0: now, and it counts as wrong until somebody says otherwise. */
	wait: number;
	/** It was right, or was not looked at. */
	refund(): void;
}

/**
 * Wrong passwords count where they come from. A device that signed in before counts for itself alone, so that nobody elsewhere can
 * shut its owner out. Others count for their network, and for the account in one of two lanes: networks that were hardly wrong
 * about it today, and those that were. A newcomer with the right password waits behind other newcomers only: two seconds for each
 * attempt over thirty, and each network of an attacker is new five times a day. An e-mail address that nobody has counts like any
 * other, so that a wait does not tell which exist.
 */
export function takeLoginAttempt(
	limits: RateLimits,
	email: string,
	address: string,
	device: Device | null
): LoginAttempt {
	const charges = device ? chargesOfDevice(device) : chargesOfStranger(limits, normaliseEmail(email), address);
	const wait = limits.take(charges);
	return { wait, refund: () => (wait === 0 ? limits.refund(charges) : undefined) };
}

/** The same for an account however its e-mail address is written. */
export const normaliseEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

const chargesOfDevice = ({ id }: Device): Charge[] => [
	['known_device', id],
	['known_device_long', id]
];

function chargesOfStranger(limits: RateLimits, account: string, address: string): Charge[] {
	const [network, region] = [networkOf(address), regionOf(address)];
	const newcomer: Charge = ['newcomer', `${region} ${account}`];
	const lane: Charge[] = limits.wait([newcomer]) === 0 ? [newcomer, ['newcomers', account]] : [['guessers', account]];
	const here = `${network} ${account}`;
	return [['passwords_here', network], ['guesses', here], ['guesses_long', here], ...lane];
}
