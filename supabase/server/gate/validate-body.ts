import { signInRefusal, type Refusal } from './refusals.ts';
import type { AllowedCall, FieldType } from './allowed-calls.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

export type ValidatedBody = { ok: true; body: string } | { ok: false; refusal: Refusal };

const MAX_DEPTH = 32;
const MAX_PASSWORD_BYTES = 72; // bcrypt reads no further: a longer password would be cut off in silence
const MIN_PASSWORD = 12; // as at sign-up
const MAX_EMAIL_LENGTH = 254;

const IS: Record<FieldType, (value: Json | undefined) => boolean> = {
	text: (value) => typeof value === 'string',
	'text?': (value) => value === undefined || value === null || typeof value === 'string',
	'number?': (value) => value === undefined || value === null || typeof value === 'number',
	list: Array.isArray,
	'list?': (value) => value === undefined || value === null || Array.isArray(value),
	data: () => true // only what we know of it is passed on
};

/** The body as it is passed on: an object of the known fields, each text one that PostgreSQL can hold. */
export function validateBody(call: AllowedCall, text: string): ValidatedBody {
	if (Object.keys(call.fields).length === 0) return { ok: true, body: '' };
	const read = readJson(text);
	const right = read && Object.entries(call.fields).every(([name, kind]) => IS[kind](read[name]));
	if (call.kind === 'auth')
		return read && right ? validateSignIn(call, read) : refuse(signInRefusal(400, 'validation_failed'));
	if (read && right && Object.keys(read).every((name) => Object.hasOwn(call.fields, name))) {
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

function validateSignIn(
	call: AllowedCall,
	{ email, password, new_password, refresh_token, data }: JsonObject
): ValidatedBody {
	if (typeof email === 'string' && email.length > MAX_EMAIL_LENGTH)
		return refuse(signInRefusal(400, 'validation_failed'));
	if (typeof password === 'string' && Buffer.byteLength(password) > MAX_PASSWORD_BYTES) {
		return refuse(signInRefusal(422, 'weak_password', 'At most 72 bytes.'));
	}
	if (
		typeof new_password === 'string' &&
		(new_password.length < MIN_PASSWORD || Buffer.byteLength(new_password) > MAX_PASSWORD_BYTES)
	)
		return refuse(
			signInRefusal(422, 'weak_password', `At least ${MIN_PASSWORD} signs, at most ${MAX_PASSWORD_BYTES} bytes.`)
		);
	const all = { email, password, new_password, refresh_token, data: signUpData(data) };
	const known = Object.entries(all).filter(([name]) => Object.hasOwn(call.fields, name));
	return { ok: true, body: JSON.stringify(Object.fromEntries(known)) };
}

const refuse = (refusal: Refusal): ValidatedBody => ({ ok: false, refusal });

/** Of what comes with a sign-up, the code and the device's name: it ends up in tokens, so nothing else belongs there. */
function signUpData(data: Json | undefined): JsonObject {
	if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
	const kept = ['invite_code', 'device'].map((name) => [name, data[name]] as const);
	return Object.fromEntries(
		kept.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text.slice(0, 200)]] : []))
	);
}

function readJson(text: string): JsonObject | null {
	try {
		const read: Json = JSON.parse(text);
		const storable = storableJson(read, 0);
		return typeof storable === 'object' && storable !== null && !Array.isArray(storable) ? storable : null;
	} catch {
		return null;
	}
}

/**
 * PostgreSQL has no NUL and no half of a surrogate pair. Refused, a call with one would wait for ever and hold up all
 * that was said after it: so the one goes and the other becomes the sign for "not readable".
 */
function storableJson(value: Json, depth: number): Json {
	if (depth > MAX_DEPTH) throw new RangeError('too deep');
	if (typeof value === 'string') return makeStorable(value);
	if (Array.isArray(value)) return value.map((one) => storableJson(one, depth + 1));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [makeStorable(name), storableJson(one, depth + 1)])
	);
}

const makeStorable = (text: string) => text.toWellFormed().replaceAll('\0', '');
