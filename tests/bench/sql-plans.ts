import postgres from 'postgres';
import type { TestDatabase } from '../../supabase/tests/engines.ts';
import { READS, WHO } from './sql-queries.ts';

const SMALL = 2500; // a scan of a table with fewer rows than this is what the planner should do

/** Runs every read and the writes once under auto_explain, and lists what scans a whole big table. */
export async function plans(database: TestDatabase): Promise<void> {
	const seen: [string, string][] = [];
	let now = '';
	const sql = postgres(database.url!, {
		max: 1,
		onnotice: ({ message = '' }) => void (message.includes('plan:') && seen.push([now, message]))
	});
	await sql.unsafe(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set auto_explain.log_analyze = on;
		set auto_explain.log_timing = off; set client_min_messages = log; set jit = off`);
	for (const [name, who, asks] of requests()) {
		now = name;
		await sql
			.begin(async (tx) => {
				await tx.unsafe(`select bench.act_as('${who}')`);
				await tx.unsafe(asks);
				await tx.unsafe('reset role');
				throw new Undo();
			})
			.catch((problem: unknown) => {
				if (!(problem instanceof Undo)) throw problem;
			});
	}
	await sql.end();
	const scans = seen.flatMap(([name, plan]) =>
		[
			...plan.matchAll(
				/Seq Scan on (\w+).*?rows=(\d+) loops=(\d+)\)(?:\n\s+Filter: .*)?(?:\n\s+Rows Removed by Filter: (\d+))?/g
			)
		]
			.map(([, table, rows, , removed]) => ({
				table: table!,
				rows: Number(rows) + Number(removed ?? 0)
			}))
			.filter(({ rows }) => rows > SMALL)
			.map(({ table, rows }) => `${name}: ${table}, ${rows} rows`)
	);
	console.log(
		`  sequential scans of more than ${SMALL} rows: ${[...new Set(scans)].join('; ') || 'none'} (${seen.length} plans)`
	);
}

class Undo extends Error {}

function requests(): [string, string, string][] {
	const item = crypto.randomUUID();
	const call = (name: string, args: string) =>
		`select public.apply_calls(null, jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'name', '${name}', 'args', ${args})))`;
	const about = `jsonb_build_object('id', gen_random_uuid(), 'item', (select bench.id('ih0c1n1')))`;
	return [
		...Object.entries(WHO).map(([role, who]): [string, string, string] => [
			`my_view, ${role}`,
			who,
			'select public.my_view()'
		]),
		...Object.entries(READS).map(([table, who]): [string, string, string] => [
			table,
			who,
			`select count(*) from app.${table}`
		]),
		['my_older', 'h0p1', 'select public.my_older(null, now())'],
		['my_evidence', 'h0p9', 'select public.my_evidence(null, current_date - 365, current_date)'],
		['my_audit', 'h0p9', 'select public.my_audit(null, now())'],
		['my_pictures', 'h0p6', `select public.my_pictures(null, array['x'])`],
		[
			'send_wish',
			'h0p1',
			call(
				'send_wish',
				`jsonb_build_object('id', '${item}', 'words', 'x', 'readers', jsonb_build_array(bench.id('h0p6')), 'left_out', jsonb_build_array(bench.id('h0p9')), 'shown', '[]'::jsonb)`
			)
		],
		['open_item', 'h0p6', call('open_item', about)],
		['answer_item', 'h0p6', call('answer_item', `${about} || '{"answer": "no", "because": "x"}'`)],
		['take_back', 'h0p1', call('take_back', about)],
		['check_code', 'h0p1', `select public.check_code('x')`]
	];
}
