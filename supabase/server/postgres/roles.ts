import type { Database } from '../database/database.ts';
import { REQUEST_ROLES_SQL, checkRoles } from '../database/platform.ts';
import { CommandError } from '../command-error.ts';

const OLDEST = 15;
const THREE = 'anon, authenticated, service_role';

/** Makes the three roles where they are missing. Refuses a user who may not make or use them, and says what an administrator types. */
export async function ensureRoles(database: Database): Promise<void> {
	const owner = await ownerOf(database);
	const { me, here } = owner;
	if (owner.version < OLDEST)
		throw new CommandError(`Sayso needs PostgreSQL ${OLDEST} or newer. This is ${owner.version}.`);
	if (!owner.owns) throw refused(`does not own the database ${here}`, me, `alter database ${here} owner to ${me};`);
	if (!owner.mayMake && owner.roles < 3) {
		const make = THREE.split(', ').map((role) => `create role ${role} nologin noinherit;`);
		const rights = [`alter role ${me} createrole;`, 'or', ...make, `grant ${THREE} to ${me};`];
		throw refused('may not make the three roles that Sayso needs', me, ...rights);
	}
	await database.exec(REQUEST_ROLES_SQL);
	await checkRoles(database).catch(() => {
		throw refused('may not act for those who ask', me, `grant ${THREE} to ${me};`);
	});
}

const refused = (what: string, me: string, ...statements: string[]) =>
	new CommandError(
		[
			`The database user ${me} ${what}. An administrator of the database says:`,
			...statements.map((one) => `    ${one}`)
		].join('\n')
	);

interface Owner {
	me: string;
	here: string;
	version: number;
	owns: boolean;
	mayMake: boolean;
	roles: number;
}

async function ownerOf(database: Database): Promise<Owner> {
	const [row] = await database.query(
		`select quote_ident(current_user) as me, quote_ident(current_database()) as here,
		current_setting('server_version_num')::int / 10000 as version, r.rolcreaterole or r.rolsuper as may_make,
		pg_has_role(current_user, d.datdba, 'usage') as owns,
		(select count(*)::int from pg_roles where rolname = any (string_to_array($1, ', '))) as roles
		from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`,
		[THREE]
	);
	return {
		me: String(row?.['me']),
		here: String(row?.['here']),
		version: Number(row?.['version']),
		owns: row?.['owns'] === true,
		mayMake: row?.['may_make'] === true,
		roles: Number(row?.['roles'])
	};
}
