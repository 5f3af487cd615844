import { showCode } from '../../src/lib/domain/code.ts';
import { hashOf, newCode } from './codes.ts';

/**
 * `node supabase/embedded/found-home.ts "Name of the home" "Manager"`: for a Supabase project, where this program has no
 * owner's access. Prints the one statement that founds the home, to be run in the project's SQL editor, and its
 * manager's one-time code, which the statement holds only as a hash.
 */
export function foundHome(home: string, manager: string, code: string): string {
	const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
	return `select private.found_home(${quoted(home)}, ${quoted(manager)}, '\\x${hashOf(code).toString('hex')}'::bytea);`;
}

if (import.meta.main) {
	const [home = '', manager = ''] = process.argv.slice(2).map((name) => name.trim());
	if (home === '' || manager === '') {
		process.stderr.write('Name the home and its manager: found-home.ts "Name of the home" "Pat"\n');
		process.exit(1);
	}
	const code = newCode();
	process.stdout.write(
		`Run this once in the SQL editor of the project:\n\n${foundHome(home, manager, code)}\n\n` +
			`${manager} then sets up the home with this one-time code, good for a week:\n    ${showCode(code)}\n`
	);
}
