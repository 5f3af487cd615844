import type { Database } from '../../embedded/database.ts';
import { files, tell } from '../pgtap.ts';
import type { Mutant } from './catalogue.ts';

/** How a mutant ended: which file noticed it, or nobody did, or it is no SQL. */
export type End = { by: string } | 'alive' | 'broken';

const kills = new Map<string, number>();
const thing = (what: string) => what.split(/[:( ]/)[0] ?? '';

/** First the files that noticed the most of the same thing, then those that noticed the most of all. */
function likeliest(what: string): string[] {
	const score = (file: string) => 1000 * (kills.get(`${thing(what)} ${file}`) ?? 0) + (kills.get(file) ?? 0);
	return [...files].sort((a, b) => score(b) - score(a));
}

/** Loosens one thing, and runs the files until one of them notices. Nothing of it stays. */
export async function tryOn(database: Database, { what, sql }: Mutant, order = likeliest(what)): Promise<End> {
	const stands = await database.exec(`begin; ${sql}; rollback`).then(
		() => true,
		async () => {
			await database.exec('rollback');
			return false;
		}
	);
	if (!stands) return 'broken';
	for (const file of order) {
		if ((await tell(database, file, sql)).failed.length === 0) continue;
		for (const key of [file, `${thing(what)} ${file}`]) kills.set(key, (kills.get(key) ?? 0) + 1);
		return { by: file };
	}
	return 'alive';
}
