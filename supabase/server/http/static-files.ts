import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readable } from './encodings.ts';
import { text, type Answer, type Ask } from './http.ts';

interface StaticFile {
	file: string;
	type: string;
	etag: string;
	/** Which compressed copies lie beside it, best first. */
	copies: { encoding: string; file: string }[];
}

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml'
};
const COPIES = [
	{ encoding: 'br', ending: '.br' },
	{ encoding: 'gzip', ending: '.gz' }
];
const FALLBACK = '/200.html';

/** The built app, read once: pages under their clean names, and the one page that draws every route of the app itself. */
export function makeStatic(folder: string): (ask: Ask) => Answer {
	const files = listFiles(folder);
	return (ask) => {
		if (ask.method !== 'GET' && ask.method !== 'HEAD') return text(405, 'Only to be read.', { allow: 'GET, HEAD' });
		const path = decoded(ask.path);
		if (path === null) return NOT_FOUND;
		const found = files.get(path) ?? files.get(`${path}.html`) ?? files.get(join(path, 'index.html'));
		if (found) return send(found, path, ask);
		const page = path.endsWith('/') ? path.slice(0, -1) : '';
		if (page !== '' && files.has(`${page}.html`)) return text(308, '', { location: page });
		const fallback = files.get(FALLBACK);
		return fallback && isNavigation(path, ask) ? send(fallback, path, ask) : NOT_FOUND;
	};
}

const NOT_FOUND = text(404, 'There is no such page here.');

/** A missing file must be a missing file: a page in its place would be kept by a cache under the file's name. */
const isNavigation = (path: string, ask: Ask) =>
	extname(path) === '' && (ask.headers.accept ?? '').includes('text/html');

function decoded(path: string): string | null {
	try {
		return decodeURIComponent(path);
	} catch {
		return null;
	}
}

function send(found: StaticFile, path: string, ask: Ask): Answer {
	const way = readable(
		ask,
		found.copies.map(({ encoding }) => encoding)
	);
	const copy = found.copies.find(({ encoding }) => encoding === way);
	const etag = `"${found.etag}${copy ? `-${copy.encoding}` : ''}"`;
	const headers = {
		'content-type': found.type,
		'cache-control': path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache',
		vary: 'accept-encoding',
		etag,
		...(copy && { 'content-encoding': copy.encoding })
	};
	if (ask.headers['if-none-match'] === etag) return { status: 304, headers, body: null };
	return { status: 200, headers, body: readFileSync(copy?.file ?? found.file) };
}

function listFiles(folder: string): Map<string, StaticFile> {
	const names = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	const all = new Set(names);
	const own = names.filter(
		(name) => !COPIES.some(({ ending }) => name.endsWith(ending) && all.has(name.slice(0, -ending.length)))
	);
	return new Map(
		own.map((file) => [
			`/${file
				.slice(folder.length)
				.replace(/^[\\/]/, '')
				.replaceAll('\\', '/')}`,
			describe(file, all)
		])
	);
}

function describe(file: string, all: Set<string>): StaticFile {
	return {
		file,
		type: TYPES[extname(file)] ?? 'application/octet-stream',
		etag: createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 16),
		copies: COPIES.filter(({ ending }) => all.has(file + ending)).map(({ encoding, ending }) => ({
			encoding,
			file: file + ending
		}))
	};
}
