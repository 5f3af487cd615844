import { createClient } from '@supabase/supabase-js';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Home } from '../../server/home.ts';
import { openHome } from '../../server/open-home.ts';
import { readConfig } from '../../server/config.ts';
import { serve, type RunningServer } from '../../server/http/serve.ts';
import { asOwner, at } from '../engines/postgres.ts';
import { serverUrl } from '../engines/server.ts';
import { PASSWORD } from './world.ts';

const MAPLE = { SAYSO_HOME_NAME: 'Oak House', SAYSO_MANAGER: 'Nia', SAYSO_RESPONSIBLE: 'Ivy' };

describe('a real home on a PostgreSQL of its own', () => {
	const databases: string[] = [];
	let open: { home: Home; served: RunningServer } | null = null;

	/** Owned by an ordinary user that may make roles: no superuser is needed. */
	async function emptyDatabase(): Promise<string> {
		const server = await serverUrl();
		const name = `sayso_real_${randomBytes(6).toString('hex')}`;
		databases.push(name);
		await asOwner(server, async (sql) => {
			await sql.unsafe(`do $$ begin
				if to_regrole('sayso_owner') is null then create role sayso_owner login createrole password 'owner'; end if;
			end $$`);
			await sql.unsafe(`create database ${name} owner sayso_owner`);
		});
		const url = new URL(at(server, name, 'sayso_owner'));
		url.password = 'owner';
		return url.href;
	}
	async function start(database: string, env: Record<string, string> = MAPLE) {
		const plan = readConfig({
			SAYSO_HOME: 'real',
			DATABASE_URL: database,
			SAYSO_SECRET: 'kept elsewhere, 48 characters of it at least, ok',
			...env,
			PORT: '0'
		});
		const lines: string[] = [];
		const home = await openHome(plan, (line) => lines.push(line));
		const site = {
			...home.site,
			files: () => new Response(null, { status: 404 }),
			trustProxy: plan.trustProxy,
			log: () => undefined
		};
		const served = await serve(site, 0, plan.host);
		open = { home, served };
		return {
			url: `http://127.0.0.1:${served.port}`,
			key: home.site.config.key,
			code: /[A-Z]{4}( [A-Z]{4}){2}/.exec(home.notes.join('\n'))?.[0],
			notes: home.notes
		};
	}
	async function stop() {
		await open?.served.close();
		await open?.home.close();
		open = null;
	}
	afterEach(async () => {
		await stop();
		const server = await serverUrl();
		for (const name of databases.splice(0))
			await asOwner(server, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
	});

	const join = async ({ url, key }: { url: string; key: string }, code: string) => {
		const client = createClient(url, key, { auth: { persistSession: false, autoRefreshToken: false } });
		const data = { invite_code: code.replaceAll(' ', ''), device: 'Laptop' };
		const { error } = await client.auth.signUp({ email: 'nia@example.invalid', password: PASSWORD, options: { data } });
		return { client, error };
	};

	it('starts empty, with a code for its manager and one for who is above them, and knows no demo', async () => {
		const home = await start(await emptyDatabase());
		expect(home.notes[0]).toBe('Nia sets up this home with this one-time code, good for a week:');
		const { client, error } = await join(home, home.code!);
		expect(error).toBeNull();
		const { data } = await client.rpc('my_view', { person: null });
		expect(data.view).toMatchObject({
			home: { name: 'Oak House', demo: false },
			people: expect.arrayContaining([
				expect.objectContaining({ name: 'Nia', role: 'manager' }),
				expect.objectContaining({ name: 'Ivy', role: 'responsible_individual', joined: false })
			]),
			items: []
		});
		expect(await (await fetch(`${home.url}/config.json`)).json()).toEqual({ key: home.key, demo: false });
		expect((await fetch(`${home.url}/demo`)).status).toBe(404);
		expect((await fetch(`${home.url}/demo/enter`, { method: 'POST', body: '{"key":"nia"}' })).status).toBe(404);
	});

	it('gives a new code at each start until the manager is in, and none after that', async () => {
		const database = await emptyDatabase();
		const lost = (await start(database)).code;
		await stop();
		const second = await start(database, {});
		expect(second.code).not.toBe(lost);
		expect((await join(second, second.code!)).error).toBeNull();
		await stop();
		const third = await start(database, {}); // who is above the manager has not joined yet
		expect(third.notes[0]).toBe(
			'Ivy, the responsible individual, joins with this one. Give it to nobody else, and not through the manager:'
		);
		expect(third.notes.join()).not.toContain('Nia');
	});

	it('asks for the names of the home and the manager, and keeps nobody waiting with a stack trace', async () => {
		const database = await emptyDatabase();
		await expect(start(database, {})).rejects.toThrow('SAYSO_HOME_NAME="…" SAYSO_MANAGER="…" SAYSO_RESPONSIBLE="…"');
		await expect(start(database.replace(/:\d+\//, ':9/'))).rejects.toThrow('DATABASE_URL cannot be reached');
	});

	it('refuses a database that holds the made-up home, or that is a Supabase project’s', async () => {
		const made = await emptyDatabase();
		await start(made);
		await open!.home.close();
		const server = await serverUrl();
		const inside = (statement: string, name = new URL(made).pathname.slice(1)) =>
			asOwner(at(server, name), (sql) => sql.unsafe(statement));
		await inside('update app.homes set demo = true');
		await expect(start(made)).rejects.toThrow('DATABASE_URL holds the made-up home');
		await inside('create table auth.schema_migrations (version text)');
		await expect(start(made)).rejects.toThrow('the database of a Supabase project');
	});

	it('refuses a database that another version of Sayso made', async () => {
		const database = await emptyDatabase();
		await start(database);
		await stop();
		const server = await serverUrl();
		await asOwner(at(server, new URL(database).pathname.slice(1)), (sql) =>
			sql.unsafe(
				`insert into supabase_migrations.schema_migrations (version, statements) values ('29990101000000', '{}')`
			)
		);
		await expect(start(database)).rejects.toThrow(
			'another version of Sayso: 29990101000000 is not a migration of this Sayso'
		);
	});

	it('refuses a database user without the rights, and says what an administrator types', async () => {
		const database = await emptyDatabase();
		const server = await serverUrl();
		const name = new URL(database).pathname.slice(1);
		const say = (statement: string) => asOwner(server, (sql) => sql.unsafe(statement));
		await say('drop role if exists sayso_plain');
		await say(`create role sayso_plain login password 'plain'`);
		const plain = database.replace('sayso_owner:owner', 'sayso_plain:plain');
		await expect(start(plain)).rejects.toThrow(`alter database ${name} owner to sayso_plain;`);
		await say(`alter database ${name} owner to sayso_plain`);
		await expect(start(plain)).rejects.toThrow('grant anon, authenticated, service_role to sayso_plain;');
		await say('grant anon, authenticated, service_role to sayso_plain');
		expect((await start(plain)).notes[0]).toContain('Nia sets up this home');
	});

	it('refuses half a home: a copy without its rights, or with one too many', async () => {
		const database = await emptyDatabase();
		await start(database);
		await stop();
		const server = await serverUrl();
		const inside = (statement: string) =>
			asOwner(at(server, new URL(database).pathname.slice(1)), (sql) => sql.unsafe(statement));
		const breaks = [
			['revoke usage on schema private from authenticated', 'grant usage on schema private to authenticated'],
			['grant delete on app.items to authenticated', 'revoke delete on app.items from authenticated'],
			[
				'grant execute on function private.my_epoch to public',
				'revoke execute on function private.my_epoch from public'
			],
			['alter table app.items disable row level security', 'alter table app.items enable row level security'],
			['alter table app.items disable trigger user', 'alter table app.items enable trigger user'],
			[
				'alter policy calls_select_by_login on app.calls rename to x',
				'alter policy x on app.calls rename to calls_select_by_login'
			],
			['alter function private.me() security invoker', 'alter function private.me() security definer']
		] as const;
		for (const [broken, mended] of breaks) {
			await inside(broken);
			await expect(start(database), broken).rejects.toThrow('This database holds only half a home.');
			await inside(mended);
		}
		await inside('delete from supabase_migrations.whole');
		await expect(start(database)).rejects.toThrow('npm run restore');
	});

	it('says at start that it was restored, and has another epoch then', async () => {
		const database = await emptyDatabase();
		await start(database);
		await stop();
		const copy = `${database}_copy`;
		const server = await serverUrl();
		const name = new URL(copy).pathname.slice(1);
		databases.push(name);
		await asOwner(server, (sql) =>
			sql.unsafe(`create database ${name} template ${name.replace('_copy', '')} owner sayso_owner`)
		);
		expect((await start(copy)).notes[0]).toContain('restored from a backup');
		await stop();
		expect((await start(copy)).notes[0]).not.toContain('restored from a backup');
	});

	it('two servers that start at once on an empty database both come up', async () => {
		const database = await emptyDatabase();
		const plan = readConfig({
			SAYSO_HOME: 'real',
			DATABASE_URL: database,
			SAYSO_SECRET: 'kept elsewhere, 48 characters of it at least, ok',
			...MAPLE
		});
		const homes = await Promise.allSettled([openHome(plan, () => undefined), openHome(plan, () => undefined)]);
		for (const home of homes) if (home.status === 'fulfilled') await home.value.close();
		expect(homes.map((home) => (home.status === 'rejected' ? String(home.reason) : home.status))).toEqual([
			'fulfilled',
			'fulfilled'
		]);
	});
});
