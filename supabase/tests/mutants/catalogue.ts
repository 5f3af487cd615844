import type { Database } from '../../server/database/database.ts';
import { loosened } from './conditions.ts';

/** One thing made looser, and the SQL that does it. */
export interface Mutant {
	what: string;
	sql: string;
}

type Text = Record<string, string>;
const list = async (database: Database, sql: string): Promise<Text[]> =>
	(await database.query(sql)).map((row) =>
		Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')]))
	);

/** All that can be loosened by rule: policies, row security, grants, constraints, triggers, and every condition of every function and view. */
export async function mutantsOf(database: Database): Promise<Mutant[]> {
	const parts = [policies, rowSecurity, tableGrants, functionGrants, constraints, triggers, functions, views];
	return (await Promise.all(parts.map((part) => part(database)))).flat();
}

async function policies(database: Database): Promise<Mutant[]> {
	const rows = await list(
		database,
		`select tablename as t, policyname as p, permissive, cmd, coalesce(qual, with_check) as rule, (select string_agg(attname, ' ') from pg_attribute
			where attrelid = ('app.' || tablename)::regclass and atttypid = 'uuid'::regtype) as columns
		from pg_policies where schemaname = 'app' order by 1, 2`
	);
	return rows.flatMap(({ t, p, permissive, cmd, rule = '', columns = '' }) => {
		const drop = { what: `${p} dropped`, sql: `drop policy ${p} on app.${t}` };
		if (permissive === 'RESTRICTIVE') return [drop];
		const becomes = (what: string, text: string) => ({
			what: `${p}: ${what}`,
			sql: `alter policy ${p} on app.${t} ${cmd === 'INSERT' ? 'with check' : 'using'} (${text})`
		});
		const halves = loosened(`where ${rule}`).map(({ what, text }) => becomes(what, text.slice('where '.length)));
		return [
			drop,
			becomes('true', 'true'),
			becomes('false', 'false'),
			{ what: `${p} to public`, sql: `alter policy ${p} on app.${t} to public` },
			...halves,
			...otherColumns(rule, columns.split(' ')).map(({ what, text }) => becomes(what, text))
		];
	});
}

/** Where a column of the row is compared with who asks, or with their home: each other column that could stand there. */
function otherColumns(rule: string, columns: string[]): { what: string; text: string }[] {
	return [...rule.matchAll(/\b(\w+) = (?=\( SELECT private\.(?:me|my_home|my_login)\()/g)].flatMap(
		({ 1: column = '', index }) =>
			columns
				.filter((other) => other !== column)
				.map((other) => ({
					what: `other column, ${other} instead of ${column} at ${index}`,
					text: rule.slice(0, index) + other + rule.slice(index + column.length)
				}))
	);
}

const TABLES = `select schemaname || '.' || tablename as t from pg_tables where schemaname in ('app', 'private') order by 1`;

async function rowSecurity(database: Database): Promise<Mutant[]> {
	return (await list(database, TABLES)).map(({ t }) => ({
		what: `row security off on ${t}`,
		sql: `alter table ${t} disable row level security`
	}));
}

async function tableGrants(database: Database): Promise<Mutant[]> {
	const missing = await list(
		database,
		`select t.t, w, r from (${TABLES}) t, unnest(array['select', 'insert', 'update', 'delete']) w, unnest(array['authenticated', 'anon', 'service_role']) r
		where not has_table_privilege(r, t.t, w) order by 1, 2, 3`
	);
	const given = await list(
		database,
		`select table_schema || '.' || table_name as t, lower(privilege_type) as w, string_agg(column_name, ', ') as c from information_schema.column_privileges
		where grantee = 'authenticated' and table_schema in ('app', 'private') group by 1, 2 order by 1, 2`
	);
	return [
		...missing.map(({ t, w, r }) => ({ what: `${w} on ${t} granted to ${r}`, sql: `grant ${w} on ${t} to ${r}` })),
		...given.map(({ t, w, c }) => ({
			what: `${w} on ${t} taken away`,
			sql: `revoke ${w} on ${t} from authenticated; revoke ${w} (${c}) on ${t} from authenticated`
		}))
	];
}

const FUNCTIONS = `select p.oid::regprocedure::text as f, pg_get_functiondef(p.oid) as definition, p.prosrc as body, p.prosecdef as definer, p.oid
	from pg_proc p where p.pronamespace in ('public'::regnamespace, 'calls'::regnamespace, 'private'::regnamespace)
	and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

async function functionGrants(database: Database): Promise<Mutant[]> {
	const rows = await list(
		database,
		`select f, r, has_function_privilege(r, oid, 'execute') as granted from (${FUNCTIONS}) f, unnest(array['authenticated', 'anon']) r order by 1, 2`
	);
	return rows.map(({ f, r, granted }) =>
		granted === 'true'
			? { what: `${f} taken from ${r}`, sql: `revoke execute on function ${f} from ${r}` }
			: { what: `${f} granted to ${r}`, sql: `grant execute on function ${f} to ${r}` }
	);
}

async function constraints(database: Database): Promise<Mutant[]> {
	const checks = await list(
		database,
		`select conrelid::regclass::text as t, conname as c from pg_constraint where contype in ('c', 'u') and connamespace in ('app'::regnamespace, 'private'::regnamespace) order by 1, 2`
	);
	const indexes = await list(
		database,
		`select indexrelid::regclass::text as i from pg_index join pg_class c on c.oid = indexrelid where indisunique and c.relnamespace = 'app'::regnamespace
		and not exists (select from pg_constraint where conindid = indexrelid) order by 1`
	);
	return [
		...checks.map(({ t, c }) => ({ what: `${t}: no ${c}`, sql: `alter table ${t} drop constraint ${c}` })),
		...indexes.map(({ i }) => ({ what: `no ${i}`, sql: `drop index ${i}` }))
	];
}

async function triggers(database: Database): Promise<Mutant[]> {
	const rows = await list(
		database,
		`select tgrelid::regclass::text as t, tgname as n from pg_trigger where not tgisinternal and tgname <> 'forget_code' order by 1, 2`
	);
	return rows.map(({ t, n }) => ({ what: `${t}: no trigger ${n}`, sql: `drop trigger ${n} on ${t}` }));
}

async function functions(database: Database): Promise<Mutant[]> {
	const rows = await list(database, `${FUNCTIONS} order by 1`);
	return rows.flatMap(({ f, definition = '', body = '', definer }) => [
		...(definer === 'true' ? [{ what: `${f} as its caller`, sql: `alter function ${f} security invoker` }] : []),
		{ what: `${f} with any search_path`, sql: `alter function ${f} reset search_path` },
		...loosened(body).map(({ what, text }) => ({ what: `${f}: ${what}`, sql: definition.replace(body, () => text) }))
	]);
}

async function views(database: Database): Promise<Mutant[]> {
	const rows = await list(
		database,
		`select schemaname || '.' || viewname as v, definition from pg_views where schemaname = 'private' order by 1`
	);
	return rows.flatMap(({ v, definition = '' }) =>
		loosened(definition).map(({ what, text }) => ({
			what: `${v}: ${what}`,
			sql: `create or replace view ${v} as ${text}`
		}))
	);
}
