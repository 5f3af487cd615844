import { RequestError, getRequestListener } from '@hono/node-server';
import { createServer, type Server } from 'node:http';
import { createSite, type Site } from './site.ts';

export interface RunningServer {
	port: number;
	/** Takes no more requests, and waits a moment for those under way. */
	close(): Promise<void>;
}

/** How long a client may take over its request, so that slow ones do not use up all connections. */
const TIMEOUTS = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 };
const CLOSING_MS = 2_000;

export async function serve(site: Site, port: number, host: string): Promise<RunningServer> {
	const { fetch } = createSite(site);
	/** What is no request at all, such as one for an address that is none; the site answers for all else. */
	const answerForSite = (problem: unknown) => {
		if (problem instanceof RequestError) return new Response(null, { status: 400 });
		site.log(JSON.stringify({ status: 500, code: 'unknown' }));
		return new Response(null, { status: 500 });
	};
	const server = createServer(TIMEOUTS, getRequestListener(fetch, { errorHandler: answerForSite }));
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	const address = server.address();
	return { port: typeof address === 'object' && address ? address.port : port, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	const timer = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
	server.closeIdleConnections();
	await closed;
	clearTimeout(timer);
}
