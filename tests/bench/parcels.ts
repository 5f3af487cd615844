/**
 * `node tests/bench/parcels.ts [build]`: what the service worker fetches on a line like 3G until all of Sayso is kept: with its
 * parcels, and without, one after the other (as Workbox does) or many at once, over HTTP/2 and over HTTP/1.1 with six connections.
 */
import { readFileSync } from 'node:fs';
import { createServer as createHttp, Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2 } from 'node:http2';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parcelOf } from '../../src/service-worker/parcels.ts';

const DOWN = 200_000; // bytes a second: 1.6 Mbit/s
const ONE_WAY = 150; // milliseconds
const build = process.argv[2] ?? join(import.meta.dirname, '../../build');
const worker = readFileSync(join(build, 'service-worker.js'), 'utf8');
const kept = [...worker.matchAll(/[{,]"?url"?:["`]([^"`]+)["`]/g)].map(([, url = '']) => `/${url}`.replace('//', '/'));
const parcels = [...worker.matchAll(/\/_app\/immutable\/parcels\/(?!renames)[\w.-]+\.json/g)].map(([path]) => path);

const bodies = new Map<string, Buffer>();
/** As it travels: text is compressed, each answer by itself. */
function bodyOf(path: string): Buffer {
	const file = extname(path) !== '' ? path : path === '/' ? '/index.html' : `${path}.html`;
	const found = bodies.get(file);
	if (found) return found;
	const plain = readFileSync(join(build, file));
	const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
	const body = /\.(png|woff2)$/.test(file) ? plain : brotliCompressSync(plain, { params });
	bodies.set(file, body);
	return body;
}
for (const path of [...kept, ...parcels]) bodyOf(path); // compressed before the clock runs

const until = (time: number) => new Promise((done) => setTimeout(done, time - performance.now()));

/** Writes each piece at its time, and in order. */
function inOrder(to: Socket): (data: Buffer, at: number) => void {
	let last: Promise<unknown> = Promise.resolve();
	return (data, at) => {
		last = last.then(() => until(at)).then(() => to.write(data));
	};
}

/** A line with so much room, shared by all that is on it, and so long a way. */
function slowLine(port: number, count: { bytes: number }): Server {
	let free = 0; // when all that was sent has gone through
	return createServer((near) => {
		const far = connect(port, '127.0.0.1');
		const [up, down] = [inOrder(far), inOrder(near)];
		near.on('data', (data: Buffer) => up(data, performance.now() + ONE_WAY));
		far.on('data', (data: Buffer) => {
			count.bytes += data.length;
			free = Math.max(free, performance.now()) + (data.length / DOWN) * 1000;
			down(data, free + ONE_WAY);
		});
		near.on('error', () => far.destroy()).on('close', () => far.destroy());
		far.on('error', () => near.destroy());
	});
}

const listen = (server: Server): Promise<number> =>
	new Promise((up) => server.listen(0, '127.0.0.1', () => up((server.address() as AddressInfo).port)));

type Fetch = (path: string) => Promise<void>;

function overHttp2(port: number): Fetch {
	const session = connectHttp2(`http://127.0.0.1:${port}`);
	return (path) =>
		new Promise((done, fail) => {
			const stream = session.request({ ':path': path });
			stream.on('end', done).on('error', fail).resume();
		});
}

function overHttp1(port: number): Fetch {
	const agent = new Agent({ keepAlive: true, maxSockets: 6 });
	return (path) =>
		new Promise((done, fail) => {
			get({ port, path, agent }, (answer) => answer.on('end', done).resume()).on('error', fail);
		});
}

async function measure(name: string, isHttp2: boolean, work: (fetch: Fetch) => Promise<unknown>): Promise<void> {
	const count = { bytes: 0 };
	let requests = 0;
	const answer = (url: string | undefined, end: (body: Buffer) => void) => {
		requests++;
		end(bodyOf(url ?? '/'));
	};
	const server = isHttp2
		? createHttp2((request, response) => answer(request.url, (body) => response.end(body)))
		: createHttp({ keepAliveTimeout: 600_000 }, (request: IncomingMessage, response: ServerResponse) =>
				answer(request.url, (body) => response.end(body))
			);
	const port = await listen(slowLine(await listen(server as Server), count));
	const start = performance.now();
	await work((isHttp2 ? overHttp2 : overHttp1)(port));
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	console.log(
		`${isHttp2 ? 'HTTP/2' : 'HTTP/1.1'}, ${name}: ${seconds} s, ${requests} requests, ${Math.round(count.bytes / 1000)} kB`
	);
}

const oneByOne = (paths: string[]) => async (fetch: Fetch) => {
	for (const path of paths) await fetch(path);
};
const atOnce = (paths: string[]) => (fetch: Fetch) => Promise.all(paths.map(fetch));
const alone = kept.filter((path) => parcelOf(path) === null);

for (const isHttp2 of [true, false]) {
	await measure('parcels, then the rest one by one (today)', isHttp2, async (fetch) => {
		await atOnce(parcels)(fetch);
		await oneByOne(alone)(fetch);
	});
	await measure('no parcels, all at once', isHttp2, atOnce(kept));
}
await measure('no parcels, one by one', true, oneByOne(kept));
process.exit();
