import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { normaliseEmail } from '../limits/login-attempts.ts';

/** A device that somebody signed in on, as its token says. */
export interface Device {
	id: string;
	/** Whose, as a mark that nobody can turn back into an e-mail address. */
	account: string;
}

export interface KnownDevices {
	/** A token for a device on which this account has just signed in; it stays the same device. */
	issue(email: string, before: Device | null): string;
	/** Null: none, one that we did not sign, or one that is too old. */
	read(token: string | string[] | undefined): Device | null;
	belongsTo(device: Device | null, email: string): device is Device;
}

const DAY = 86_400_000;
const LASTS = 180; // days since the device signed in or renewed its session; it does so every day that it is used
const A_TOKEN = /^([\w-]{22})\.([\w-]{16})\.(\d{1,6})\.([\w-]{43})$/;

/**
 * What a known device shows when it signs in again (OWASP's device cookie). It opens nothing: it only says against whom a wrong
 * password counts. The app keeps it sealed, beside its session; there is no cookie.
 */
export function createKnownDevices(key: string, now: () => number = Date.now): KnownDevices {
	const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
	const markOf = (email: string) => sign(`account ${normaliseEmail(email)}`).slice(0, 22);
	const today = () => Math.floor(now() / DAY);
	const belongsTo = (device: Device | null, email: string): device is Device => device?.account === markOf(email);
	return {
		belongsTo,
		issue(email, before) {
			const id = belongsTo(before, email) ? before.id : randomBytes(12).toString('base64url');
			const said = `${markOf(email)}.${id}.${today()}`;
			return `${said}.${sign(said)}`;
		},
		read(token) {
			const [, account, id, day, signature] = (typeof token === 'string' && A_TOKEN.exec(token)) || [];
			if (!account || !id || !signature) return null;
			const right = Buffer.from(sign(`${account}.${id}.${day}`));
			if (!timingSafeEqual(right, Buffer.from(signature))) return null;
			return today() - Number(day) <= LASTS ? { id, account } : null;
		}
	};
}
