import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { databaseUrl, runProgram } from './postgres-programs.ts';
import { CommandError } from '../command-error.ts';

/**
 * Writes the whole home into one file, for its owner only, while it is open: all of it as it was at one moment, with every
 * right. The file is there when it is whole, or not at all.
 */
export function backUp(url: string, file: string): void {
	if (existsSync(file)) throw new CommandError(`${file} is there already. Name another file.`);
	mkdirSync(dirname(file), { recursive: true });
	const draft = `${file}.${process.pid}`;
	try {
		writeFileSync(draft, '', { mode: 0o600 });
		runProgram('pg_dump', ['--format=custom', '--no-password', `--file=${draft}`], url);
		runProgram('pg_restore', ['--list', draft], url);
		renameSync(draft, file);
	} finally {
		rmSync(draft, { force: true });
	}
}

if (import.meta.main) {
	try {
		const [file = `sayso-${new Date().toISOString().slice(0, 16).replace(':', '')}.backup`] = process.argv.slice(2);
		backUp(databaseUrl(process.env), file);
		process.stdout.write(`The home is in ${file}. It holds what children said: keep it as you keep their records.\n`);
	} catch (problem) {
		process.stderr.write(`${problem instanceof CommandError ? problem.message : String(problem)}\n`);
		process.exit(1);
	}
}
