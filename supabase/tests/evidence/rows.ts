import type { Role } from '../../../src/lib/domain/view.ts';
import type { TestDatabase } from '../engines.ts';

export interface Home {
	time_zone: string;
	rhythm_days: number | null;
}

type Row<Texts extends string, May extends string = never> = Record<Texts, string> & Record<May, string | null>;

/** Everything that evidence is counted from, as it lies in the tables. */
export interface Rows {
	people: (Row<'id' | 'made_at', 'left_at'> & { role: Role })[];
	items: (Row<'id' | 'kind' | 'sent_at' | 'asked_at', 'about_id' | 'answered_at' | 'taken_back_at'> & {
		answer_hours: number;
	})[];
	left_out: Row<'item_id'>[];
	item_events: Row<'item_id' | 'kind' | 'at', 'answer' | 'helped'>[];
	sessions: Row<'id' | 'child_id' | 'starts_at' | 'state'>[];
	session_events: Row<'kind' | 'at'>[];
	promises: Row<'id' | 'due' | 'made_at'>[];
	promise_ends: (Row<'promise_id' | 'at'> & { kept: boolean })[];
}

const TABLES = {
	people: '*',
	items: `*, extract(epoch from answer_within)::float / 3600 as answer_hours`,
	left_out: '*',
	item_events: '*',
	sessions: '*',
	session_events: '*',
	promises: '*',
	promise_ends: '*'
};

/** All rows of the one home of this database, as its owner reads them. */
export async function rowsOf(db: TestDatabase): Promise<{ home: Home; rows: Rows; now: string }> {
	const one = async (sql: string) => (await db.query(`select (${sql})::text as told`))[0]?.['told'];
	const list = (table: string, what: string) =>
		`(select coalesce(json_agg(t), '[]') from (select ${what} from app.${table}) t)`;
	const rows = Object.entries(TABLES).map(([table, what]) => `'${table}', ${list(table, what)}`);
	const told = await one(
		`select json_build_object('now', now(), 'home', (select row_to_json(h) from app.homes h), 'rows', json_build_object(${rows.join(', ')}))`
	);
	return JSON.parse(String(told)) as { home: Home; rows: Rows; now: string };
}
