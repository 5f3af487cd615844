import type { Database } from '../server/database/database.ts';

const OURS = `('app', 'calls', 'private', 'public')`;

/** What a database of ours consists of, a line each: each question gives a kind, a name, and what the catalogue says of it. */
const QUESTIONS: Record<string, string> = {
	schema: `select nspname as name, array(select a::text from unnest(nspacl) a order by 1)::text as says
		from pg_namespace n where nspname in ${OURS}`,
	type: `select t.oid::regtype::text as name, string_agg(e.enumlabel, ', ' order by e.enumsortorder) as says
		from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace::regnamespace::text in ${OURS} group by t.oid`,
	table: `select c.oid::regclass::text as name, concat_ws(' ', c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
			array(select a::text from unnest(c.relacl) a order by 1)) as says
		from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relnamespace::regnamespace::text in ${OURS}`,
	view: `select c.oid::regclass::text as name, pg_get_viewdef(c.oid) as says
		from pg_class c where c.relkind in ('v', 'm') and c.relnamespace::regnamespace::text in ${OURS}`,
	column: `select a.attrelid::regclass || '.' || lpad(a.attnum::text, 2, '0') || ' ' || a.attname as name, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
			a.attnotnull, a.attidentity, pg_get_expr(d.adbin, d.adrelid), array(select x::text from unnest(a.attacl) x order by 1)) as says
		from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
		where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v') and c.relnamespace::regnamespace::text in ${OURS}`,
	constraint: `select conrelid::regclass || '.' || conname as name, pg_get_constraintdef(oid) || ' ' || convalidated::text as says
		from pg_constraint where conrelid <> 0 and connamespace::regnamespace::text in ${OURS} and contype <> 'n'`,
	index: `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as says
		from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace::regnamespace::text in ${OURS}`,
	trigger: `select tgrelid::regclass || '.' || tgname as name, pg_get_triggerdef(oid) || ' ' || tgenabled::text as says
		from pg_trigger where not tgisinternal`,
	policy: `select schemaname || '.' || tablename || '.' || policyname as name, concat_ws(' ', permissive, cmd, roles, 'using', qual, 'check', with_check) as says
		from pg_policies`,
	function: `select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) || array(select a::text from unnest(p.proacl) a order by 1)::text as says
		from pg_proc p where p.prokind = 'f' and p.pronamespace::regnamespace::text in ${OURS}
			and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
	'default privileges': `select defaclnamespace::regnamespace || ' ' || defaclobjtype::text as name, array(select a::text from unnest(defaclacl) a order by 1)::text as says
		from pg_default_acl`
};

/** Everything of the catalogue by which two databases of ours could differ, sorted: compare two of these. */
export async function catalogueOf(database: Database): Promise<string[]> {
	const lines: string[] = [];
	for (const [kind, question] of Object.entries(QUESTIONS))
		for (const { name, says } of await database.query(question)) lines.push(`${kind} ${String(name)}: ${String(says)}`);
	return lines.sort();
}
