import type { Id } from '$lib/domain/item.ts';
import { hex, randomBytes, type Bytes } from '$lib/platform/ids.ts';
import { AES, CURVE, openBytes, sealBytes, type Place, type Sealed } from './seal.ts';

/** As many rounds as a cheap tablet does in about a second. */
export const ITERATIONS = 600_000;

/** The drawer's keys as they lie on the device: wrapped by the secret, and that again by the device's own key. */
export interface KeyBox {
	salt: Bytes;
	iterations: number;
	inner: Bytes; // the inner wrapping's iv
	wrapped: Sealed;
}

/** An open drawer's keys. They live in memory only, and nothing can read them out. */
export interface Keys {
	data: CryptoKey;
	names: CryptoKey; // makes ids of drafts and pictures that tell nothing
	privateHalf: CryptoKey;
}

/** What sending needs of a drawer. The device has it also while the drawer is shut. */
export interface Sender {
	id: Id;
	device: CryptoKey;
	publicHalf: Bytes;
}

/** A drawer whose lock was opened. */
export interface UnlockedDrawer extends Sender {
	kind: 'child' | 'staff';
	keys: Keys;
}

/** What a box must be opened with besides its secret. */
export interface BoxOf {
	drawer: Id;
	device: CryptoKey;
}

const MAC = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const;
const utf8 = new TextEncoder();
const placeOf = (drawer: Id): Place => ({ table: 'drawers', drawer, id: 'keys' });

/** The device's own key for one drawer: it can be used here, and copied nowhere by script. */
export const makeDeviceKey = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);

/** A key for names that tell nothing to who does not hold it. */
export const makeNameKey = (): Promise<CryptoKey> => crypto.subtle.generateKey(MAC, false, ['sign']);

/** New keys as plain bytes: the data key, the key for names, the private half. Whoever takes them wipes them. */
export async function makeKeys(): Promise<{ plain: Bytes; publicHalf: Bytes }> {
	const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
	const privateHalf = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
	const publicHalf = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
	const plain = new Uint8Array(64 + privateHalf.length);
	plain.set(randomBytes(64));
	plain.set(privateHalf, 64);
	privateHalf.fill(0);
	return { plain, publicHalf };
}

/** Wraps the keys by the secret, and that by the device's own key. `plain` is left to whoever gave it. */
export async function shutBox(plain: Bytes, of: BoxOf, secret: string, iterations: number): Promise<KeyBox> {
	const [salt, inner] = [randomBytes(16), randomBytes(12)];
	const key = await keyOf(secret, salt, iterations);
	const once = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: inner }, key, plain));
	return { salt, iterations, inner, wrapped: await sealBytes(of.device, placeOf(of.drawer), once) };
}

/** Null where the secret is wrong. Throws where the box itself is broken. */
export async function openBox(box: KeyBox, of: BoxOf, secret: string): Promise<Bytes | null> {
	const once = await openBytes(of.device, placeOf(of.drawer), box.wrapped);
	const key = await keyOf(secret, box.salt, box.iterations);
	try {
		return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.inner }, key, once));
	} catch {
		return null;
	}
}

/** Takes the keys into use, and wipes the plain bytes. */
export async function takeKeys(plain: Bytes): Promise<Keys> {
	const [data, names, privateHalf] = await Promise.all([
		crypto.subtle.importKey('raw', plain.slice(0, 32), AES, false, ['encrypt', 'decrypt']),
		crypto.subtle.importKey('raw', plain.slice(32, 64), MAC, false, ['sign']),
		crypto.subtle.importKey('pkcs8', plain.slice(64), CURVE, false, ['deriveBits'])
	]);
	plain.fill(0);
	return { data, names, privateHalf };
}

/** The same name every time, from which nobody without the key learns what it stands for. */
export async function nameOf(key: CryptoKey, what: string): Promise<string> {
	return hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(what))));
}

async function keyOf(secret: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
	const bytes = utf8.encode(secret.normalize('NFKC'));
	const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
	const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
	return crypto.subtle.deriveKey(way, base, AES, false, ['encrypt', 'decrypt']);
}
