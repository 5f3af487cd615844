import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Gateway } from '../gate/gate.ts';
import { json, text, type Answer, type Ask } from './http.ts';
import { securityHeaders } from './security-headers.ts';
import { smaller } from './compress.ts';
import { addressOf, isHttps, mayAsk } from './request-origin.ts';

export interface Site {
	gateway: Gateway;
	/** What /config.json tells the page: the key of the API, and whether this is the made-up home. */
	config: { key: string; demo: boolean };
	files(ask: Ask): Answer;
	/** The made-up home's doors; null in a real home, where they do not exist. */
	demo: ((ask: Ask) => Promise<Answer>) | null;
	/** Something in front of us speaks https and says who asks. */
	trustProxy: boolean;
	log(line: string): void;
}

export interface Served {
	port: number;
	/** Takes no more, and waits a moment for what is under way. */
	close(): Promise<void>;
}

/** One origin: the app's files, its configuration, the API, and in the made-up home its doors. */
export async function serve(site: Site, port: number, host: string): Promise<Served> {
	const server = createServer(
		{ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 },
		(request, response) => {
			answer(site, request, response).catch((problem: unknown) => {
				if (!request.destroyed)
					site.log(JSON.stringify({ status: 500, code: problem instanceof Error ? problem.name : 'unknown' }));
				if (response.headersSent || request.destroyed) response.destroy();
				else
					send(
						request,
						response,
						json(500, { code: 'unexpected_failure', message: 'Something went wrong here.' }),
						false
					);
			});
		}
	);
	await new Promise<void>((listening, failed) => {
		server.once('error', failed);
		server.listen(port, host, listening);
	});
	const at = server.address();
	return { port: isInet(at) ? at.port : port, close: () => closeServer(server) };
}

const PATIENCE = 2_000;

async function closeServer(server: Server): Promise<void> {
	const closed = new Promise((done) => server.close(done));
	const cut = setTimeout(() => server.closeAllConnections(), PATIENCE);
	server.closeIdleConnections();
	await closed;
	clearTimeout(cut);
}

const isInet = (at: string | AddressInfo | null): at is AddressInfo => typeof at === 'object' && at !== null;

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const url = URL.parse(request.url ?? '/', 'http://site.invalid');
	const https = isHttps(request, site.trustProxy);
	send(request, response, url ? await find(site, request, url) : text(400, 'Not an address.'), https);
}

function send(request: IncomingMessage, response: ServerResponse, given: Answer, https: boolean): void {
	response.writeHead(given.status, {
		...securityHeaders(request.url?.split('?', 1)[0] ?? '/', https),
		...(given.body !== null && { 'content-length': Buffer.byteLength(given.body) }),
		...given.headers
	});
	response.end(request.method === 'HEAD' || given.body === null ? undefined : given.body);
	if (given.headers['connection'] === 'close') dropTheRest(request);
}

async function find(site: Site, request: IncomingMessage, url: URL): Promise<Answer> {
	const refusal = mayAsk(request, site.trustProxy);
	if (refusal) return text(403, refusal);
	const ask: Ask = {
		method: request.method ?? 'GET',
		path: url.pathname,
		query: url.searchParams,
		headers: request.headers,
		address: addressOf(request, site.trustProxy),
		body: (mostBytes) => readBody(request, mostBytes)
	};
	if (ask.path.startsWith('/rest/') || ask.path.startsWith('/auth/')) return smaller(ask, await site.gateway(ask));
	if (ask.path === '/config.json') return json(200, site.config);
	if (ask.path === '/demo' || ask.path.startsWith('/demo/')) {
		return site.demo ? site.demo(ask) : json(404, { code: 'not_found', message: 'There is no such thing here.' });
	}
	return site.files(ask);
}

async function readBody(request: IncomingMessage, mostBytes: number): Promise<Uint8Array | 'too_large'> {
	if (Number(request.headers['content-length'] ?? 0) > mostBytes) return 'too_large';
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of request.iterator({ destroyOnReturn: false })) {
		if (!Buffer.isBuffer(part)) continue;
		size += part.length;
		if (size > mostBytes) return 'too_large';
		parts.push(part);
	}
	return Buffer.concat(parts);
}

/** Lets a client that still sends read our answer first: cut off at once, it would see a broken connection instead. */
function dropTheRest(request: IncomingMessage): void {
	request.resume();
	const cut = setTimeout(() => request.destroy(), PATIENCE);
	request.once('close', () => clearTimeout(cut));
}
