import type { CallArgs } from '$lib/domain/calls';

/** A picture that was just made, as an address to draw it from. */
export function pictureUrl(made: CallArgs['put_picture'] | null): string | null {
	if (!made) return null;
	const type = made.data.startsWith('/9j/') ? 'image/jpeg' : 'image/webp';
	return `data:${type};base64,${made.data}`;
}
