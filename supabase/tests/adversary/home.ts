import type { Role } from '../../../src/lib/domain/view.ts';
import type { Database } from '../../server/database/database.ts';
import type { Somebody } from '../differential/home.ts';
import type { Random } from '../differential/random.ts';
import type { TestDatabase } from '../engines.ts';

/** A login as a history knows it: in whose name, who really holds it, and how somebody came to have it. */
export interface Held extends Somebody {
	/** Whoever truly sits at it. For an honest login, its own person. */
	holder: string;
}

/** A home with everybody who has joined, and one adult, or two apart, who will stop at nothing. */
export interface World {
	id: string;
	people: { id: string; role: Role }[];
	logins: Held[];
	/** Two never say yes to each other's sign-ins: two who do are beyond what can be stopped (SECURITY.md). */
	bad: string[];
}

/** Joins: a code made on one login (or by whoever owns the database), used by whoever `holder` is. */
export async function join(
	db: Database,
	random: Random,
	{ person, role, by, holder }: { person: string; role: Role; by: Held | null; holder: string }
): Promise<Held> {
	const [account, login, code] = [random.id(), random.id(), random.hex(64)];
	const maker = by ? `'${by.id}', '${by.login}'` : 'null, null';
	await db.exec(`insert into app.invites (id, home_id, person_id, made_by, made_by_login, code_hash, device)
			select '${random.id()}', home_id, id, ${maker}, sha256(convert_to('${code}', 'utf8')), 'a device' from app.people where id = '${person}';
		insert into auth.users (id, email, raw_user_meta_data)
			values ('${account}', '${account}@example.invalid', '{"invite_code": "${code}"}');
		update app.logins set id = '${login}' where account_id = '${account}'`);
	return { id: person, account, login, role, holder };
}

const pickSome = <T>(random: Random, list: T[], most: number): T[] => random.shuffled(list).slice(0, most);

/**
 * Two children, their key workers, one or two managers, mostly a responsible individual. Not everybody has joined; whoever has,
 * came by a code that could have been made so in a real home. Some are known to the responsible individual.
 */
export async function makeWorld(db: TestDatabase, random: Random): Promise<World> {
	const [clear] = await db.query(CLEAR);
	await db.aside.exec(
		`set session_replication_role = replica; ${String(clear?.['sql'])}; delete from auth.users; set session_replication_role = origin`
	);
	const home = random.id();
	const roles: Role[] = ['child', 'child', 'worker', 'worker', 'worker', 'manager'];
	if (random.once(3)) roles.push('manager');
	if (!random.once(5)) roles.push('responsible_individual');
	const people = roles.map((role) => ({ id: random.id(), role }));
	await db.exec(`insert into app.homes (id, name) values ('${home}', 'Home');
		${people.map(({ id, role }, at) => `insert into app.people (id, home_id, role, name, made_at) values ('${id}', '${home}', '${role}', '${NAMES[at]}', now() - interval '1 year');`).join('')}`);
	const logins: Held[] = [];
	const joins = async (one: { id: string; role: Role }, by: Held | null) => {
		const held = await join(db, random, { person: one.id, role: one.role, by, holder: one.id });
		logins.push(held);
		return held;
	};
	const [manager, ...others] = people.filter(({ role }) => role === 'manager');
	const top = await joins(manager!, null);
	const above = people.find(({ role }) => role === 'responsible_individual');
	const ri = above && !random.once(6) ? await joins(above, null) : null;
	for (const one of [...others, ...people.filter(({ role }) => role === 'worker')])
		if (!random.once(4))
			await joins(one, one.role === 'manager' && ri && random.once(2) ? ri : random.once(5) ? null : top);
	const children = people.filter(({ role }) => role === 'child');
	for (const child of children) await keyWorkers(db, random, home, child.id, people);
	const workers = logins.filter(({ role }) => role === 'worker');
	for (const child of children)
		if (!random.once(5)) await joins(child, random.once(6) ? null : random.pick([top, ...workers]));
	if (ri) for (const one of pickSome(random, workers, random.upTo(3))) await vouch(db, ri, one);
	const staff = logins.filter(({ role }) => role !== 'child');
	const worst = [...staff, ...Array.from({ length: 4 }, () => top), ...(ri ? [ri] : [])];
	const bad = [...new Set([random.pick(worst).id, ...(random.once(3) ? [random.pick(worst).id] : [])])];
	return { id: home, people, logins, bad };
}

const CLEAR = `select string_agg(format('delete from %s', oid::regclass), ';') as sql from pg_catalog.pg_class
	where relkind = 'r' and relnamespace = 'app'::regnamespace`;

const NAMES = ['Robin', 'Kai', 'Sam', 'Jo', 'Lou', 'Pat', 'Max', 'Morgan'];

async function keyWorkers(
	db: Database,
	random: Random,
	home: string,
	child: string,
	people: World['people']
): Promise<void> {
	const workers = pickSome(
		random,
		people.filter(({ role }) => role === 'worker' || role === 'manager'),
		1 + random.upTo(2)
	);
	for (const [at, { id }] of workers.entries())
		await db.exec(`insert into app.key_workers (home_id, child_id, worker_id, place, from_at)
			values ('${home}', '${child}', '${id}', ${at + 1}, now() - interval '1 month')`);
}

/** An honest yes: whoever gives it knows that this sign-in is that person's. */
const vouch = (db: Database, by: Held, of: Held): Promise<unknown> =>
	db.exec(
		`insert into app.login_approvals (login_id, by_login, by_person) values ('${of.login}', '${by.login}', '${by.id}') on conflict do nothing`
	);
