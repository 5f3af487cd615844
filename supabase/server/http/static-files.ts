import { serveStatic } from '@hono/node-server/serve-static';
import type { Context } from 'hono';
import { etag } from 'hono/etag';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createPart, type Part } from './part.ts';

const COMPRESSED = /\.(br|gz)$/;
const FALLBACK = '200.html';

/** The built app: pages under their clean names, and the one page that draws every route of the app itself. */
export function serveFiles(folder: string): Part {
	const etags = hashFiles(folder);
	const onFound = (file: string, c: Context) => {
		c.header('etag', etags.get(file));
		c.header('cache-control', file.startsWith(join(folder, '_app/immutable/')) ? FOR_EVER : 'no-cache');
	};
	const found = { root: folder, precompressed: true, onFound };
	const files = createPart();
	files.use(async (c, next) => {
		if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
			return c.text('Only to be read.', 405, { allow: 'GET, HEAD' });
		return COMPRESSED.test(c.req.path) ? c.notFound() : next(); // a copy goes only with the name of what it is a copy of
	});
	files.use(async (c, next) => {
		if (c.req.header('if-range') !== undefined) c.req.raw.headers.delete('range'); // the library would mix two versions
		await next();
	});
	files.use(etag());
	files.get('*', serveStatic(found));
	files.get('*', serveStatic({ ...found, rewriteRequestPath: (path) => `${path}.html` }));
	files.get('*', async (c, next) => {
		const page = c.req.path.replace(/(?<=.)\/$/, '');
		return page !== c.req.path && etags.has(join(folder, `${page}.html`)) ? c.redirect(page, 308) : next();
	});
	const fallback = serveStatic({ ...found, path: FALLBACK });
	files.get('*', (c, next) => (isNavigation(c) ? fallback(c, next) : next()));
	files.notFound((c) => c.text('There is no such page here.', 404));
	return files.fetch;
}

const FOR_EVER = 'public, max-age=31536000, immutable'; // the name holds a hash

/** A missing file must be a missing file: a page in its place would be kept by a cache under the file's name. */
const isNavigation = (c: Context) => extname(c.req.path) === '' && (c.req.header('accept') ?? '').includes('text/html');

/** By what is in them: a file's time is another after every build, and the same in an image made to be repeatable. */
function hashFiles(folder: string): Map<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const names = files.map((file) => join(file.parentPath, file.name));
	return new Map(names.map((name) => [name, `"${hash(readFileSync(name))}"`]));
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
