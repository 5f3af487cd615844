import { Hono, type Env } from 'hono';

/** One part of the site, as Hono's own `fetch`: the gate, the files, the made-up home's doors. */
export type Part = (request: Request, env: { address: string }) => Response | Promise<Response>;

/** Hono by itself would print what went wrong, words and all. A part lets the site answer for it, which says nothing of it. */
export function createPart<E extends Env>(): Hono<E> {
	const part = new Hono<E>();
	part.onError((problem) => {
		throw problem;
	});
	part.notFound(() => Response.json({ code: 'not_found', message: 'There is no such thing here.' }, { status: 404 }));
	return part;
}
