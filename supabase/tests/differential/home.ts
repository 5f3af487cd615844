import type { Role } from '../../../src/lib/domain/view.ts';
import type { TestDatabase } from '../engines.ts';
import type { Random } from './random.ts';
import { recordingsSql } from './sounds.ts';

export interface Somebody {
	id: string;
	account: string;
	login: string;
	role: Role;
}

/** A home that was made up, with everybody in it. */
export interface RandomHome {
	id: string;
	people: Somebody[];
	children: Somebody[];
	staff: Somebody[];
}

const TABLES = `select string_agg(format('update app.%I set %s', table_name, columns), ';') as sql from (
	select table_name, string_agg(format('%1$I = %1$I - $gap', column_name), ', ') as columns
	from information_schema.columns where table_schema = 'app' and data_type = 'timestamp with time zone'
		and table_name in (select tablename from pg_catalog.pg_tables where schemaname = 'app')
	group by table_name) t`;

const CLEAR = `select string_agg(format('delete from %s', oid::regclass), ';') as sql from pg_catalog.pg_class
	where relkind = 'r' and relnamespace = 'app'::regnamespace`;

/** Time goes by for the whole database: everything that is in it becomes older. */
export async function clockOf(db: TestDatabase): Promise<(minutes: number) => Promise<void>> {
	const [row] = await db.query(TABLES);
	const updates = String(row?.['sql']);
	return async (minutes) => {
		const gap = updates.replaceAll('$gap', `interval '${minutes} minutes'`);
		await db.aside.exec(`set session_replication_role = replica; ${gap}; set session_replication_role = origin`);
	};
}

/** Rows that time went by for leave dead ones behind, which every question would have to step over. */
export const sweep = (db: TestDatabase): Promise<unknown> => db.exec('truncate app.homes, auth.users cascade');

/** A home in any state that its people can bring it into, alone in its database. */
export async function makeHome(db: TestDatabase, random: Random): Promise<RandomHome> {
	const somebody = (role: Role): Somebody => ({ id: random.id(), account: random.id(), login: random.id(), role });
	const roles: Role[] = ['child', 'child', 'worker', 'worker', 'worker', 'manager'];
	if (random.once(2)) roles.push('manager');
	if (!random.once(4)) roles.push('responsible_individual');
	const people = roles.map(somebody);
	const children = people.filter(({ role }) => role === 'child');
	const home = { id: random.id(), people, children, staff: people.filter(({ role }) => role !== 'child') };
	const [clear] = await db.query(CLEAR);
	await db.aside.exec(`set session_replication_role = replica;
		${String(clear?.['sql'])}; delete from auth.users;
		${homeSql(home, random)} ${people.map((one, place) => personSql(home, one, place, random)).join('')}
		${children.map((child) => keyWorkersSql(home, child, random)).join('')}
		${random
			.some(home.staff, 3)
			.map((one) => awaySql(home, one, random))
			.join('')}
		set session_replication_role = origin; select private.update_standing('${home.id}')`);
	return home;
}

const hours = (n: number) => `now() + interval '${n} hours 31 minutes'`;

function homeSql({ id }: RandomHome, random: Random): string {
	const [unread, answer, complaint] = [1 + random.upTo(72), 1 + random.upTo(240), 1 + random.upTo(240)];
	return `insert into app.homes (id, name, unread_within, answer_within, complaint_within)
		values ('${id}', 'Home', interval '${unread} hours', interval '${answer} hours',
			interval '${complaint} hours');`;
}

function personSql(home: RandomHome, { id, account, login, role }: Somebody, place: number, random: Random): string {
	const ago = (n: number) => (random.once(n) ? hours(-1 - random.upTo(100)) : 'null');
	const [off, left] = [role === 'child' ? 'null' : ago(9), ago(12)];
	const inviter = home.staff[0]!.id;
	const [other, spare] = [random.id(), random.id()];
	const hasSecond = random.once(3);
	const second = hasSecond
		? `insert into auth.users (id, email) values ('${spare}', 'spare${place}@example.invalid');
			insert into app.logins (id, account_id, person_id, home_id, device, invited_by, made_at)
			values ('${other}', '${spare}', '${id}', '${home.id}', 'second', '${inviter}', ${hours(-50)});`
		: '';
	return `insert into app.people (id, home_id, role, name, not_at_work_since, left_at, made_at)
			values ('${id}', '${home.id}', '${role}', 'Person ${place}', ${off}, ${left}, ${hours(-random.upTo(300) - 300)});
		insert into auth.users (id, email) values ('${account}', '${place}@example.invalid');
		insert into app.logins (id, account_id, person_id, home_id, device, invited_by, whole, made_at)
			values ('${login}', '${account}', '${id}', '${home.id}', 'first', null, ${role !== 'child' || random.once(2)}, ${hours(-200)}); ${second}
		${role === 'child' ? recordingsSql(home.id, id, hasSecond ? [login, other] : [login]) : ''}`;
}

function keyWorkersSql(home: RandomHome, child: Somebody, random: Random): string {
	const workers = random.shuffled(home.staff.filter(({ role }) => role === 'worker' || role === 'manager'));
	return workers
		.slice(0, random.once(6) ? 0 : 1 + random.upTo(2))
		.map(({ id }, at) => {
			const until = random.once(6) ? hours(-1 - random.upTo(30)) : `'infinity'`;
			return `insert into app.key_workers (id, home_id, child_id, worker_id, place, from_at, until)
				values ('${random.id()}', '${home.id}', '${child.id}', '${id}', ${at + 1}, ${hours(-200)}, ${until});`;
		})
		.join('');
}

function awaySql(home: RandomHome, { id }: Somebody, random: Random): string {
	const cover = random.pick([...home.staff.filter((one) => one.id !== id).map((one) => `'${one.id}'`), 'null']);
	const from = random.upTo(60) - 40;
	return `insert into app.away (id, home_id, worker_id, cover_id, from_at, until)
		values ('${random.id()}', '${home.id}', '${id}', ${cover}, ${hours(from)}, ${hours(from + 1 + random.upTo(90))});`;
}
