import type { Device } from '../gate/known-devices.ts';
import type { Book, Claim } from './limits.ts';
import { networkOf, regionOf } from './network.ts';

/** One try of a password, before anybody looks whether it is right. */
export interface Try {
	/** Seconds until it may be looked at; 0: now, and it counts as wrong until somebody says otherwise. */
	wait: number;
	/** It was right, or was not looked at. */
	giveBack(): void;
}

/**
 * Wrong passwords count where they come from. A device that signed in before counts for itself alone, so that nobody elsewhere can
 * shut its owner out. Others count for their network, and for the account in one of two lanes: networks that were hardly wrong
 * about it today, and those that were. Whoever is new here with the right password waits behind other new ones only: two
 * seconds for each try over thirty, and each network of an attacker is new five times a day. An address that nobody has counts
 * like any other, so that a wait does not tell which exist.
 */
export function takeTry(book: Book, email: string, address: string, device: Device | null): Try {
	const account = nameOf(email);
	const claims = device ? ofDevice(device) : ofStranger(book, account, address);
	const wait = book.take(claims);
	return { wait, giveBack: () => (wait === 0 ? book.giveBack(claims) : undefined) };
}

/** An account however its e-mail address is written. */
export const nameOf = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

const ofDevice = ({ id }: Device): Claim[] => [
	['known_device', id],
	['known_device_long', id]
];

function ofStranger(book: Book, account: string, address: string): Claim[] {
	const [network, region] = [networkOf(address), regionOf(address)];
	const fresh: Claim = ['newcomer', `${region} ${account}`];
	const lane: Claim[] = book.wait([fresh]) === 0 ? [fresh, ['newcomers', account]] : [['guessers', account]];
	const here = `${network} ${account}`;
	return [['passwords_here', network], ['guesses', here], ['guesses_long', here], ...lane];
}
