import { toBase64 } from './base64.ts';
import { hashOf } from './ids.ts';

/** The most that a picture may weigh, as the database allows. */
const MOST_BYTES = 60_000;

/** What everybody draws on (--plain): it stays light at night. */
const PAPER = '#fffdf6';

/**
 * A canvas as a small file, on paper: WebP, or JPEG where the browser makes no WebP (every Safari; it hands out a PNG instead).
 * Smaller and smaller until it fits. A JPEG has no see-through: without paper, a drawing would be black on black.
 */
export async function compressPicture(canvas: HTMLCanvasElement): Promise<Blob | null> {
	const sheet = drawn(canvas, canvas.width, canvas.height);
	for (const type of ['image/webp', 'image/jpeg']) {
		for (const quality of [0.85, 0.7, 0.5]) {
			const blob = await new Promise<Blob | null>((done) => sheet.toBlob(done, type, quality));
			if (blob?.type !== type) break; // it makes another sort instead
			if (blob.size <= MOST_BYTES) return blob;
		}
	}
	return canvas.width < 100 ? null : compressPicture(drawn(canvas, canvas.width / 2, canvas.height / 2));
}

/** A picture as a call carries it: its bytes as base64, and their hash. */
export async function carried(picture: Blob | null): Promise<{ hash: string; data: string } | null> {
	if (!picture) return null;
	const bytes = new Uint8Array(await picture.arrayBuffer());
	return { hash: await hashOf(bytes), data: toBase64(bytes) };
}

/** The same as an address to draw it from. */
export function pictureUrl(picture: { data: string } | null): string | null {
	if (!picture) return null;
	const begins = { '/9j/': 'image/jpeg', iVBOR: 'image/png' }; // the first bytes of each
	const [, type] = Object.entries(begins).find(([bytes]) => picture.data.startsWith(bytes)) ?? [];
	return `data:${type ?? 'image/webp'};base64,${picture.data}`;
}

/**
 * A photo from the device, at most so many pixels wide or high. Drawing it anew leaves out where it was taken. An image element
 * turns it the right way up in every browser; createImageBitmap takes the option for it only from Chrome 112 on.
 */
export async function shrunk(file: Blob, most: number): Promise<HTMLCanvasElement> {
	const photo = new Image();
	photo.src = URL.createObjectURL(file);
	try {
		await photo.decode();
		const scale = Math.min(1, most / Math.max(photo.naturalWidth, photo.naturalHeight));
		return drawn(photo, photo.naturalWidth * scale, photo.naturalHeight * scale);
	} finally {
		URL.revokeObjectURL(photo.src);
	}
}

/** As large as this, on a sheet of paper. */
function drawn(from: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(width));
	canvas.height = Math.max(1, Math.round(height));
	const sheet = canvas.getContext('2d');
	if (!sheet) return canvas;
	sheet.fillStyle = PAPER;
	sheet.fillRect(0, 0, canvas.width, canvas.height);
	sheet.drawImage(from, 0, 0, canvas.width, canvas.height);
	return canvas;
}
