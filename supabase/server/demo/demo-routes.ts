import type { Backend } from '../embedded/backend.ts';
import { hashOf, newCode } from '../one-time-code.ts';
import { json, type Answer, type Ask } from '../http/http.ts';
import { asProblem } from '../gate/refusals.ts';

const MOST_BYTES = 1024;

/** The doors of the made-up home: who is in it, and a fresh one-time code for any of them. Never in a real home. */
export function makeDemo(backend: Backend): (ask: Ask) => Promise<Answer> {
	return async (ask) => {
		if (ask.path === '/demo' && ask.method === 'GET') {
			const [row] = await backend.inTurn((database) => database.query('select private.demo_people() as home'));
			return json(200, row?.['home']);
		}
		if (ask.path === '/demo/enter' && ask.method === 'POST') return enter(backend, ask);
		return json(404, { code: 'not_found', message: 'There is no such thing here.' });
	};
}

async function enter(backend: Backend, ask: Ask): Promise<Answer> {
	const body = await ask.body(MOST_BYTES);
	const key = body === 'too_large' ? null : keyIn(body);
	if (key === null) return json(400, { code: 'bad_json', message: 'Whose drawer?' });
	const code = newCode();
	try {
		await backend.inTurn((database) => database.query('select private.demo_code($1, $2)', [key, hashOf(code)]));
	} catch (thrown) {
		if (asProblem(thrown)?.code !== 'PT422') throw thrown;
		return json(422, { code: 'no_such_person', message: 'Nobody of that name lives or works here.' });
	}
	return json(200, { code });
}

function keyIn(body: Uint8Array): string | null {
	try {
		const read: { key?: unknown } | null = JSON.parse(new TextDecoder().decode(body));
		return typeof read?.key === 'string' ? read.key : null;
	} catch {
		return null;
	}
}
