/**
 * Hundreds of small files, one after the other, take minutes on a slow line. So what is text comes in a few parcels: the pages
 * of each language, and the app. The build packs them (bind.ts), the worker unpacks them (fill.ts).
 */
export type Parcel = Readonly<Record<string, string>>;

/** Which parcel this address comes in: a language's, or the app's. Null: it comes by itself, as what is no text does. */
export function parcelOf(path: string): string | null {
	const page = /^\/([a-z-]+)\/[\w-]+$/.exec(path);
	if (page) return page[1] ?? null;
	return path === '/' || /\.(js|css|svg)$/.test(path) ? 'app' : null;
}

/** What the server would call it. */
export function typeOf(path: string): string {
	const ending = /\.(\w+)$/.exec(path)?.[1];
	const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
	return `${types[ending ?? ''] ?? 'text/html'}; charset=utf-8`;
}
