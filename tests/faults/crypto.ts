import {
	createCipheriv,
	createDecipheriv,
	createECDH,
	createHash,
	createHmac,
	hkdfSync,
	pbkdf2Sync
} from 'node:crypto';
import type { Chance } from './chance.ts';

// The same algorithms as WebCrypto's, but at once and from seeded randomness, so that a history with a seed always runs the
// same way. What it seals is really sealed: a wrong key or a moved row fails here, too.

interface Key {
	kind: 'aes' | 'mac' | 'ecdh' | 'kdf';
	raw: Uint8Array;
}
type Algorithm = { name: string; iv?: Uint8Array; additionalData?: Uint8Array } & Record<string, unknown>;

const bytesOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
	ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

export function seededCrypto(chance: Chance) {
	const random = (count: number) => Uint8Array.from({ length: count }, () => chance.below(256));
	const pairOf = (raw: Uint8Array) => {
		const ecdh = createECDH('prime256v1');
		ecdh.setPrivateKey(raw);
		return { privateKey: { kind: 'ecdh', raw }, publicKey: { kind: 'ecdh', raw: new Uint8Array(ecdh.getPublicKey()) } };
	};
	const subtle = {
		async digest(_: string, data: ArrayBufferView) {
			return bufferOf(createHash('sha256').update(bytesOf(data)).digest());
		},
		async generateKey({ name }: { name: string }) {
			if (name === 'ECDH') return pairOf(random(31)); // below the curve's order, whatever comes
			return { kind: name === 'HMAC' ? 'mac' : 'aes', raw: random(32) };
		},
		async importKey(_: string, data: ArrayBuffer | ArrayBufferView, algorithm: { name: string } | string) {
			const name = typeof algorithm === 'string' ? algorithm : algorithm.name;
			const kind = { 'AES-GCM': 'aes', HMAC: 'mac', ECDH: 'ecdh', PBKDF2: 'kdf', HKDF: 'kdf' }[name];
			return { kind, raw: new Uint8Array(bytesOf(data)) };
		},
		async exportKey(_: string, key: Key) {
			return bufferOf(key.raw);
		},
		async deriveBits({ public: other }: { public: Key }, mine: Key) {
			const ecdh = createECDH('prime256v1');
			ecdh.setPrivateKey(mine.raw);
			return bufferOf(ecdh.computeSecret(other.raw));
		},
		async deriveKey(way: Algorithm & { salt: Uint8Array; iterations: number; info: Uint8Array }, base: Key) {
			const raw =
				way.name === 'PBKDF2'
					? pbkdf2Sync(base.raw, way.salt, way.iterations, 32, 'sha256')
					: new Uint8Array(hkdfSync('sha256', base.raw, way.salt, way.info, 32));
			return { kind: 'aes', raw: new Uint8Array(raw) };
		},
		async sign(_: string, key: Key, data: ArrayBufferView) {
			return bufferOf(createHmac('sha256', key.raw).update(bytesOf(data)).digest());
		},
		async encrypt({ iv, additionalData }: Algorithm, key: Key, data: ArrayBufferView) {
			const cipher = createCipheriv('aes-256-gcm', key.raw, iv!);
			if (additionalData) cipher.setAAD(additionalData);
			const text = Buffer.concat([cipher.update(bytesOf(data)), cipher.final(), cipher.getAuthTag()]);
			return bufferOf(text);
		},
		async decrypt({ iv, additionalData }: Algorithm, key: Key, data: ArrayBuffer | ArrayBufferView) {
			const text = bytesOf(data);
			try {
				const decipher = createDecipheriv('aes-256-gcm', key.raw, iv!);
				if (additionalData) decipher.setAAD(additionalData);
				decipher.setAuthTag(text.subarray(-16));
				return bufferOf(Buffer.concat([decipher.update(text.subarray(0, -16)), decipher.final()]));
			} catch {
				throw new DOMException('does not open', 'OperationError');
			}
		}
	};
	return {
		subtle,
		getRandomValues<T extends Uint8Array>(into: T): T {
			into.set(random(into.length));
			return into;
		},
		randomUUID: () => [4, 2, 2, 2, 6].map((n) => Buffer.from(random(n)).toString('hex')).join('-')
	};
}
