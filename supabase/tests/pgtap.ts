import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from '../server/database/database.ts';

const folder = new URL('sql/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

/** The files that tell, person by person, who may do what. */
export const files = readdirSync(folder)
	.filter((file) => file.endsWith('.test.sql'))
	.sort();

/** Maple House and Oak House, and words for tests to tell what happens there. */
export const people = (): string => read('people.sql');

/** A row in every table, for the tables of who may do what. */
export const story = (): string => read('story.sql');

export interface Told {
	passed: number;
	failed: string[];
}

/** Runs one file and reads what pgTAP says of it. The file undoes what it did, and what was done `before` it. */
export async function tell(database: Database, file: string, before = ''): Promise<Told> {
	const text = read(file).replace(/^begin;$/m, () => `begin;\n${before};`);
	try {
		const lines = (await database.exec(text)).flatMap((rows) => rows.flatMap(words));
		const passed = lines.filter((line) => line.startsWith('ok ')).length;
		const failed = lines.filter((line) => /^(not ok|# )/.test(line));
		return { passed, failed: passed + failed.length === 0 ? ['it asserts nothing'] : failed };
	} catch (problem) {
		await database.exec('rollback');
		return { passed: 0, failed: [problem instanceof Error ? problem.message : String(problem)] };
	}
}

const words = (row: Record<string, unknown>): string[] =>
	Object.values(row).flatMap((value) => (typeof value === 'string' ? value.split('\n') : []));
