import { signInRefusal, type Refusal } from './refusals.ts';
import type { Kind, Route } from './allowed-calls.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

export type Checked = { ok: true; body: string } | { ok: false; refusal: Refusal };

const DEEPEST = 32;
const MOST_PASSWORD_BYTES = 72; // bcrypt reads no further: a longer password would be cut off in silence
const LONGEST_EMAIL = 254;

const IS: Record<Kind, (value: Json | undefined) => boolean> = {
	text: (value) => typeof value === 'string',
	'text?': (value) => value === undefined || value === null || typeof value === 'string',
	'number?': (value) => value === undefined || value === null || typeof value === 'number',
	list: Array.isArray,
	'list?': (value) => value === undefined || value === null || Array.isArray(value),
	data: () => true // only what we know of it is passed on
};

/** The body as it is passed on: an object of the known fields, each text one that PostgreSQL can hold. */
export function checkBody(route: Route, bytes: Uint8Array): Checked {
	if (Object.keys(route.fields).length === 0) return { ok: true, body: '' };
	const read = readJson(bytes);
	const right = read && Object.entries(route.fields).every(([name, kind]) => IS[kind](read[name]));
	if (route.kind === 'auth')
		return read && right ? checkSignIn(route, read) : refuse(signInRefusal(400, 'validation_failed'));
	if (read && right && Object.keys(read).every((name) => Object.hasOwn(route.fields, name))) {
		return { ok: true, body: JSON.stringify(read) };
	}
	const body = {
		code: 'PGRST102',
		message: 'These are not the arguments of this function.',
		details: null,
		hint: null
	};
	return refuse({ status: 400, body });
}

function checkSignIn(route: Route, { email, password, refresh_token, data }: JsonObject): Checked {
	if (typeof email === 'string' && email.length > LONGEST_EMAIL) return refuse(signInRefusal(400, 'validation_failed'));
	if (typeof password === 'string' && Buffer.byteLength(password) > MOST_PASSWORD_BYTES) {
		return refuse(signInRefusal(422, 'weak_password', 'At most 72 bytes.'));
	}
	const all = { email, password, refresh_token, data: knownTexts(data) };
	const known = Object.entries(all).filter(([name]) => Object.hasOwn(route.fields, name));
	return { ok: true, body: JSON.stringify(Object.fromEntries(known)) };
}

const refuse = (refusal: Refusal): Checked => ({ ok: false, refusal });

/** Of what comes with a sign-up, the code and the device's name: it ends up in tokens, so nothing else belongs there. */
function knownTexts(data: Json | undefined): JsonObject {
	if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
	const kept = ['invite_code', 'device'].map((name) => [name, data[name]] as const);
	return Object.fromEntries(
		kept.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text.slice(0, 200)]] : []))
	);
}

function readJson(bytes: Uint8Array): JsonObject | null {
	try {
		const read: Json = JSON.parse(new TextDecoder().decode(bytes));
		const mended = mend(read, 0);
		return typeof mended === 'object' && mended !== null && !Array.isArray(mended) ? mended : null;
	} catch {
		return null;
	}
}

/**
 * PostgreSQL has no NUL and no half of a surrogate pair. Refused, a call with one would wait for ever and hold up all
 * that was said after it: so the one goes and the other becomes the sign for "not readable".
 */
function mend(value: Json, depth: number): Json {
	if (depth > DEEPEST) throw new RangeError('too deep');
	if (typeof value === 'string') return mendText(value);
	if (Array.isArray(value)) return value.map((one) => mend(one, depth + 1));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [mendText(name), mend(one, depth + 1)]));
}

const mendText = (text: string) => text.toWellFormed().replaceAll('\0', '');
