import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallName } from '../../src/lib/domain/calls.ts';
import type { View } from '../../src/lib/domain/view.ts';
import { makeHome, sweep, type RandomHome, type Somebody } from './differential/home.ts';
import { Random } from './differential/random.ts';
import { as, send, viewOf } from './differential/requests.ts';
import { freshDatabase, type TestDatabase } from './engines.ts';
import { complaintsByHand, countedByHand, type Asked } from './evidence/count.ts';
import { makeRows } from './evidence/make-rows.ts';
import { rowsOf } from './evidence/rows.ts';

const HISTORIES = Number(process.env['SAYSO_HISTORIES'] ?? 25);
const APART = Number(process.env['SAYSO_APART'] ?? 6); // each is asked again and again
const FIRST = Number(process.env['SAYSO_SEED'] ?? 1);
/** From so many days ago until so many. */
const PERIODS = [
	[90, 0],
	[20, 3],
	[6, 0]
] as const;

let db: TestDatabase;
beforeAll(async () => {
	db = await freshDatabase('postgres');
});
afterAll(() => db.close());

type Evidence = Record<string, unknown> & {
	asking: { months: { asked: number }[] };
	answers: { took: { count: number } };
};

/** Null: who may not ask. */
async function evidenceOf(who: Somebody, from: string, to: string): Promise<Evidence | null> {
	const asks = `select public.my_evidence($1, $2::date, $3::date)::jsonb - 'at' as told`;
	const rows = await as(db, who, (sql) => sql.query(asks, [who.id, from, to])).catch((problem: unknown) => {
		if (/nobody|not yours/.test(String(problem))) return [];
		throw problem;
	});
	return (rows[0]?.['told'] as Evidence | undefined) ?? null;
}

const dayAgo = (now: string, days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString().slice(0, 10);

async function madeUp(seed: number): Promise<{ home: RandomHome; random: Random }> {
	const random = new Random(seed);
	await sweep(db);
	const home = await makeHome(db, random);
	await makeRows(db, home, random);
	return { home, random };
}

it(`counts what somebody with a pencil would count, in ${HISTORIES} made-up homes`, { timeout: 36e5 }, async () => {
	const sums = { asked: 0, answers: 0, complaints: 0, leaders: 0 };
	for (let seed = FIRST; seed < FIRST + HISTORIES; seed++) {
		const { home } = await madeUp(seed);
		const raw = await rowsOf(db);
		for (const [since, until] of PERIODS)
			for (const who of home.staff) {
				const asked: Asked = { ...raw, from: dayAgo(raw.now, since), to: dayAgo(raw.now, until) };
				const told = await evidenceOf(who, asked.from, asked.to);
				if (!told) continue;
				expect(told, `seed ${seed}`).toMatchObject(countedByHand(asked));
				const { view } = (await viewOf(db, who)) as { view: View };
				const complaints = complaintsByHand(view, asked);
				expect(told['complaints'], `seed ${seed}`).toEqual(complaints);
				sums.leaders++;
				sums.asked += told.asking.months.reduce((all, month) => all + month.asked, 0);
				sums.answers += told.answers.took.count;
				sums.complaints += complaints.came;
			}
	}
	console.log(`${HISTORIES} homes:`, sums);
	for (const sum of Object.values(sums)) expect(sum).toBeGreaterThan(HISTORIES); // else little was counted
});

/** What all leaders are told of the longest period. */
async function toldAll({ staff }: RandomHome): Promise<Map<Somebody, Evidence>> {
	const { now } = await rowsOf(db);
	const told = new Map<Somebody, Evidence>();
	for (const who of staff) {
		const evidence = await evidenceOf(who, dayAgo(now, 90), dayAgo(now, 0));
		if (evidence) told.set(who, evidence);
	}
	return told;
}

/** A child says something that leaves `out` out, or is about them; it is opened, answered and asked again. How many of it were done. */
async function secret(
	{ home, random }: { home: RandomHome; random: Random },
	kind: CallName,
	out: Somebody
): Promise<number> {
	const child = random.pick(home.children);
	const others = home.staff.filter(({ id }) => id !== out.id);
	const item = random.id();
	const said = {
		...{ id: item, symbol: null, words: 'x', picture: null, readers: others.map(({ id }) => id), shown: [] },
		...{ left_out: kind === 'complain' ? [] : [out.id], may_move: true },
		...(kind === 'complain' && { about: out.id })
	};
	const answer = {
		answer: kind === 'complain' ? 'upheld' : 'yes',
		because: 'x',
		will_happen: 'x',
		by_day: '2030-01-01'
	};
	const calls: [who: Somebody[], name: CallName, args: object][] = [
		[[child], kind, said],
		[others, 'open_item', { id: random.id(), item }],
		[others, 'answer_item', { id: random.id(), item, ...answer, asked_whom: null, asked_on: null }],
		[[child], 'reopen', { id: random.id(), item, words: null }]
	];
	let done = 0;
	for (const [people, name, args] of calls)
		for (const who of people) {
			const call = {
				id: random.id(),
				name,
				args: { ...args, ...('item' in args && { id: random.id() }) },
				at: '2031-01-01T00:00:00Z'
			};
			const outcomes = await send(db, who, [call as never]).catch(() => []);
			if (outcomes[0]?.end === 'done') done++;
		}
	return done;
}

it(`says the same to each leader, and no difference tells of what shuts somebody out`, { timeout: 36e5 }, async () => {
	let [done, compared] = [0, 0];
	const paper = (told: Evidence) => ({ ...told, complaints: 'each has a register' });
	for (let seed = FIRST; seed < FIRST + APART; seed++) {
		const made = await madeUp(seed);
		const before = await toldAll(made.home);
		const [first] = before.values();
		for (const told of before.values()) expect(paper(told), `seed ${seed}`).toEqual(paper(first!));
		for (const kind of ['send_wish', 'complain'] as const)
			for (const out of made.home.staff) {
				done += await secret(made, kind, out);
				for (const [who, told] of await toldAll(made.home)) {
					expect(paper(told), `seed ${seed}`).toEqual(paper(before.get(who)!));
					if (who === out) expect(told['complaints'], `seed ${seed}`).toEqual(before.get(who)?.['complaints']);
					before.set(who, told);
					compared++;
				}
			}
	}
	console.log(`${APART} homes: ${done} calls about what shuts somebody out, ${compared} papers compared`);
	expect(done).toBeGreaterThan(APART);
	expect(compared).toBeGreaterThan(APART);
});
