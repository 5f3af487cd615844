import postgres from 'postgres';
import { showCode } from '../../src/lib/domain/code.ts';
import { hashOf, makeOneTimeCode } from './one-time-code.ts';
import { nameResponsibleSql } from './create-home.ts';

/**
 * `npm run responsible -- "Name of the home" "Morgan"`: names who is above the manager, or somebody new, or makes a new code for
 * the one that there is. Only whoever has the database can, so no manager. With DATABASE_URL it is done; else (a Supabase
 * project) it prints the statement for the SQL editor. Prints the one-time code.
 */
const [home = '', name = ''] = process.argv.slice(2).map((text) => text.trim());
if (home === '' || name === '') {
	process.stderr.write(
		'Name the home and the responsible individual: npm run responsible -- "Name of the home" "Morgan"\n'
	);
	process.exit(1);
}
const code = makeOneTimeCode();
const url = process.env['DATABASE_URL'];
if (url) {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await sql`select private.name_responsible(${home}, ${name}, ${hashOf(code)})`;
	} catch (problem) {
		process.stderr.write(`That was not done: ${whyNot(problem)}\n`);
		process.exit(1);
	} finally {
		await sql.end();
	}
} else
	process.stdout.write(`Run this in the SQL editor of the project:\n\n${nameResponsibleSql(home, name, code)}\n\n`);
process.stdout.write(
	`${name} joins with this one-time code. Give it to nobody else, and not through the manager:\n    ${showCode(code)}\n`
);

function whyNot(problem: unknown): string {
	if (problem instanceof postgres.PostgresError && problem.constraint_name === 'name_taken')
		return `somebody of the staff has, or had, a name that reads like ${name}. Add a last name.`;
	return problem instanceof Error ? problem.message : 'no answer';
}
