/** Bytes as they travel in JSON. */
export function toBase64(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}

/** Null where it is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
	try {
		return Uint8Array.from(atob(text), (entry) => entry.charCodeAt(0));
	} catch {
		return null;
	}
}
