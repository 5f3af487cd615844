import { verify } from 'hono/jwt';
import type { SupabaseFetch } from '../gate/ask-supabase.ts';
import type { Database } from '../database/database.ts';

const PATH = '/rest/v1/rpc/';
const JSON_HEADERS = { 'content-type': 'application/json' };

/** Acts as Supabase's API does: as the role of the token, with its claims, for the length of one transaction. */
const ACT_AS = `select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true),
	set_config('request.jwt.claim.sub', $1::json ->> 'sub', true), set_config('request.jwt.claim.role', 'authenticated', true)`;

/**
 * Lite asks the database sixteen times for one call of a function, one question after the other. A call with a good token goes
 * there in one trip instead, and its answer is passed on as the text that it is. All else, also what is wrong with a token, is
 * Lite's to answer. Throws what the database refused with.
 */
export async function withDirectCalls(
	fetchSupabase: SupabaseFetch,
	database: Database,
	jwtSecret: string
): Promise<SupabaseFetch> {
	const types = await argumentTypes(database);
	return async (request) => {
		const { pathname } = new URL(request.url);
		const takes = pathname.startsWith(PATH) ? types.get(pathname.slice(PATH.length)) : undefined;
		const claims = takes && (await claimsOf(request, jwtSecret));
		if (!takes || !claims) return fetchSupabase(request);
		const args = await request.text();
		const call = callWith(pathname.slice(PATH.length), Object.keys(JSON.parse(args || '{}')), takes);
		const [, rows] = await database.atOnce([
			[ACT_AS, [JSON.stringify(claims)]],
			[call, [args || '{}']]
		]);
		return new Response(String(rows?.[0]?.['answer'] ?? 'null'), { headers: JSON_HEADERS });
	};
}

/** For each function that is served: its arguments, and their types. */
async function argumentTypes(database: Database): Promise<Map<string, Map<string, string>>> {
	const rows = await database.query(`
		select p.proname as call, a.name, format_type(t.type, null) as type
		from pg_proc p
		join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
		cross join unnest(p.proargtypes) with ordinality t (type, at)
		join unnest(p.proargnames) with ordinality a (name, at) using (at)`);
	const byCall = Map.groupBy(rows, ({ call }) => String(call));
	return new Map(
		[...byCall].map(([call, args]) => [call, new Map(args.map(({ name, type }) => [String(name), String(type)]))])
	);
}

/** The same names, the same statement: the database plans it once. */
function callWith(call: string, given: string[], types: ReadonlyMap<string, string>): string {
	const known = given.filter((name) => types.has(name)).sort();
	const named = known.map((name) => `${name} => given.${name}`).join(', ');
	const columns = known.map((name) => `${name} ${types.get(name)}`).join(', ');
	const from =
		known.length > 0 ? `json_to_record($1::text::json) as given (${columns})` : '(select $1::text) as nothing';
	return `select public.${call}(${named})::text as answer from ${from}`;
}

async function claimsOf(request: Request, secret: string): Promise<object | null> {
	const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
	const claims = await verify(token, secret, 'HS256').catch(() => null);
	return claims?.['role'] === 'authenticated' && typeof claims['sub'] === 'string' ? claims : null;
}
