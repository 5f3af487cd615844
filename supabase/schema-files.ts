import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

export interface SchemaFile {
	/** As from this folder: schemas/items/table.sql */
	path: string;
	sql: string;
}

/** The globs that say in which order the files stand (`schema_paths` in config.toml), as Supabase's CLI reads them. @internal */
export function schemaPaths(): string[] {
	const [, list = ''] = /^schema_paths = \[\n([^\]]*)^\]/m.exec(readFileSync(join(here, 'config.toml'), 'utf8')) ?? [];
	return [...list.matchAll(/^\s*"\.\/([^"]+)",$/gm)].map(([, path = '']) => path);
}

/** The files of the database in their order: each stands where it is first named; what one glob finds, by name. */
export function schemaFiles(): SchemaFile[] {
	const paths = schemaPaths().flatMap((glob) => {
		const found = globSync(glob, { cwd: here }).sort();
		if (found.length === 0) throw new Error(`config.toml names ${glob}, and there is no such file`);
		return found.map((path) => path.replaceAll('\\', '/'));
	});
	return [...new Set(paths)].map((path) => ({ path, sql: readFileSync(join(here, path), 'utf8') }));
}

/** All of it as one migration. */
export function wholeSchema(): string {
	const made = '-- Made from supabase/schemas by `npm run migrations`. Change those files, never this one.\n';
	return schemaFiles().reduce((text, { path, sql }) => `${text}\n\n-- ${path}\n\n${sql}`, made);
}
