import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;

const isLoopbackHost = (host: string | undefined) => LOOPBACK.test(host ?? '');

/** Who asks. With a proxy in front, the address that the proxy itself saw: it adds it last. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
	const forwarded = trustProxy ? lastOf(request.headers['x-forwarded-for']) : undefined;
	return forwarded ?? request.socket.remoteAddress ?? 'unknown';
}

/** What the proxy says counts only when we were told that there is one. */
export const isHttps = (request: IncomingMessage, trustProxy: boolean) =>
	trustProxy && lastOf(request.headers['x-forwarded-proto']) === 'https';

/**
 * Why this request is not answered, or null. Without a proxy we are for this computer only: a page elsewhere that makes
 * its own name point here (DNS rebinding) is refused by that name. Behind a proxy, plain http is refused.
 */
export function mayAsk(request: IncomingMessage, trustProxy: boolean): string | null {
	const site = request.headers['sec-fetch-site'];
	const isPage = request.headers['sec-fetch-mode'] === 'navigate' && request.method === 'GET';
	if (!isPage && (site === 'cross-site' || site === 'same-site')) return 'Another site may not ask here.';
	if (!trustProxy) return isLoopbackHost(request.headers.host) ? null : 'This address is only for this computer.';
	return isHttps(request, trustProxy) ? null : 'This home is only open over https.';
}

function lastOf(header: string | string[] | undefined): string | undefined {
	const all = Array.isArray(header) ? header.join(',') : header;
	return all?.split(',').at(-1)?.trim() || undefined;
}
