export type Bytes = Uint8Array<ArrayBuffer>;

/** Made on the device, unique everywhere: what is sent twice under it happens once. */
export const newId = (): string => crypto.randomUUID();

/** As many as one asks for, which nobody can guess. */
export const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));

export const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 in hex, of text or bytes: what stands for a code or a picture where the thing itself must not be. */
export async function hashOf(content: string | Bytes): Promise<string> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** A secret that nobody has to remember: 32 random bytes. */
export const newSecret = (): string => hex(randomBytes(32));
