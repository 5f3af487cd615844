import type { RandomHome } from '../differential/home.ts';
import type { Random } from '../differential/random.ts';
import type { TestDatabase } from '../engines.ts';

const MINUTES = 100 * 24 * 60; // what was said lies so far back
const ANSWERS = ['yes', 'partly', 'no', 'not_now', 'not_mine'];
const FINDINGS = ['upheld', 'partly_upheld', 'not_upheld', 'not_mine'];
const KINDS = ['wish', 'wish', 'wish', 'wish', 'topic', 'complaint', 'complaint', 'request', 'note'];

type Row = Record<string, unknown>;
type Tables = Record<
	'items' | 'item_readers' | 'left_out' | 'item_events' | 'sessions' | 'session_events' | 'promises' | 'promise_ends',
	Row[]
>;

interface Maker {
	home: RandomHome;
	random: Random;
	now: number;
	rows: Tables;
}

/** Months of a home in an instant: asked, answered late and in time, asked again, taken back; times together and promises. */
export async function makeRows(db: TestDatabase, home: RandomHome, random: Random): Promise<void> {
	const [told] = await db.query('select extract(epoch from now())::float8 * 1000 as now');
	const rows: Tables = {
		...{ items: [], item_readers: [], left_out: [], item_events: [] },
		...{ sessions: [], session_events: [], promises: [], promise_ends: [] }
	};
	const maker = { home, random, rows, now: Number(told?.['now']) };
	for (let i = 0; i < 60; i++) makeItem(maker);
	for (let i = 0; i < 30; i++) makeSession(maker);
	for (let i = 0; i < 25; i++) makePromise(maker);
	const zone = random.pick(['Europe/London', 'Pacific/Kiritimati', 'America/Los_Angeles']);
	const fill = Object.entries(rows).map(([table, list]) => {
		const columns = [...new Set(list.flatMap((row) => Object.keys(row)))].join(', ');
		return `insert into app.${table} (${columns}) select ${columns} from json_populate_recordset(null::app.${table}, $$${JSON.stringify(list)}$$);`;
	});
	await db.aside.exec(`set session_replication_role = replica;
		update app.homes set time_zone = '${zone}', rhythm_days = ${random.pick(['null', '7', '7', '14'])};
		update app.people set made_at = now() - random() * interval '200 days'; ${fill.join('\n')}
		set session_replication_role = origin`);
}

const before = ({ now }: Maker, minutes: number) => new Date(now - minutes * 60_000);

function makeItem(maker: Maker): void {
	const { random, home, rows } = maker;
	const [id, kind, child] = [random.id(), random.pick(KINDS), random.pick(home.children)];
	const about = kind === 'request' || (kind === 'complaint' && !random.once(3)) ? random.pick(home.staff).id : null;
	let at = before(maker, random.upTo(MINUTES));
	const item: Row = {
		...{ id, kind, home_id: home.id, child_id: child.id, words: 'x', about_id: about, may_move: random.once(2) },
		...{ author_id: kind === 'note' ? home.staff[0]!.id : child.id, sent_at: at, asked_at: at },
		...(['wish', 'complaint', 'request'].includes(kind) && {
			unread_within: '24 hours',
			answer_within: random.pick(['3 days', '7 days', '28 days'])
		})
	};
	const out = random.once(3) ? random.some(home.staff, 3) : [];
	for (const { id: person_id } of out) rows.left_out.push({ item_id: id, person_id });
	for (const { id: reader_id } of home.staff.filter((one) => !out.includes(one) && one.id !== about && random.once(2)))
		rows.item_readers.push({ item_id: id, reader_id });
	const happens = (name: string, more: Row = {}) => {
		const gap = 1 + random.upTo(random.once(3) ? 30 * 24 * 60 : 9 * 24 * 60);
		at = new Date(at.getTime() + gap * 60_000);
		if (at.getTime() >= maker.now || item['taken_back_at']) return;
		const by = ['helped', 'reopened', 'taken_back'].includes(name) ? child.id : random.pick(home.staff).id;
		rows.item_events.push({ id: random.id(), item_id: id, person_id: by, kind: name, at, hidden: false, ...more });
		if (name === 'answered')
			Object.assign(item, { answered_at: item['answered_at'] ?? at, closed_at: item['closed_at'] ?? at });
		if (name === 'reopened') Object.assign(item, { asked_at: at, answered_at: null, closed_at: null });
		if (name === 'taken_back') Object.assign(item, { taken_back_at: at, closed_at: item['closed_at'] ?? at });
	};
	const answered = () => {
		const answer = random.pick(kind === 'complaint' ? FINDINGS : ANSWERS);
		happens('answered', {
			answer,
			because: 'x',
			will_happen: 'x',
			by_day: '2030-01-01',
			asked_whom: 'x',
			asked_on: '2026-01-01'
		});
	};
	if (random.once(8)) happens('taken_back');
	while (kind !== 'note' && !random.once(4)) {
		answered();
		if (random.once(2)) happens('helped', { helped: random.pick(['no', 'no', 'a_bit', 'yes']) });
		if (item['answered_at'] && random.once(2)) happens('reopened');
	}
	rows.items.push(item);
}

function makeSession(maker: Maker): void {
	const { random, home, rows } = maker;
	const id = random.id();
	const child_id = random.pick(home.children).id;
	const starts_at = before(maker, random.upTo(MINUTES) - 2000);
	const state = random.pick(['planned', 'cancelled', 'recorded', 'recorded']);
	const with_id = random.pick(home.staff).id;
	rows.sessions.push({ id, home_id: home.id, child_id, with_id, starts_at, state });
	if (random.once(3))
		rows.session_events.push({
			...{ id: random.id(), session_id: id, person_id: child_id, kind: 'not_today' },
			at: before(maker, random.upTo(MINUTES))
		});
}

function makePromise(maker: Maker): void {
	const { random, home, rows } = maker;
	const [id, adult] = [random.id(), random.pick(home.staff).id];
	const due = before(maker, random.upTo(MINUTES) - 10_000)
		.toISOString()
		.slice(0, 10);
	const made_at = before(maker, random.upTo(MINUTES));
	const child_id = random.pick(home.children).id;
	rows.promises.push({ id, home_id: home.id, child_id, owner_id: adult, made_by: adult, words: 'x', due, made_at });
	if (!random.once(3)) {
		const at = new Date(Date.parse(due) + (random.upTo(6 * 24) - 72) * 3_600_000);
		rows.promise_ends.push({ promise_id: id, person_id: adult, at, kept: random.once(2), because: 'x' });
	}
}
