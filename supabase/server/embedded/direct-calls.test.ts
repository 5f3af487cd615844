import { sign } from 'hono/jwt';
import { describe, expect, it } from 'vitest';
import type { Database, Row } from '../database/database.ts';
import { withDirectCalls } from './direct-calls.ts';

const SECRET = 'what signs the tokens';
const LATER = Math.floor(Date.now() / 1000) + 60;
const claims = { sub: '6f0c', role: 'authenticated', exp: LATER };

/** A database that writes down what it is asked, and the API in front of it. */
async function api() {
	const asked: [string, unknown[]][] = [];
	const types: Row[] = [
		{ call: 'my_view', name: 'person', type: 'uuid' },
		{ call: 'my_view', name: 'known', type: 'uuid[]' }
	];
	const database = {
		query: async () => types,
		atOnce: async (statements: [string, unknown[]][]) => {
			asked.push(...statements);
			return [[], [{ answer: '{"view":null}' }]];
		}
	} as unknown as Database;
	const supabase = await withDirectCalls(async () => new Response('Lite'), database, SECRET);
	const ask = async (path: string, token: string | null, body = '{}') => {
		const headers = token === null ? {} : { authorization: `Bearer ${token}` };
		const answer = await supabase(new Request(`http://supabase.invalid${path}`, { method: 'POST', headers, body }));
		return answer.text();
	};
	return { ask, asked };
}

describe('a call of a function', () => {
	it('with a good token goes to the database by itself, as who it is, with just the arguments that were given', async () => {
		const { ask, asked } = await api();
		const body = '{"person":null,"other":"); drop table x"}';
		expect(await ask('/rest/v1/rpc/my_view', await sign(claims, SECRET), body)).toBe('{"view":null}');
		expect(asked.map(([, params]) => params)).toEqual([[JSON.stringify(claims)], [body]]);
		expect(asked[1]?.[0]).toBe(
			'select public.my_view(person => given.person)::text as answer from json_to_record($1::text::json) as given (person uuid)'
		);
	});

	it('with any other token, or of what is no function, is left to Lite, which says why not', async () => {
		const { ask, asked } = await api();
		const good = await sign(claims, SECRET);
		const [head, body] = good.split('.');
		const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
		const tokens = [
			await sign(claims, 'another secret'),
			await sign({ ...claims, exp: LATER - 120 }, SECRET),
			await sign({ ...claims, role: 'service_role' }, SECRET),
			await sign({ role: 'authenticated', exp: LATER }, SECRET),
			await sign(claims, SECRET, 'HS512'),
			`${none}.${body}.`,
			`${head}.${body}.`,
			null
		];
		for (const token of tokens) expect(await ask('/rest/v1/rpc/my_view', token)).toBe('Lite');
		for (const path of ['/rest/v1/rpc/other', '/auth/v1/logout', '/rest/v1/items'])
			expect(await ask(path, good)).toBe('Lite');
		expect(asked).toEqual([]);
	});
});
