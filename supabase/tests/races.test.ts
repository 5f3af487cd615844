import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from './engines/postgres.ts';
import { freshDatabase, type TestDatabase } from './engines.ts';
import { people } from './pgtap.ts';

const TABS = 8;
const ROUNDS = Number(process.env['SAYSO_RACES'] ?? 10);

interface Call {
	id: string;
	name: string;
	args: Record<string, unknown>;
}
type Outcome = { end: 'done'; seq: number } | { end: 'refused'; code: string };

let database: TestDatabase;
let tabs: Sql[];
let sam: string;
let robin: string;

beforeAll(async () => {
	database = await freshDatabase('postgres');
	await database.exec(people());
	robin = String((await database.query(`select tests.id('robin') as id`))[0]!['id']);
	tabs = Array.from({ length: TABS }, () => connect(database.url!));
	sam = String((await database.query(`select tests.id('sam') as id`))[0]!['id']);
});
afterAll(async () => {
	await Promise.all(tabs.map((tab) => tab.end()));
	await database.close();
});

async function apply(tab: Sql | undefined, who: string, calls: Call[]): Promise<Outcome[]> {
	return tab!.begin(async (tx) => {
		await tx.unsafe('select tests.act_as($1)', [who]);
		const sql = 'select public.apply_calls(null, $1::text::jsonb) as outcomes';
		const [row] = await tx.unsafe<{ outcomes: Outcome[] }[]>(sql, [JSON.stringify(calls)]);
		return row!.outcomes;
	});
}

const wish = (): Call => ({
	id: randomUUID(),
	name: 'send_wish',
	args: { id: randomUUID(), words: 'x', may_move: true, readers: [sam], left_out: [], shown: [sam] }
});
const about = (name: string, item: unknown): Call => ({ id: randomUUID(), name, args: { id: randomUUID(), item } });
const LIVE = `select count(*) from app.invites where person_id = tests.id('robin') and used_at is null and ended_at is null`;
const count = async (sql: string) => Number((await database.query(sql))[0]!['count']);

it(`the same calls from ${TABS} tabs, half of them the other way round, happen once`, async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const calls = Array.from({ length: 10 }, wish);
		const answers = await Promise.all(tabs.map((tab, i) => apply(tab, 'robin', i % 2 ? calls : calls.toReversed())));
		expect(answers.flat().filter(({ end }) => end !== 'done')).toEqual([]);
	}
	expect(await count('select count(*) from app.items')).toBe(ROUNDS * 10);
	expect(await count('select count(distinct seq) from app.calls')).toBe(ROUNDS * 10);
});

it('two adults who make a code for one child at once leave one that is good', async () => {
	const code = () => ({ id: randomUUID(), person: robin, device: 'x', code_hash: randomBytes(32).toString('hex') });
	for (let round = 0; round < ROUNDS; round++) {
		const makers = ['sam', 'pat', 'jo', 'pat'];
		const invite = () => [{ id: randomUUID(), name: 'invite', args: code() }];
		const made = await Promise.all(makers.map((who, i) => apply(tabs[i], who, invite())));
		expect(made.flat().filter(({ end }) => end === 'done').length).toBeGreaterThan(2);
		expect(await count(LIVE)).toBe(1);
	}
});

it('opened against taken back: whoever came first is told so to both', async () => {
	for (let round = 0; round < 3 * ROUNDS; round++) {
		const item = wish();
		await apply(tabs[0], 'robin', [item]);
		const [opened, back] = await Promise.all([
			apply(tabs[1], 'sam', [about('open_item', item.args['id'])]),
			apply(tabs[2], 'robin', [about('take_back', item.args['id'])])
		]);
		expect(back[0]!.end).toBe('done'); // also after opening: then it leaves a mark
		const before = `item_id = '${String(item.args['id'])}' and kind = 'opened'
			and at < (select taken_back_at from app.items where id = item_id)`;
		expect(await count(`select count(*) from app.item_events where ${before}`)).toBe(opened[0]!.end === 'done' ? 1 : 0);
	}
});

it('two answers at once are two answers, and close it once', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const item = wish();
		item.args['readers'] = [sam, String((await database.query(`select tests.id('jo') as id`))[0]!['id'])];
		await apply(tabs[0], 'robin', [item]);
		const answer = () => ({
			...about('answer_item', item.args['id']),
			args: { ...about('', item.args['id']).args, answer: 'no', because: 'x' }
		});
		const ends = await Promise.all([apply(tabs[1], 'sam', [answer()]), apply(tabs[2], 'jo', [answer()])]);
		expect(ends.flat().map(({ end }) => end)).toEqual(['done', 'done']);
		expect(
			await count(`select count(*) from app.items i where id = '${String(item.args['id'])}'
			and closed_at = (select min(at) from app.item_events e where e.item_id = i.id and kind = 'answered')`)
		).toBe(1);
	}
});

it('one code, eight devices: one joins', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const device = `phone ${round}`;
		await database.transaction((sql) =>
			sql.exec(`select tests.act_as('pat'); select tests.call('invite', tests.invite('robin', '${device}'))`)
		);
		const joins = await Promise.allSettled(
			tabs.map((tab, i) => tab`select tests.sign_up(${`${device} ${i}`}, ${`code of ${device}`})`)
		);
		expect(joins.filter(({ status }) => status === 'fulfilled').length).toBe(1);
		expect(await count(`select count(*) from app.logins where device = '${device}'`)).toBe(1);
	}
});

it('a tablet whose code is taken back at that moment is paired with nothing', async () => {
	await database.transaction((sql) =>
		sql.exec(`select tests.act_as('jo'); select tests.call('invite_tablet', tests.tablet('hall'))`)
	);
	const [jo, hall] = tabs;
	let signUp: Promise<string> = Promise.resolve('');
	await jo!.begin(async (tx) => {
		await tx.unsafe(`update app.tablets set cut_off_at = now() where device = 'hall'`);
		signUp = hall!`select tests.sign_up('hall', 'code of hall')`.then(
			() => 'paired',
			(problem: Error) => problem.message
		);
		const waits = async () => count(`select count(*) from pg_locks where not granted`);
		await expect.poll(waits).toBeGreaterThan(0);
	});
	expect(await signUp).toBe('code_used');
	expect(await count(`select count(*) from app.tablets where used_by is not null`)).toBe(0);
});

it('law 3: the list of what a view could read is worth nothing in the next request', async () => {
	const [tab] = tabs;
	const said = wish();
	const item = String(said.args['id']);
	await apply(tab, 'robin', [said]);
	const list = await tab!.begin(async (tx) => {
		await tx.unsafe(`select tests.act_as('sam'), private.show_items('-infinity', null, 10000)`);
		const asked = `select current_setting('sayso.shown') as shown, current_setting('sayso.shown_seal') as seal`;
		return (await tx.unsafe<{ shown: string; seal: string }[]>(asked))[0]!;
	});
	expect(list.shown).toContain(item);
	await apply(tab, 'robin', [about('take_back', item)]);
	const seen = await tab!.begin(async (tx) => {
		await tx.unsafe(`select tests.act_as('sam')`);
		const put = `select set_config('sayso.shown', $1, true), set_config('sayso.shown_seal', $2, true)`;
		await tx.unsafe(put, [list.shown, list.seal]);
		return tx.unsafe('select id from app.items where id = $1', [item]);
	});
	expect(seen.length).toBe(0);
});
