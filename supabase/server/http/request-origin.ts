import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;

/** Who asks. With a proxy in front, the address that the proxy itself saw: it adds it last. */
export const addressOf = (c: Context, trustProxy: boolean): string =>
	(trustProxy && lastOf(c.req.header('x-forwarded-for'))) || getConnInfo(c).remote.address || 'unknown';

/** What the proxy says counts only when we were told that there is one. */
export const isHttps = (c: Context, trustProxy: boolean): boolean =>
	trustProxy && lastOf(c.req.header('x-forwarded-proto')) === 'https';

/**
 * Refuses what other sites make a browser ask. Without a proxy we are for this computer only: a page elsewhere that makes its own
 * name point here (DNS rebinding) is refused by that name. Behind a proxy, plain http is refused.
 */
export const refuseOrigin =
	(trustProxy: boolean): MiddlewareHandler =>
	async (c, next) => {
		const refusal = refusalFor(c, trustProxy);
		return refusal === null ? next() : c.text(refusal, 403);
	};

function refusalFor(c: Context, trustProxy: boolean): string | null {
	const site = c.req.header('sec-fetch-site');
	const isPage = c.req.header('sec-fetch-mode') === 'navigate' && c.req.method === 'GET';
	if (!isPage && (site === 'cross-site' || site === 'same-site')) return 'Another site may not ask here.';
	if (trustProxy) return isHttps(c, trustProxy) ? null : 'This home is only open over https.';
	return LOOPBACK.test(c.req.header('host') ?? '') ? null : 'This address is only for this computer.';
}

const lastOf = (header: string | undefined): string | undefined => header?.split(',').at(-1)?.trim();
