import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { createPart, type Part } from './part.ts';
import { addressOf, refuseOrigin } from './request-origin.ts';
import { securityHeaders } from './security-headers.ts';

export interface Site {
	gate: Part;
	/** What /config.json tells the page: the key of the API, and whether this is the made-up home. */
	config: { key: string; demo: boolean };
	/** The built app. */
	files: Part;
	/** The made-up home's doors; null in a real home, where they do not exist. */
	demo: Part | null;
	/** Something in front of us speaks https and says who asks. */
	trustProxy: boolean;
	log(line: string): void;
}

type SiteEnv = { Bindings: HttpBindings };

/** One origin: the API behind its gate, the app's configuration, in the made-up home its doors, and the app's files. */
export function createSite({ gate, config, files, demo, trustProxy, log }: Site): Hono<SiteEnv> {
	const site = new Hono<SiteEnv>();
	const handTo = (part: Part) => (c: Context<SiteEnv>) => part(c.req.raw, { address: addressOf(c, trustProxy) });
	site.use(securityHeaders(trustProxy));
	site.use(async (c, next) => {
		await next();
		if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
	});
	site.use(refuseOrigin(trustProxy));
	site.all('/rest/*', handTo(gate));
	site.all('/auth/*', handTo(gate));
	site.all('/demo/*', handTo(demo ?? createPart().fetch));
	site.get('/config.json', (c) => c.json(config));
	site.all('*', handTo(files));
	site.onError((problem, c) => {
		if (!c.env.incoming.readableAborted) log(JSON.stringify({ status: 500, code: problem.name }));
		return c.json({ code: 'unexpected_failure', message: 'Something went wrong here.' }, 500);
	});
	return site;
}
