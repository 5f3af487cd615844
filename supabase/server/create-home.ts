import { showCode } from '../../src/lib/domain/code.ts';
import { hashOf, makeOneTimeCode } from './one-time-code.ts';
import type { NewHome } from './config.ts';

/**
 * `npm run create-home -- "Name of the home" "Manager" "Responsible individual"`: for a Supabase project, where this program has no
 * owner's access. Prints the one statement that founds the home, to be run in the project's SQL editor, and a one-time code for
 * each of the two, which the statement holds only as a hash.
 */
export function createHomeSql(
	{ name, manager, responsible }: NewHome,
	codes: { manager: string; responsible: string }
): string {
	const [first, above] = [bytes(codes.manager), bytes(codes.responsible)];
	return `select private.found_home(${quoted(name)}, ${quoted(manager)}, ${first}, ${quoted(responsible)}, ${above});`;
}

/** The statement that names a home's responsible individual, or a new one, or makes a new code for the one that there is. */
export const nameResponsibleSql = (home: string, responsible: string, code: string): string =>
	`select private.name_responsible(${quoted(home)}, ${quoted(responsible)}, ${bytes(code)});`;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const bytes = (code: string) => `'\\x${hashOf(code).toString('hex')}'::bytea`;

if (import.meta.main) {
	const [name = '', manager = '', responsible = ''] = process.argv.slice(2).map((text) => text.trim());
	if (name === '' || manager === '' || responsible === '') {
		process.stderr.write(
			'Name the home, its manager and who is above them: npm run create-home -- "Name of the home" "Pat" "Morgan"\n'
		);
		process.exit(1);
	}
	const codes = { manager: makeOneTimeCode(), responsible: makeOneTimeCode() };
	process.stdout.write(
		`Run this once in the SQL editor of the project:\n\n${createHomeSql({ name, manager, responsible }, codes)}\n\n` +
			`${manager} then sets up the home with this one-time code, good for a week:\n    ${showCode(codes.manager)}\n` +
			`${responsible} joins with this one. Give it to nobody else, and not through the manager:\n    ${showCode(codes.responsible)}\n`
	);
}
