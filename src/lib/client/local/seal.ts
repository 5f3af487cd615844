import type { Id } from '$lib/domain/item.ts';
import { randomBytes, type Bytes } from '$lib/platform/ids.ts';

/** Where a sealed row lies. It is authenticated: a row that was moved or swapped does not open. */
export interface Place {
	table: string;
	drawer: Id;
	id: string;
}

/** Sealed by a key that is in memory. */
export interface Sealed {
	format: 1;
	iv: Bytes;
	text: ArrayBuffer;
}

/** Sealed to a drawer's public half: also while it is shut. Only the open drawer reads it. */
export interface Posted extends Sealed {
	from: Bytes;
}

const FORMAT = 1;
export const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
export const AES = { name: 'AES-GCM', length: 256 } as const;
const utf8 = new TextEncoder();
const text = new TextDecoder();

const context = (place: Place): Bytes => utf8.encode(JSON.stringify([FORMAT, place.table, place.drawer, place.id]));

/** Seals bytes to their place, under a fresh iv each time. */
export async function sealBytes(key: CryptoKey, place: Place, bytes: Bytes): Promise<Sealed> {
	const iv = randomBytes(12);
	const algorithm = { name: 'AES-GCM', iv, additionalData: context(place) };
	return { format: FORMAT, iv, text: await crypto.subtle.encrypt(algorithm, key, bytes) };
}

/** Throws where the key is another, or the row was changed or stood elsewhere. */
export async function openBytes(key: CryptoKey, place: Place, sealed: Sealed): Promise<Bytes> {
	const algorithm = { name: 'AES-GCM', iv: sealed.iv, additionalData: context(place) };
	return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.text));
}

/** The same for anything that is JSON. */
export const seal = (key: CryptoKey, place: Place, value: unknown): Promise<Sealed> =>
	sealBytes(key, place, utf8.encode(JSON.stringify(value)));

/** Throws likewise. What it is, whoever sealed it knows. */
export const open = async <T>(key: CryptoKey, place: Place, sealed: Sealed): Promise<T> =>
	JSON.parse(text.decode(await openBytes(key, place, sealed)));

/** Puts something into a shut drawer: a key of its own for each, agreed with the drawer's public half. */
export async function postBytes(publicHalf: Bytes, place: Place, bytes: Bytes): Promise<Posted> {
	const once = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
	const from = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey));
	const key = await agree(once.privateKey, publicHalf, from);
	return { ...(await sealBytes(key, place, bytes)), from };
}

/** Opens with the drawer's private half what was posted to its public one. Throws likewise. */
export async function openPostedBytes(privateHalf: CryptoKey, place: Place, posted: Posted): Promise<Bytes> {
	return openBytes(await agree(privateHalf, posted.from, posted.from), place, posted);
}

/** The same for anything that is JSON. */
export const post = (publicHalf: Bytes, place: Place, value: unknown): Promise<Posted> =>
	postBytes(publicHalf, place, utf8.encode(JSON.stringify(value)));

/** Throws likewise. What it is, whoever posted it knows. */
export const openPosted = async <T>(privateHalf: CryptoKey, place: Place, posted: Posted): Promise<T> =>
	JSON.parse(text.decode(await openPostedBytes(privateHalf, place, posted)));

async function agree(mine: CryptoKey, theirs: Bytes, salt: Bytes): Promise<CryptoKey> {
	const other = await crypto.subtle.importKey('raw', theirs, CURVE, false, []);
	const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, mine, 256);
	const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
	const way = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8.encode('sayso posted') };
	return crypto.subtle.deriveKey(way, base, AES, false, ['encrypt', 'decrypt']);
}
