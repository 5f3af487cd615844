import { signInRefusal, type Refusal } from './problems.ts';
import type { Route } from './routes.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };

export type Checked = { ok: true; body: string } | { ok: false; refusal: Refusal };

const DEEPEST = 32;
const MOST_PASSWORD_BYTES = 72; // bcrypt reads no further: a longer password would be cut off in silence

/** The body as it is passed on: an object of the known fields, each text one that PostgreSQL can hold. */
export function checkBody(route: Route, bytes: Uint8Array): Checked {
	if (route.kind === 'auth') return checkAuth(route, bytes);
	const read = readJson(bytes);
	if (!read || Object.keys(read).some((name) => !route.fields.includes(name))) {
		return refuse({
			status: 400,
			body: { code: 'PGRST102', message: 'Not the arguments of this function', details: null, hint: null }
		});
	}
	return { ok: true, body: JSON.stringify(read) };
}

function checkAuth(route: Route, bytes: Uint8Array): Checked {
	if (route.fields.length === 0) return { ok: true, body: '' };
	const read = readJson(bytes);
	if (!read) return refuse(signInRefusal(400, 'bad_json'));
	const texts = route.fields.filter((name) => name !== 'data');
	if (texts.some((name) => typeof read[name] !== 'string')) return refuse(signInRefusal(400, 'validation_failed'));
	const known: Fields = Object.fromEntries(texts.map((name) => [name, read[name] ?? '']));
	if (route.fields.includes('data')) known['data'] = shortTexts(read['data']);
	const password = known['password'];
	if (typeof password === 'string' && Buffer.byteLength(password) > MOST_PASSWORD_BYTES) {
		return refuse(signInRefusal(422, 'weak_password', 'At most 72 bytes.'));
	}
	return { ok: true, body: JSON.stringify(known) };
}

const refuse = (refusal: Refusal): Checked => ({ ok: false, refusal });

/** Of what comes with a sign-up, the code and the device's name: it ends up in tokens, so nothing else belongs there. */
function shortTexts(data: Json | undefined): Fields {
	if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
	const kept = ['invite_code', 'device'].map((name) => [name, data[name]] as const);
	return Object.fromEntries(
		kept.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text.slice(0, 200)]] : []))
	);
}

function readJson(bytes: Uint8Array): Fields | null {
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
