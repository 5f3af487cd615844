/**
 * `npm run bench:homes`: what one look (my_view) costs a home that has been here for years, as the database's own
 * processor time, beside 1 to 40 homes like it, and beside a home of four weeks. Only PostgreSQL: it runs in a process of
 * its own, whose time can be read.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { freshDatabase, type TestDatabase } from '../../supabase/tests/engines.ts';

const YEARS = 156; // weeks
const YOUNG = 4;
const HOMES = [1, 2, 5, 10, 40];
const TICK = 10; // milliseconds: what the system counts processor time in
const ASKS = 12;
const WHO = { child: 'p1', worker: 'p16', manager: 'p39' };

const processorTime = (pid: number): number => {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
	return (Number(fields[11]) + Number(fields[12])) * TICK;
};

interface Look {
	version: string;
	view: { items: { readers: unknown[] }[]; sessions: unknown[] } | null;
}

async function look(database: TestDatabase, who: string, known: string | null): Promise<Look> {
	await database.exec(`begin; select bench.act_as('${who}')`);
	const [{ v } = {}] = await database.query(
		`select public.my_view(null, ${known === null ? 'null' : `'${known}'`}) as v`
	);
	await database.exec('rollback');
	return v as Look;
}

async function cost(database: TestDatabase, pid: number, who: string, known: string | null): Promise<number> {
	await look(database, who, known);
	await look(database, who, known);
	const before = processorTime(pid);
	for (let ask = 0; ask < ASKS; ask++) await look(database, who, known);
	return (processorTime(pid) - before) / ASKS;
}

/** What each role sees: it must be something, or nothing was measured. */
async function seen(database: TestDatabase, home: string, role: keyof typeof WHO): Promise<string> {
	const { view } = await look(database, home + WHO[role], null);
	const [items, readers] = [view!.items.length, view!.items.reduce((sum, { readers }) => sum + readers.length, 0)];
	if (items === 0 || readers === 0) throw new Error(`${role} of ${home} sees no items with readers`);
	const text = JSON.stringify(view);
	return `${items} items, ${readers} readers, ${Math.round(text.length / 1024)} kB, gzip ${Math.round(gzipSync(text).length / 1024)}`;
}

async function measure(database: TestDatabase, pid: number, homes: number): Promise<void> {
	for (const role of Object.keys(WHO) as (keyof typeof WHO)[]) {
		const said: string[] = [];
		for (const home of ['big0', 'young']) {
			const what = await seen(database, home, role);
			const { version } = await look(database, home + WHO[role], null);
			const whole = await cost(database, pid, home + WHO[role], null);
			const same = await cost(database, pid, home + WHO[role], version);
			said.push(`${home} ${whole.toFixed(1)} ms, unchanged ${same.toFixed(1)} ms (${what})`);
		}
		console.log(`  ${homes} homes, ${role}: ${said.join('; ')}`);
	}
}

const sizes = process.argv[2] ? process.argv[2].split(',').map(Number) : HOMES;
const database = await freshDatabase('postgres');
for (const seed of ['sql-seed.sql', 'big-home-people.sql', 'big-home-years.sql'])
	await database.exec(readFileSync(new URL(seed, import.meta.url), 'utf8'));
const [{ pid } = {}] = await database.query('select pg_backend_pid() as pid');
const fill = async (home: string, weeks: number) => {
	await database.exec(
		`set session_replication_role = replica; select bench.big_home('${home}', ${weeks}); set session_replication_role = origin`
	);
};
await fill('young', YOUNG);
let there = 0;
for (const homes of sizes) {
	for (; there < homes; there++) await fill(`big${there}`, YEARS);
	await database.exec('vacuum analyze');
	await measure(database, Number(pid), homes);
}
await database.close();
process.exit(0);
