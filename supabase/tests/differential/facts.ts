import type { Addressed, Facts } from '../../../src/lib/domain/reading/facts.ts';
import type { KeyWorker } from '../../../src/lib/domain/view.ts';
import type { Reading } from '../../../src/lib/domain/reading/reading.ts';
import type { Database } from '../../server/database/database.ts';

/** Everything that the rule of reading asks, as the owner of the database sees it; and whom it lets read. */
export interface Known {
	facts: Facts;
	items: { id: string; item: Addressed; readings: Reading[] }[];
}

const ms = (column: string) => `(extract(epoch from nullif(${column}, 'infinity')) * 1000)::float8`;

const PEOPLE = `select id, role, ${ms('made_at')} as from, ${ms('left_at')} as left,
	${ms(`least(left_at, not_at_work_since)`)} as works_until from app.people`;
const KEY_WORKERS = `select id, child_id, worker_id, place, from_at, nullif(until, 'infinity') as until, null as because from app.key_workers`;
const AWAY = `select a.id, worker_id, cover_id, from_at, until,
	coalesce((select json_agg(child_id) from app.refused_covers r where r.away_id = a.id), '[]') as refused_by from app.away a`;
const ITEMS = `select id, kind, child_id, author_id, about_id, may_move, ${ms('sent_at')} as sent, ${ms('asked_at')} as asked,
	${ms('opened_at')} as opened, ${ms('closed_at')} as closed, taken_back_at is not null as taken_back,
	extract(epoch from unread_within)::float8 * 1000 as unread, extract(epoch from answer_within)::float8 * 1000 as answer,
	(select json_agg(json_build_object('id', reader_id, 'as_key_worker', relation_id is not null)) from app.item_readers r where r.item_id = i.id) as picked,
	coalesce((select json_agg(person_id) from app.left_out l where l.item_id = i.id), '[]') as left_out,
	coalesce((select json_agg(person_id) from app.shown s where s.item_id = i.id), '[]') as shown,
	coalesce((select json_agg(person_id) from app.item_events e where e.item_id = i.id and kind = 'opened' and only_for is null), '[]') as opened_by,
	coalesce((select json_agg(json_build_object('with_ids', with_ids, 'at', ${ms('at')})) from app.item_events e
		where e.item_id = i.id and kind = 'raised'), '[]') as raised,
	coalesce((select json_agg(json_build_object('person', person_id, 'why', why, 'words', words, 'from', ${ms('from_at')},
		'until', ${ms('until')})) from private.readings(array[i.id]) r), '[]') as readings
	from app.items i`;

interface ItemRow extends Omit<Addressed, 'closed' | 'moves'> {
	id: string;
	closed: number | null;
	unread: number | null;
	answer: number | null;
	readings: (Omit<Reading, 'until'> & { until: number | null })[];
}

/** Reads all of it. */
export async function knownTo(db: Database): Promise<Known> {
	const rows = async <T>(sql: string): Promise<T[]> => {
		const [row] = await db
			.query(`set timezone = 'UTC'`)
			.then(() => db.query(`select coalesce(json_agg(t), '[]') as all from (${sql}) t`));
		return row?.['all'] as T[];
	};
	const people = await rows<{
		id: string;
		role: Facts['people'] extends Map<string, infer P> ? (P extends { role: infer R } ? R : never) : never;
		from: number;
		left: number | null;
		works_until: number | null;
	}>(PEOPLE);
	const key_workers = await rows<KeyWorker>(KEY_WORKERS);
	const facts: Facts = {
		people: new Map(
			people.map((one) => [one.id, { ...one, left: one.left ?? Infinity, works_until: one.works_until ?? Infinity }])
		),
		key_workers,
		away: await rows<Facts['away'][number]>(AWAY)
	};
	const items = (await rows<ItemRow>(ITEMS)).map(({ id, readings, unread, answer, ...row }) => ({
		id,
		item: {
			...row,
			closed: row.closed ?? Infinity,
			moves: unread === null || answer === null ? null : { unread, answer }
		},
		readings: readings.map((one) => ({ ...one, until: one.until ?? Infinity }))
	}));
	return { facts, items };
}

/** In one order, so that two lists can be compared. Instants to the second: an event's is a moment after its call's. */
export function sorted(readings: Reading[]): string[] {
	const second = (at: number) => (at === Infinity ? 'ever' : Math.round(at / 1000));
	return readings
		.map(({ person, why, words, from, until }) => `${person} ${why} ${words} ${second(from)} ${second(until)}`)
		.sort();
}
