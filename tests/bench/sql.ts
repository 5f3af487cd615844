/**
 * `npm run bench:sql`: what the rules cost. Only ratios count (this machine is noisy): against the same rows, asked by the
 * owner with explicit filters and no policy, in turns, the median of many rounds.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { freshDatabase, type Engine, type TestDatabase } from '../../supabase/tests/engines.ts';
import { median } from './median.ts';
import { plans } from './sql-plans.ts';
import { PLAIN, READS, VIEW_OF, WHO } from './sql-queries.ts';

const ROUNDS = 15;
const MINE = 500;
const OTHERS = 1000; // items of one home
const sizes = { postgres: [1_000, 100_000], pglite: [1_000, 10_000] };
const engines = (process.argv[2] ? [process.argv[2]] : ['postgres', 'pglite']) as Engine[];

const ms = (value: number) => `${value.toFixed(1)} ms`;

interface Asked {
	took: number;
	rows: Record<string, unknown>[];
}

/** One request, as the API does it; without a name: the owner. Nothing of it stays. */
async function ask(database: TestDatabase, who: string | null, sql: string): Promise<Asked> {
	await database.exec(who === null ? 'begin' : `begin; select bench.act_as('${who}')`);
	const start = performance.now();
	const rows = await database.query(sql);
	const took = performance.now() - start;
	await database.exec('rollback');
	return { took, rows };
}

/** The median time of each, asked in turns. */
async function compare(database: TestDatabase, asks: [string | null, string][]): Promise<number[]> {
	const times = asks.map((): number[] => []);
	for (let round = -2; round < ROUNDS; round++)
		for (const [i, [who, sql]] of asks.entries()) {
			const { took } = await ask(database, who, sql);
			if (round >= 0) times[i]!.push(took);
		}
	return times.map(median);
}

async function fill(database: TestDatabase, from: number, to: number, items: number): Promise<void> {
	await database.exec('set session_replication_role = replica'); // no triggers: rows as they are
	for (let home = from; home < to; home++) await database.exec(`select bench.home('h${home}', ${items / 5})`);
	await database.exec('set session_replication_role = origin');
	await database.exec('vacuum analyze');
}

async function views(database: TestDatabase): Promise<void> {
	for (const [role, who] of Object.entries(WHO)) {
		const { rows } = await ask(database, who, 'select public.my_view() as v');
		const view = rows[0]!['v'] as { version: string; view: { items: { events: unknown[]; readers: unknown[] }[] } };
		const text = JSON.stringify(view);
		const count = (part: 'events' | 'readers') => view.view.items.reduce((sum, item) => sum + item[part].length, 0);
		const [mine = 0, plain = 1, same = 0] = await compare(database, [
			[who, 'select public.my_view() as v'],
			[null, VIEW_OF(role, who)],
			[who, `select public.my_view(null, '${view.version}') as v`]
		]);
		const what = `${view.view.items.length} items, ${count('events')} events, ${count('readers')} readers`;
		const sent = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }); // as our server sends it
		const kb = (length: number) => `${(length / 1024).toFixed(1)} kB`;
		const bytes = `${kb(text.length)}, gzip ${kb(gzipSync(text).length)}, brotli ${kb(sent.length)}`;
		console.log(
			`  my_view, ${role} (${what}): ${ms(mine)}, plain ${ms(plain)}: ${(mine / plain).toFixed(2)} x; unchanged ${ms(same)}; ${bytes}`
		);
	}
}

async function policies(database: TestDatabase): Promise<void> {
	for (const [table, who] of Object.entries(READS)) {
		await sameRows(database, table, who);
		const [mine = 0, plain = 1] = await compare(database, [
			[
				who,
				`select * from app.${table}`.replace('*', table === 'invites' ? 'id' : table === 'key_workers' ? 'id' : '*')
			],
			[null, PLAIN(table, who)]
		]);
		console.log(`  ${table}: ${ms(mine)}, plain ${ms(plain)}: ${(mine / plain).toFixed(2)} x (+ ${ms(mine - plain)})`);
	}
}

/** Both ways must read the same rows, and some, or nothing was measured. */
async function sameRows(database: TestDatabase, table: string, who: string): Promise<void> {
	const count = async (as: string | null, sql: string) =>
		Number((await ask(database, as, `select count(*) as n from (${sql}) t`)).rows[0]!['n']);
	const column = ['invites', 'key_workers'].includes(table) ? 'id' : '*';
	const [mine, plain] = [await count(who, `select ${column} from app.${table}`), await count(null, PLAIN(table, who))];
	if (mine === 0 || mine !== plain) throw new Error(`${table}: ${mine} rows by the policies, ${plain} without`);
}

async function writes(database: TestDatabase): Promise<void> {
	const calls = (many: number) =>
		JSON.stringify(
			Array.from({ length: many }, (_, i) => ({
				id: crypto.randomUUID(),
				name: 'send_wish',
				args: {
					id: crypto.randomUUID(),
					words: `I want to see my brother ${i}`,
					may_move: true,
					readers: [],
					left_out: [],
					shown: []
				}
			}))
		).replaceAll('"readers":[]', `"readers":["READER"]`);
	const [{ reader } = { reader: '' }] = await database.query(`select bench.id('h0p6') as reader`);
	const apply = (many: number) =>
		`select public.apply_calls(null, $j$${calls(many).replaceAll('READER', String(reader))}$j$)`;
	const times: number[][] = [[], [], []];
	for (let round = 0; round < 7; round++) {
		times[0]!.push((await ask(database, 'h0p1', apply(1))).took);
		times[1]!.push((await ask(database, 'h0p1', apply(50))).took);
		let sum = 0;
		for (let i = 0; i < 50; i++) sum += (await ask(database, 'h0p1', apply(1))).took;
		times[2]!.push(sum);
	}
	const [one = 0, batch = 0, single = 1] = times.map(median);
	console.log(
		`  send_wish: one ${ms(one)}; 50 in one request ${ms(batch)}, in 50 requests ${ms(single)}: ${(single / batch).toFixed(1)} x faster`
	);
}

for (const engine of engines) {
	const database = await freshDatabase(engine);
	await database.exec(`set jit = off; ${readFileSync(new URL('sql-seed.sql', import.meta.url), 'utf8')}`);
	await fill(database, 0, 1, MINE * 5);
	let homes = 1;
	for (const size of sizes[engine]) {
		await fill(database, homes, 1 + size / OTHERS, OTHERS);
		homes = 1 + size / OTHERS;
		console.log(`\n${engine}, beside ${size} items of other homes`);
		await views(database);
		await policies(database);
		await writes(database);
		if (size === sizes.postgres.at(-1)) await plans(database);
	}
	await database.close();
}
process.exit(0);
