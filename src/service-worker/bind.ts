import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minifySync, transformWithOxc, type Plugin } from 'vite';
import type { Places } from './fill.ts';
import type { NationFiles } from './nations.ts';
import { nationOf, parcelOf, type Parcel } from './parcels.ts';
import { fingerprintOf, namesIn, type Renames } from './renames.ts';

const PARCELS = '_app/immutable/parcels';
/** The place in a page for how much a device fetches to keep all of it. */
const SIZE = /%size%/g;

/**
 * The last step before the built app is written down: packs the parcels of the service worker, from the list that it really
 * keeps, tells every page how much that is, and makes the small scripts of the public pages smaller.
 */
export function bindParcels(): Plugin {
	let isServer = false;
	let root = '';
	return {
		name: 'parcels',
		apply: 'build',
		enforce: 'pre',
		configResolved(config) {
			isServer = config.build.ssr !== false;
			root = config.root;
		},
		closeBundle: {
			sequential: true,
			async handler() {
				if (isServer) await bind(root);
			}
		}
	};
}

async function bind(root: string): Promise<void> {
	const output = join(root, '.svelte-kit/output');
	const worker = join(output, 'client/service-worker.js');
	for (const script of globSync(join(output, 'client/*.js')))
		if (script !== worker)
			writeFileSync(script, await small(script, existsSync(join(root, 'static', basename(script)))));
	const kept = listOf(readFileSync(worker, 'utf8')).map((path) => ({ path, file: fileOf(output, path) }));
	const nations = Map.groupBy(filesOfNations(output), ({ path }) => nationOf(path) ?? '');
	sayHowMuch(kept, output, '*.html', '*/*.html');
	for (const [nation, files] of nations) sayHowMuch([...kept, ...files], output, `*/${nation}/*.html`);
	const everything = [...kept, ...[...nations.values()].flat()];
	mkdirSync(join(output, 'client', PARCELS), { recursive: true });
	const write = (name: string, text: string): string => {
		const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
		const address = `/${PARCELS}/${name}.${hash}.json`;
		writeFileSync(join(output, 'client', address), text);
		return address;
	};
	const parcels = packed(everything).map(([name, files, text]) => [name, [write(name, text), files]] as const);
	const places: Places = {
		parcels: Object.fromEntries(parcels),
		renames: write('renames', JSON.stringify(await renamesOf(kept)))
	};
	const known: Record<string, NationFiles[string]> = {};
	for (const [nation, files] of nations) {
		const names = write(`renames-${nation}`, JSON.stringify(await renamesOf(files)));
		known[nation] = { renames: names, files: files.map(({ path, file }) => [path, revisionOf(file)]) };
	}
	const { version } = JSON.parse(readFileSync(join(output, 'client/_app/version.json'), 'utf8'));
	rewrite(worker, (text) =>
		text
			.replace('self.__PLACES', JSON.stringify(places))
			.replaceAll('self.__NATIONS', JSON.stringify(known))
			.replaceAll('self.__VERSION', JSON.stringify(version))
	);
}

/** Tells these pages how much a device fetches that keeps all of it. */
function sayHowMuch(kept: KeptFile[], output: string, ...pages: string[]): void {
	const size = megabytes(kept).toFixed(1);
	for (const page of globSync(pages.map((page) => join(output, 'prerendered/pages', page))))
		rewrite(page, (text) => text.replace(SIZE, size));
}

/** The guides of the nations beside England: their pages, and the scripts that show them in a drawer. */
function filesOfNations(output: string): KeptFile[] {
	const pages = globSync(join(output, 'prerendered/pages/*/*/*.html'))
		.map(
			(file) =>
				`/${relative(join(output, 'prerendered/pages'), file)
					.replaceAll(sep, '/')
					.replace(/\.html$/, '')}`
		)
		.filter((path) => nationOf(path) !== null);
	const scripts = globSync(join(output, 'client/_app/immutable/nations/*.js')).map(
		(file) => `/_app/immutable/nations/${basename(file)}`
	);
	return [...pages, ...scripts].toSorted().map((path) => ({ path, file: fileOf(output, path) }));
}

const revisionOf = (file: string): string =>
	createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 8);

interface KeptFile {
	path: string;
	file: string;
}

/** What the worker keeps, as its own list says. */
const listOf = (worker: string): string[] =>
	[...worker.matchAll(/[{,]"?url"?:["`]([^"`]+)["`]/g)]
		.map(([, url]) => `/${url ?? ''}`.replace('//', '/'))
		.filter((path) => path !== '/200.html'); // is written last, and comes by itself

function fileOf(output: string, path: string): string {
	if (/\.\w+$/.test(path)) return join(output, 'client', path);
	return join(output, 'prerendered/pages', path === '/' ? 'index.html' : `${path}.html`);
}

function packed(kept: KeptFile[]): [name: string, files: number, text: string][] {
	const groups = Map.groupBy(kept, ({ path }) => parcelOf(path));
	groups.delete(null);
	return [...groups].map(([name, files]) => {
		const parcel: Parcel = Object.fromEntries(files.map(({ path, file }) => [path, readFileSync(file, 'utf8')]));
		return [name ?? '', files.length, JSON.stringify(parcel)];
	});
}

async function renamesOf(kept: KeptFile[]): Promise<Renames> {
	const names = new Map<string, number>();
	const placeOf = (name: string): number => {
		const place = names.get(name) ?? names.size;
		names.set(name, place);
		return place;
	};
	const texts = kept.filter(({ path }) => parcelOf(path) !== null);
	const files: Record<string, [string, ...number[]]> = {};
	for (const { path, file } of texts) {
		const text = readFileSync(file, 'utf8');
		files[path] = [await fingerprintOf(text), ...namesIn(text).map(placeOf)];
	}
	return { names: [...names.keys()], files };
}

const LAST = 2000; // bytes: /200.html, which is written after this

/** What is fetched for all of it, rounded up: the parcels as they travel, and what comes by itself. */
function megabytes(kept: KeptFile[]): number {
	const zipped = (data: string | Buffer) => gzipSync(data, { level: 9 }).length;
	const alone = kept.filter(({ path }) => parcelOf(path) === null).map(({ file }) => zipped(readFileSync(file)));
	const parcels = packed(kept).map(([, , text]) => zipped(text));
	return Math.ceil([...alone, ...parcels].reduce((sum, bytes) => sum + bytes, LAST) / 100_000) / 10;
}

/** What comes before the app, and tells an old browser that it is too old, must be read by one; what was bound is written as it must be. */
async function small(script: string, isOld: boolean): Promise<string> {
	const text = readFileSync(script, 'utf8');
	if (!isOld) return minifySync(script, text, { module: true }).code;
	const { code } = await transformWithOxc(text, script, { target: 'es2015' });
	if (code.includes('@oxc-project/runtime'))
		throw new Error(`${script} needs a helper that is not there: write it without`);
	return minifySync(script, code, { compress: { target: 'es2015' } }).code;
}

const rewrite = (file: string, change: (text: string) => string): void =>
	writeFileSync(file, change(readFileSync(file, 'utf8')));
