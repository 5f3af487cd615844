/**
 * What must be fetched before something is seen, in bytes of gzip, read from a finished build (`npm run build` first).
 * `npm run bench:weight` prints it; a journey holds it to the goals.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '../..');
const client = join(root, '.svelte-kit/output/client');
const built = join(root, 'build');

type Chunk = { file: string; imports?: string[]; css?: string[] };

const read = (...path: string[]) => readFileSync(join(...path));
const zipped = (file: string) => gzipSync(file, { level: 9 }).length;
const gzip = (files: Iterable<string>) =>
	[...files].reduce((sum, file) => sum + zipped(read(client, file).toString()), 0);

/** The scripts and sheets that a page cannot do without: what it imports, and what that imports. */
function closure(manifest: Record<string, Chunk>, entries: string[]): { scripts: Set<string>; sheets: Set<string> } {
	const [seen, next] = [new Set<string>(), [...entries]];
	const [scripts, sheets] = [new Set<string>(), new Set<string>()];
	for (let key = next.pop(); key !== undefined; key = next.pop()) {
		const chunk = manifest[key];
		if (!chunk || seen.has(key)) continue;
		seen.add(key);
		if (chunk.file.endsWith('.js')) scripts.add(chunk.file);
		for (const sheet of chunk.css ?? []) sheets.add(sheet);
		next.push(...(chunk.imports ?? []));
	}
	return { scripts, sheets };
}

/** A page's own part and those of its layouts, by the router's table. */
function nodesOf(route: string): string[] {
	const table = read(root, '.svelte-kit/generated/client-optimized/app.js').toString();
	const found = new RegExp(`"${RegExp.escape(route)}": \\[(\\d+)(?:,\\[([\\d,]*)\\])?`).exec(table);
	if (!found) throw new Error(`No such page: ${route}`);
	return ['0', found[1] ?? '', ...(found[2] ?? '').split(',')].filter((node) => node !== '');
}

function scriptsOf(route: string): { scripts: number; sheets: number; files: number } {
	const manifest: Record<string, Chunk> = JSON.parse(read(client, '.vite/manifest.json').toString());
	const start = Object.keys(manifest).filter((key) =>
		/runtime\/client\/entry\.js$|client-optimized\/app\.js$/.test(key)
	);
	const nodes = nodesOf(route).map((node) => `.svelte-kit/generated/client-optimized/nodes/${node}.js`);
	const lost = nodes.filter((node) => !(node in manifest));
	if (start.length !== 2 || lost.length > 0) throw new Error(`Not in the build: ${['its start', ...lost].join(', ')}`);
	const { scripts, sheets } = closure(manifest, [...start, ...nodes]);
	return { scripts: gzip(scripts), sheets: gzip(sheets), files: scripts.size };
}

/** A page that is plain HTML: itself, its sheets, and its scripts, as its own text names them. */
function plainPage(path: string): { scripts: number; all: number; sheets: string[] } {
	const html = read(built, `${path}.html`).toString();
	const sheets = [...html.matchAll(/href="([^"]+\.css)"/g)].map(([, href]) => href ?? '');
	const scripts = [...html.matchAll(/<(?:script[^>]*src|link[^>]*modulepreload[^>]*href)="([^"]+\.js)"/g)];
	const bytes = (files: string[]) =>
		files.reduce(
			(sum, file) => sum + zipped(read(built, file.startsWith('/') ? '.' : join(path, '..'), file).toString()),
			0
		);
	const js = bytes(scripts.map(([, src]) => src ?? ''));
	return { scripts: js, all: zipped(html) + bytes(sheets) + js, sheets };
}

/** What the service worker fetches, so that all works offline: parcels, and what comes by itself. On the way (gzip). */
function precache(): { files: number; fetched: number; bytes: number; said: number; nations: [string, number][] } {
	const worker = read(built, 'service-worker.js').toString();
	const ofNation = (url: string) => /parcels\/(wales|scotland|northern-ireland)-/.exec(url)?.[1];
	const kept = [...worker.matchAll(/[{,]"?url"?:["`]([^"`]+)["`]/g)].map(([, url]) => url ?? '');
	const all = [...worker.matchAll(/["`](\/_app\/immutable\/parcels\/(?!renames)[^"`]+)["`]/g)].map(
		([, url]) => url ?? ''
	);
	const parcels = all.filter((url) => !ofNation(url));
	const inside = new Set(parcels.flatMap((url) => Object.keys(JSON.parse(read(built, url).toString()))));
	const alone = kept.filter((url) => !inside.has(`/${url}`.replace('//', '/')));
	const size = (url: string) => {
		const file = [url, `${url}.html`, join(url, 'index.html')].find((name) => isFile(join(built, name)));
		return file === undefined ? 0 : gzipSync(read(built, file), { level: 9 }).length;
	};
	const fetched = [...parcels, ...alone];
	const said = Number(/data-size="([\d.]+)"/.exec(read(built, 'en/help.html').toString())?.[1]);
	const bytesOf = (urls: string[]) => urls.reduce((sum, url) => sum + size(url), 0);
	const nations = [...Map.groupBy(all, ofNation)].flatMap(([nation, urls]): [string, number][] =>
		nation === undefined ? [] : [[nation, bytesOf(urls)]]
	);
	return { files: kept.length, fetched: fetched.length, bytes: bytesOf(fetched), said, nations };
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Every figure of the build. */
export function weigh() {
	return {
		door: scriptsOf('/'),
		today: scriptsOf('/(app)/my'),
		help: plainPage('en/help'),
		guide: plainPage('en/guide'),
		child: childApp(),
		offline: precache()
	};
}

/** All screens of a child together: what a tablet fetches for a whole day. */
function childApp(): number {
	const manifest: Record<string, Chunk> = JSON.parse(read(client, '.vite/manifest.json').toString());
	const table = read(root, '.svelte-kit/generated/client-optimized/app.js').toString();
	const routes = [...table.matchAll(/"(\/\(app\)\/(?:my|join)[^"]*)"/g)].map(([, route]) => route ?? '');
	const nodes = ['/', ...routes].flatMap(nodesOf);
	const keys = nodes.map((node) => `.svelte-kit/generated/client-optimized/nodes/${node}.js`);
	return gzip(closure(manifest, keys).scripts);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
	const { door, today, help, guide, child, offline } = weigh();
	for (const [name, page] of Object.entries({ door, today }))
		console.log(`${name}: ${kb(page.scripts)} of scripts (${page.files} files), ${kb(page.sheets)} of style`);
	for (const [name, page] of Object.entries({ help, guide }))
		console.log(`${name}: ${kb(page.scripts)} of scripts, ${kb(page.all)} in all, without pictures`);
	console.log(`all screens of a child: ${kb(child)} of scripts`);
	const { files, fetched, bytes, said, nations } = offline;
	console.log(`for offline: ${files} files in ${fetched} answers, ${kb(bytes)}; the pages say ${said} MB`);
	for (const [nation, more] of nations) console.log(`the guide of ${nation}: ${kb(more)} more`);
}
