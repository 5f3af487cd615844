/**
 * `npm run bench:mutants:sql [words]`: loosens one thing at a time; a mutant that no test notices is a hole in the tests. With
 * words, only those that have each of them; 'codes|tablets': one or the other.
 */
import { freshDatabase, type TestDatabase } from './engines.ts';
import { mutantsOf, type Mutant } from './mutants/catalogue.ts';
import { HELD_ELSEWHERE, byHand } from './mutants/by-hand.ts';
import { tryOn, type End } from './mutants/run.ts';
import { people } from './pgtap.ts';

const WORKERS = Number(process.env['SAYSO_WORKERS'] ?? 2);
const wanted = process.argv.slice(2);

async function ready(): Promise<TestDatabase> {
	const database = await freshDatabase('postgres');
	await database.exec(`${people()}; set statement_timeout = '60s'`);
	return database;
}

const databases = await Promise.all(Array.from({ length: WORKERS }, ready));
const first = databases[0]!;
if ((await tryOn(first, { what: 'nothing', sql: 'select 1' })) !== 'alive')
	throw new Error('the tests fail without a mutant');

const all = [...(await mutantsOf(first)), ...(await byHand(first))].filter(({ what }) =>
	wanted.every((words) => words.split('|').some((word) => what.includes(word)))
);
if (all.length === 0) throw new Error(`no mutant is called ${wanted.join(' ')}`);
const queue = all.values();
const ends: { mutant: Mutant; end: End }[] = [];
await Promise.all(
	databases.map(async (database) => {
		for (const mutant of queue) {
			const told = await tryOn(database, mutant);
			const held = HELD_ELSEWHERE[mutant.what];
			const end = told === 'alive' && held !== undefined ? { by: held } : told;
			ends.push({ mutant, end });
			if (ends.length % 100 === 0) console.log(`${ends.length} of ${all.length}`);
			if (end === 'alive' || (end === 'broken' && wanted.length > 0)) console.log(end, mutant.what);
			else if (wanted.length > 0 && typeof end === 'object') console.log('killed by', end.by, mutant.what);
		}
		await database.close();
	})
);
const count = (is: (end: End) => boolean) => ends.filter(({ end }) => is(end)).length;
const alive = count((end) => end === 'alive');
console.log(
	`${count((end) => end !== 'broken')} mutants: ${count((end) => typeof end === 'object')} killed, ${alive} alive (${count((end) => end === 'broken')} more were no SQL)`
);
process.exit(alive > 0 ? 1 : 0);
