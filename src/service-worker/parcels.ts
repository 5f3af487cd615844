/**
 * Hundreds of small files, one after the other, take minutes on a slow line. So what is text comes in a few parcels: the pages
 * of each nation and language, and the app. The build packs them (bind.ts), the worker unpacks them (fill.ts).
 */
export type Parcel = Readonly<Record<string, string>>;

/** A nation other than England has its pages, and what a drawer shows of them, in parcels of its own. */
const OF_NATION = /^\/([a-z-]+)\/(wales|scotland|northern-ireland)\/[\w-]+$/;
const IN_DRAWER = /\/nations\/(wales|scotland|northern-ireland)-([a-z-]+)\.[\w-]+\.js$/;

/** Whose guide this address belongs to. Null: to what every device keeps, England's pages among it. */
export const nationOf = (path: string): string | null => OF_NATION.exec(path)?.[2] ?? IN_DRAWER.exec(path)?.[1] ?? null;

/** Which parcel this address comes in: a language's, or the app's. Null: it comes by itself, as what is no text does. */
export function parcelOf(path: string): string | null {
	const [, lang, nation] = OF_NATION.exec(path) ?? [];
	if (nation) return `${nation}-${lang ?? ''}`;
	const script = IN_DRAWER.exec(path);
	if (script) return `${script[1] ?? ''}-${script[2] ?? ''}`;
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
