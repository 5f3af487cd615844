import type { Database } from '../../server/database/database.ts';
import { files, tell } from '../pgtap.ts';
import type { Mutant } from './catalogue.ts';

/** How a mutant ended: which file noticed it, or nobody did, or it is no SQL. */
export type End = { by: string } | 'alive' | 'broken';

const kills = new Map<string, number>();
const took = new Map<string, number>();
const thing = (what: string) => what.split(/[:( ]/)[0] ?? '';
const add = (to: Map<string, number>, key: string, value: number) => to.set(key, (to.get(key) ?? 0) + value);

/** First the files that noticed most of the same thing, and of all, for the time that they took. */
function likeliest(what: string): string[] {
	const noticed = (key: string) => kills.get(key) ?? 0;
	const score = (file: string) =>
		(0.1 + 20 * noticed(`${thing(what)} ${file}`) + noticed(file)) / (took.get(file) ?? 1);
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
		const start = performance.now();
		const { failed } = await tell(database, file, sql);
		if (!took.has(file)) took.set(file, performance.now() - start);
		if (failed.length === 0) continue;
		for (const key of [file, `${thing(what)} ${file}`]) add(kills, key, 1);
		return { by: file };
	}
	return 'alive';
}
