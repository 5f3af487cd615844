import type { Database } from '../database/database.ts';
import { CommandError } from '../command-error.ts';

/**
 * Everything that makes a home safe, a line each: what there is, how each function reads, who may do what. Only names and
 * texts that a dump carries as they are, so that it is the same on another server and after an upgrade of PostgreSQL.
 */
const PARTS = `
with ours as (select oid, nspname from pg_namespace where nspname in ('app', 'private', 'calls', 'public', 'auth')),
	them as (select oid, rolname from pg_roles where rolname in ('anon', 'authenticated', 'service_role') union all select 0, 'everybody'),
	relations as (select c.* from pg_class c where c.relnamespace in (select oid from ours where nspname <> 'public') and c.relkind in ('r', 'v'))
select 'table ' || c.oid::regclass || case when c.relrowsecurity then ', row security on' else '' end as part from relations c
union all select 'column ' || c.oid::regclass || '.' || a.attname from relations c join pg_attribute a on a.attrelid = c.oid
	where a.attnum > 0 and not a.attisdropped
union all select 'constraint ' || k.conname || ' on ' || c.oid::regclass from relations c join pg_constraint k on k.conrelid = c.oid where k.contype <> 'n'
union all select 'policy ' || p.polname || ' on ' || c.oid::regclass || ' for ' || p.polcmd::text from relations c join pg_policy p on p.polrelid = c.oid
union all select 'trigger ' || t.tgname || ' on ' || c.oid::regclass || ' ' || t.tgenabled::text from relations c join pg_trigger t on t.tgrelid = c.oid
	where not t.tgisinternal
union all select 'function ' || f.oid::regprocedure || ' ' || md5(f.prosrc) || case when f.prosecdef then ', as its owner' else '' end
	from pg_proc f join ours o on o.oid = f.pronamespace
union all select rolname || ' may ' || lower(a.privilege_type) || ' schema ' || o.nspname
	from ours o join pg_namespace n on n.oid = o.oid, aclexplode(n.nspacl) a join them on them.oid = a.grantee
union all select rolname || ' may ' || lower(a.privilege_type) || ' ' || c.oid::regclass
	from relations c, aclexplode(c.relacl) a join them on them.oid = a.grantee
union all select rolname || ' may ' || lower(a.privilege_type) || ' ' || c.oid::regclass || '.' || t.attname
	from relations c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a join them on them.oid = a.grantee
union all select rolname || ' may ' || lower(a.privilege_type) || ' ' || f.oid::regprocedure
	from pg_proc f join ours o on o.oid = f.pronamespace, aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a join them on them.oid = a.grantee
union all select 'what is made later is closed to everybody' from pg_default_acl d
	where d.defaclobjtype = 'f' and d.defaclnamespace = 0 and not exists (select from aclexplode(d.defaclacl) a where a.grantee = 0)
order by 1`;

/** From here on the home is being made or changed: until `saveInventory`, nobody knows what belongs to it. */
export async function clearInventory(database: Database): Promise<void> {
	await database.exec(`create table if not exists supabase_migrations.whole
		(one boolean primary key default true check (one), parts text[] not null)`);
	await keep(database, []);
}

/** Keeps what the home consists of, beside the list of its migrations. */
export async function saveInventory(database: Database): Promise<void> {
	await keep(database, await listParts(database));
}

/**
 * Refuses half a home: one that was copied without its roles or rights opens no drawer, or opens too much. Asked before
 * anything is changed.
 */
export async function refuseIncomplete(database: Database): Promise<void> {
	const [there] = await database.query(`select to_regclass('app.homes') is not null as home,
		to_regclass('supabase_migrations.whole') is not null as list`);
	if (!there?.['home'] && !there?.['list']) return;
	const [kept] = there['list'] ? await database.query('select parts from supabase_migrations.whole') : [];
	if (!Array.isArray(kept?.['parts'])) throw half(['the list of all parts']);
	const wanted = new Set(kept['parts'].map(String));
	if (wanted.size === 0) return; // it was stopped while it was being made
	const found = new Set(await listParts(database));
	const missing = [...wanted.difference(found)];
	const tooMuch = [...found.difference(wanted)].filter((part) => part.includes(' may '));
	if (missing.length + tooMuch.length > 0) throw half([...missing, ...tooMuch.map((part) => `not: ${part}`)]);
}

const half = (wrong: string[]) =>
	new CommandError(
		[
			`This database holds only half a home. ${wrong.length} of its parts are not as they were, such as:`,
			...wrong.slice(0, 5).map((part) => `    ${part}`),
			'Was it copied without its roles and rights? Bring a backup back into an empty database: npm run restore -- FILE'
		].join('\n')
	);

async function keep(database: Database, parts: string[]): Promise<void> {
	await database.query(
		'insert into supabase_migrations.whole (parts) values ($1) on conflict (one) do update set parts = excluded.parts',
		[parts]
	);
}

function listParts(database: Database): Promise<string[]> {
	return database.transaction(async (sql) => {
		await sql.exec('set local search_path = pg_catalog'); // every name is told with its schema
		return (await sql.query(PARTS)).map(({ part }) => String(part));
	});
}
