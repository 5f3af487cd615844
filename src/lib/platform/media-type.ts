import type { Bytes } from './ids.ts';

/** What a picture or a recording is: by its first bytes, and never by what it says of itself. */
export function typeOf(bytes: Bytes): string {
	const head = String.fromCharCode(...bytes.slice(0, 12));
	if (head.startsWith('\x89PNG')) return 'image/png';
	if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
	if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
	if (head.startsWith('\x1aE\xdf\xa3')) return 'audio/webm';
	if (head.startsWith('OggS')) return 'audio/ogg';
	if (head.startsWith('ftyp', 4)) return 'audio/mp4';
	return 'application/octet-stream';
}
