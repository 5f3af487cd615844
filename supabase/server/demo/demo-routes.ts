import { bodyLimit } from 'hono/body-limit';
import type { Backend } from '../embedded/backend.ts';
import { asProblem } from '../gate/refusals.ts';
import { createPart, type Part } from '../http/part.ts';
import { hashOf, makeOneTimeCode } from '../one-time-code.ts';

/** The doors of the made-up home: who is in it, and a fresh one-time code for any of them. Never in a real home. */
export function createDemoRoutes(backend: Backend): Part {
	const demo = createPart();
	demo.get('/demo', async () => {
		const [row] = await backend.withDatabase((database) => database.query('select private.demo_people() as home'));
		return Response.json(row?.['home']);
	});
	demo.post('/demo/enter', bodyLimit({ maxSize: 1024, onError: whose }), async (c) => {
		const key = keyIn(await c.req.text());
		return key === null ? whose() : enter(backend, key);
	});
	return demo.fetch;
}

const whose = () => Response.json({ code: 'bad_json', message: 'Whose drawer?' }, { status: 400 });

async function enter(backend: Backend, key: string): Promise<Response> {
	const code = makeOneTimeCode();
	try {
		await backend.withDatabase((database) => database.query('select private.demo_code($1, $2)', [key, hashOf(code)]));
	} catch (thrown) {
		if (asProblem(thrown)?.code !== 'PT422') throw thrown;
		const refusal = { code: 'no_such_person', message: 'Nobody of that name lives or works here.' };
		return Response.json(refusal, { status: 422 });
	}
	return Response.json({ code });
}

function keyIn(body: string): string | null {
	try {
		const read: { key?: unknown } | null = JSON.parse(body);
		return typeof read?.key === 'string' ? read.key : null;
	} catch {
		return null;
	}
}
