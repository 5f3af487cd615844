import { authSchema } from '../embedded/lite.ts';
import type { Database } from './database.ts';

/** The roles that every Supabase project has. Nothing here may pass row security, not even service_role. A dump holds none. */
export const REQUEST_ROLES_SQL = `
do $$
declare name text;
begin
	foreach name in array array['anon', 'authenticated', 'service_role'] loop
		if to_regrole(name) is null then execute format('create role %I nologin noinherit', name); end if;
		begin
			execute format('grant %I to %I', name, current_user); -- so that a request may act as that role
		exception when insufficient_privilege then null; -- set up by somebody else; checkRoles says it if it is not so
		end;
	end loop;
end $$;
`;

/** And what they may see. */
export const ROLES_SQL = `${REQUEST_ROLES_SQL}
create schema if not exists extensions;
grant usage on schema public, extensions to anon, authenticated, service_role;
`;

/** Who asks, as Supabase tells it: the gateway sets the claims for the length of one transaction. */
export const AUTH_FUNCTIONS_SQL = `
create or replace function auth.uid() returns uuid language sql stable as $$
	select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''),
		nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
create or replace function auth.role() returns text language sql stable as $$
	select coalesce(nullif(current_setting('request.jwt.claim.role', true), ''),
		nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
$$;
create or replace function auth.jwt() returns jsonb language sql stable as $$
	select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb
$$;
grant usage on schema auth to anon, authenticated, service_role;
`;

/** What Supabase gives every project before its first migration. Safe to run at every start. */
export async function preparePlatform(database: Database): Promise<void> {
	await database.exec(ROLES_SQL);
	const [found] = await database.query(`select to_regclass('auth.users') is not null as there`);
	if (!found?.['there']) await database.exec(await authSchema());
	await database.exec(AUTH_FUNCTIONS_SQL);
	await checkRoles(database);
}

/** Whether the user that connects may act for those who ask. */
export async function checkRoles(database: Database): Promise<void> {
	await database.transaction(async (sql) => {
		for (const role of ['anon', 'authenticated']) await sql.exec(`set local role ${role}; reset role`);
		return true;
	});
}
