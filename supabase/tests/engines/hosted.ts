import { randomBytes, randomUUID } from 'node:crypto';
import { onPostgres, type Database, type Row } from '../../server/database/database.ts';
import { authSchema } from '../../server/embedded/lite.ts';
import { applyMigrations } from '../../server/database/migrations.ts';
import { ROLES_SQL, AUTH_FUNCTIONS_SQL } from '../../server/database/platform.ts';
import { migrations } from './kinds.ts';
import { asOwner, at, connect } from './postgres.ts';
import { serverUrl } from './server.ts';

export interface Hosted {
	/** The role that applies migrations: it owns what they make, and is no superuser. */
	migrator: Database;
	/** The role of the sign-in server, the owner of auth.users. It tells the new account's id. */
	signUp(data: Record<string, string>): Promise<string>;
	/** One request, as the API does it. */
	as(account: string | null, sql: string): Promise<Row[]>;
	close(): Promise<void>;
}

const LOGINS_SQL = `
do $$
declare
	name text;
	kind text;
begin
	for name, kind in values ('hosted_owner', 'createrole createdb bypassrls'), ('supabase_auth_admin', 'noinherit createrole'),
		('authenticator', 'noinherit') loop
		if to_regrole(name) is null then execute format('create role %I login nosuperuser %s', name, kind); end if;
	end loop;
end $$;
grant anon, authenticated, service_role to authenticator, hosted_owner;`;

const SCHEMAS_SQL = `
create schema extensions authorization hosted_owner;
create schema auth authorization supabase_auth_admin;
grant usage on schema auth to anon, authenticated, service_role, hosted_owner;
grant usage on schema extensions, public to anon, authenticated, service_role, supabase_auth_admin;
grant create, usage on schema public to hosted_owner;`;

/** A database with the owners and rights that hosted Supabase has, and our migrations applied within them. */
export async function hostedDatabase(): Promise<Hosted> {
	const server = await serverUrl();
	const name = `sayso_hosted_${randomBytes(6).toString('hex')}`;
	await asOwner(server, async (sql) => {
		await sql.unsafe(ROLES_SQL).simple();
		await sql.unsafe(LOGINS_SQL).simple();
		await sql.unsafe(`create database ${name} owner hosted_owner`);
		await sql.unsafe(`grant create on database ${name} to hosted_owner, supabase_auth_admin`);
	});
	const url = at(server, name);
	await asOwner(url, (sql) => sql.unsafe(SCHEMAS_SQL).simple());
	const auth = await loginAs(url, 'supabase_auth_admin');
	await auth.exec(
		`${await authSchema()}; ${AUTH_FUNCTIONS_SQL}; grant all on all tables in schema auth to hosted_owner`
	);
	const migrator = await loginAs(url, 'hosted_owner');
	await applyMigrations(migrator, migrations());
	const api = await loginAs(url, 'authenticator');
	const close = async () => {
		await Promise.all([auth.close(), migrator.close(), api.close()]);
		await asOwner(server, (sql) => sql.unsafe(`drop database ${name} with (force)`));
	};
	return { migrator, signUp: (data) => signUp(auth, data), as: (account, sql) => request(api, account, sql), close };
}

async function loginAs(url: string, role: string): Promise<Database> {
	const database = onPostgres(connect(url));
	await database.exec(`set session authorization ${role}`);
	return database;
}

async function signUp(auth: Database, data: Record<string, string>): Promise<string> {
	const id = randomUUID();
	const email = `${id}@device.sayso.invalid`;
	const said = JSON.stringify(data);
	await auth.query('insert into auth.users (id, email, raw_user_meta_data) values ($1, $2, $3::jsonb)', [
		id,
		email,
		said
	]);
	// What was said at the sign-up is written down a second time, as it came.
	const again = `insert into auth.identities (id, provider_id, user_id, identity_data, provider) values ($1::uuid, $1::uuid::text, $1::uuid, $2::jsonb, 'email')`;
	await auth.query(again, [id, said]);
	return id;
}

function request(api: Database, account: string | null, statement: string): Promise<Row[]> {
	const role = account ? 'authenticated' : 'anon';
	return api.transaction(async (sql) => {
		await sql.query(`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`, [
			role,
			JSON.stringify(account ? { sub: account, role } : { role })
		]);
		return sql.query(statement);
	});
}
