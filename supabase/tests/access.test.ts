import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALLS, SERVED, TABLES } from './access.ts';
import type { Database } from '../server/database/database.ts';
import { ENGINES, freshDatabase, hostedLike } from './engines.ts';
import { people, story } from './pgtap.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

interface Cell {
	row: string;
	who: string;
	says: string;
}

/** The cells of the table under a heading, its rows without backticks. */
function cells(heading: string): Cell[] {
	const lines = (readme.split(`## ${heading}\n`)[1] ?? '').split('\n## ')[0]?.split('\n') ?? [];
	const [head = [], , ...rows] = lines
		.filter((line) => line.startsWith('|'))
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim())
		);
	return rows.flatMap(([name = '', ...says]) =>
		says.map((said, i) => ({ row: name.replaceAll('`', ''), who: head[i + 1] ?? '', says: said }))
	);
}

/** "picked (Tom)" is Tom. */
const nameOf = (who: string) => /\((\w+)\)/.exec(who)?.[1]?.toLowerCase() ?? who;
const SERVED_TO: Record<string, string> = {
	child: 'robin',
	worker: 'sam',
	manager: 'pat',
	'responsible individual': 'morgan',
	'cut-off device': 'lost',
	'cut-off tablet': 'lost tablet'
};
const rows = (list: Cell[]) => [...new Set(list.map(({ row }) => row))].sort();

/** Both engines, and a database whose owner is no superuser, as at Supabase. */
const places = [...ENGINES, 'hosted'] as const;
async function open(place: (typeof places)[number]): Promise<Database> {
	if (place !== 'hosted') return freshDatabase(place);
	const { migrator, close } = await hostedLike();
	return { ...migrator, close };
}

describe.each(places)('on %s', (place) => {
	let database: Database;
	let count = 0;
	beforeAll(async () => {
		database = await open(place);
		await database.exec(people());
		await database.exec(story());
	});
	afterAll(async () => {
		await database.close();
		console.log(`${place}: ${count} cells of who may do what hold`);
	});

	/** What each of these is told, in one go. */
	async function ask(probes: { who: string; asks: string }[]): Promise<string[]> {
		const asked = await database.query(
			`select tests.probe(p ->> 'who', p ->> 'asks') as told from jsonb_array_elements($1::jsonb) with ordinality t (p, n) order by n`,
			[JSON.stringify(probes)]
		);
		count += probes.length;
		return asked.map(({ told }) => String(told));
	}
	const names = async (sql: string) => (await database.query(sql)).map(({ name }) => String(name));

	it('has a row for every served function, table and call, and no row too many', async () => {
		const functions = `select proname::text as name from pg_proc where pronamespace =`;
		expect(rows(cells('Served functions'))).toEqual(await names(`${functions} 'public'::regnamespace order by 1`));
		expect(Object.keys(SERVED).sort()).toEqual(rows(cells('Served functions')));
		expect([...new Set(rows(cells('Calls')).map((row) => row.split(',')[0]))]).toEqual(
			await names(`${functions} 'calls'::regnamespace order by 1`)
		);
		expect(Object.keys(CALLS).sort()).toEqual(rows(cells('Calls')));
		const tables =
			await names(`select case schemaname when 'app' then '' else schemaname || '.' end || tablename as name
			from pg_tables where schemaname in ('app', 'private', 'public', 'calls')`);
		expect([...new Set(rows(cells('Tables')).map((row) => row.split(':')[0]))].sort()).toEqual(tables.sort());
		expect(Object.keys(TABLES).sort()).toEqual(rows(cells('Tables')));
	});

	it('holds for the served functions', async () => {
		const all = cells('Served functions');
		const told = await ask(all.map(({ row, who }) => ({ who: SERVED_TO[who] ?? who, asks: SERVED[row] ?? '' })));
		expect(
			all.map((cell, i) => ({
				...cell,
				says: told[i] === '42501' ? 'no' : /^[\d]{5}$/.test(told[i]!) ? told[i] : 'yes'
			}))
		).toEqual(all);
	});

	it.each(rows(cells('Tables')))('holds for the table %s', async (row) => {
		const mine = cells('Tables').filter((cell) => cell.row === row);
		const name = row.split(':')[0] ?? '';
		const table = name.includes('.') ? name : `app.${name}`;
		const { row: where, add } = TABLES[row]!;
		const column =
			(
				await names(
					`select attname::text as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and attidentity = '' order by attnum`
				)
			)[0] ?? '';
		const probes = mine.flatMap(({ who }) =>
			[
				`select case when exists (select from ${table} where ${where}) then 'read' else 'nothing' end`,
				`with added as (insert into ${table} ${add} returning 1) select 'add'`,
				`with changed as (update ${table} set ${column} = ${column} returning 1) select 'change'`,
				`with removed as (delete from ${table} returning 1) select 'remove'`
			].map((asks) => ({ who: nameOf(who), asks }))
		);
		const told = await ask(probes);
		const found = mine.map((cell, i) => ({ ...cell, says: summary(told.slice(4 * i, 4 * i + 4)) }));
		expect(found).toEqual(mine);
		if (mine.some(({ says }) => says.includes('read'))) return;
		expect(await names(`select 'there' as name from ${table} where ${where} limit 1`)).toEqual(['there']); // nobody sees it, but it is there
	});

	it.each(rows(cells('Calls')))('holds for the call %s', async (row) => {
		const mine = cells('Calls').filter((cell) => cell.row === row);
		const call = row.split(',')[0];
		const told = await ask(
			mine.map(({ who }) => ({ who: nameOf(who), asks: `select tests.call('${call}', ${CALLS[row]})` }))
		);
		expect(mine.map((cell, i) => ({ ...cell, says: answer(told[i]!) }))).toEqual(mine);
	});
});

const WORDS = ['read', 'add', 'change', 'remove'];

/** What they could do; a refusal must be one of rights, else the probe itself is wrong and is shown. */
function summary(told: string[]): string {
	const odd = told.filter((one) => ![...WORDS, 'nothing', '42501'].includes(one));
	return [...told.filter((one) => WORDS.includes(one)), ...odd].join(' ') || '–';
}

/** "no" is a refusal for want of a right, or for a thing that is not theirs to see. */
function answer(told: string): string {
	if (told === 'done') return 'yes';
	const refusals = [
		'42501', // nobody's calls are taken at all
		'section_not_approved',
		'not_yours',
		'device_not_vouched',
		'sign_in_not_vouched',
		'approval_does_not_count',
		'device_not_stopped',
		'no_such_code',
		'no_such_device',
		'no_such_away',
		'no_such_topics',
		'no_such_person',
		'no_such_key_worker',
		'person_not_changed'
	];
	return refusals.includes(told) ? 'no' : told;
}
