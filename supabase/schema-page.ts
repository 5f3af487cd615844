import type { Database } from './server/database/database.ts';
import { schemaFiles } from './schema-files.ts';

type Line = Record<string, string>;
const ask = async (database: Database, question: string): Promise<Line[]> =>
	(await database.query(question)).map((row) =>
		Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')]))
	);

const COLUMNS = `select c.relname as t, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
		case when a.attnotnull then '' else '?' end as empty, coalesce((select ' → ' || replace(k.confrelid::regclass::text, 'app.', '') from pg_constraint k
			where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum]), '') as points
	from pg_attribute a join pg_class c on c.oid = a.attrelid
	where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`;

const POLICIES = `select tablename as t, policyname as name, permissive, cmd, coalesce(qual, with_check) as rule from pg_policies where schemaname = 'app' order by 1, 2`;

const HIDDEN = `select c.relname as t, string_agg('\`' || a.attname || '\`', ', ' order by a.attnum) as names from pg_attribute a join pg_class c on c.oid = a.attrelid
	where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
		and not has_column_privilege('authenticated', c.oid, a.attnum, 'select')
		and has_any_column_privilege('authenticated', c.oid, 'select') group by 1`;

const LISTS = `select t.typname as name, string_agg(e.enumlabel, ', ' order by e.enumsortorder) as says
	from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = 'app'::regnamespace group by 1 order by 1`;

const SERVED = `select p.proname as name, pg_get_function_arguments(p.oid) as args, pg_get_function_result(p.oid) as answer,
		(select string_agg(r, ', ') from unnest(array['anon', 'authenticated']) r where has_function_privilege(r, p.oid, 'execute')) as who
	from pg_proc p where p.pronamespace = 'public'::regnamespace
		and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`;

/** What the catalogue says, as a reader of the schemas knows it: no casts, no rooms, each question by its name. */
function plain(says: string): string {
	const short = says
		.replace(/timestamp with time zone/g, 'timestamptz')
		.replace(/\( SELECT private\.(\w+\(\)) AS \w+\)/g, '$1')
		.replace(/::(app\.)?\w+(\[\])?/g, '')
		.replace(/\((\w+\(\))\)/g, '$1')
		.replace(/\b(private|app)\./g, '')
		.replace(/\b[A-Z]+\b/g, (word) => word.toLowerCase())
		.replace(/\s+/g, ' ');
	return short.replace(/^\((.*)\)$/, '$1');
}

/** supabase/SCHEMA.md: the tables of a database, what stands in them, and who may read it. */
export async function schemaPage(database: Database): Promise<string> {
	const [columns, policies, hidden, lists, served] = await Promise.all(
		[COLUMNS, POLICIES, HIDDEN, LISTS, SERVED].map((question) => ask(database, question))
	);
	const table = (name: string): string => {
		const of = (list: Line[] = []) => list.filter(({ t }) => t === name);
		const reads = of(policies).filter(({ cmd }) => cmd === 'SELECT');
		const rule = ({ rule = '' }: Line) => `\`${plain(rule)}\``;
		const some = reads.filter(({ permissive }) => permissive === 'PERMISSIVE').map(rule);
		const only = reads.filter(({ permissive }) => permissive !== 'PERMISSIVE').map(rule);
		const adds = of(policies).filter(({ cmd, permissive }) => cmd === 'INSERT' && permissive === 'PERMISSIVE');
		const columnsOf = of(columns).map(
			({ name, type = '', empty, points }) => `\`${name}\` ${plain(type)}${empty}${points}`
		);
		return [
			`### ${name}\n`,
			`${columnsOf.join(' · ')}\n`,
			`- Read: ${[...some, ...only.map((one) => `and always ${one}`)].join(', ') || 'by nobody'}`,
			...of(hidden).map(({ names = '' }) => `- Never read: ${names}`),
			...(adds.length > 0 ? [`- Added: ${adds.map(({ name = '' }) => `\`${name}\``).join(', ')}`] : [])
		].join('\n');
	};
	const files = schemaFiles();
	const opening = (wanted: string) =>
		(/^(-- .*\n)+/.exec(files.find(({ path }) => path === wanted)?.sql ?? '')?.[0] ?? '')
			.replace(/^-- /gm, '')
			.trim()
			.replaceAll('\n', ' ');
	const things = files.flatMap(({ path, sql }) => {
		const names = [...sql.matchAll(/^create table app\.(\w+)/gm)].map(([, name = '']) => name);
		const [, thing = ''] = path.split('/');
		const says = `${opening(path)} ${opening(`schemas/${thing}/policies.sql`)}`;
		return names.length > 0 ? [`## ${thing}\n\n${says}\n\n${names.map(table).join('\n\n')}`] : [];
	});
	return `${[
		'# The database at a glance',
		'Made by `npm run migrations` from the catalogue of a database that has the migrations. `→` points to a row there, `?` may be empty.\n' +
			'Nobody updates or deletes: there is no such grant. Nobody adds as somebody else (`may_add()`). No table is served: the API reaches the functions below.\n' +
			'`me()`, `my_home()`, `my_role()` are who asks ([`who_am_i.sql`](schemas/devices/who_am_i.sql)); who may do what, cell by cell: [README](README.md).',
		`## Served\n\n| function | arguments | answer | who may ask |\n| --- | --- | --- | --- |\n${(served ?? [])
			.map(({ name, args = '', answer, who }) => `| \`${name}\` | ${plain(args)} | ${answer} | ${who} |`)
			.join('\n')}`,
		`## Closed lists\n\n${(lists ?? []).map(({ name, says }) => `- \`${name}\`: ${says}`).join('\n')}`,
		...things
	].join('\n\n')}\n`;
}
