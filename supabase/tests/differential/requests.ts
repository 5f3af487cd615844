import type { Call, Outcome } from '../../../src/lib/domain/calls.ts';
import type { View } from '../../../src/lib/domain/view.ts';
import type { Database, Sql } from '../../server/database/database.ts';
import type { Somebody } from './home.ts';

export interface Snapshot {
	now: string;
	view: View;
}

/** What somebody's view shows now; null for whoever may see nothing (left, not at work). */
export async function viewOf(db: Database, who: Somebody): Promise<Snapshot | null> {
	const [row] = await as(db, who, (sql) => sql.query('select public.my_view($1, null, 1) as answer', [who.id])).catch(
		(problem: unknown) => {
			if (String(problem).includes('nobody')) return [];
			throw problem;
		}
	);
	return row ? (row['answer'] as Snapshot) : null;
}

/** Sends calls as a device does. */
export async function send(db: Database, who: Somebody, calls: Call[]): Promise<Outcome[]> {
	const rows = await as(db, who, (sql) =>
		sql.query('select public.apply_calls($1, $2::jsonb) as answer', [who.id, JSON.stringify(calls)])
	);
	return rows[0]?.['answer'] as Outcome[];
}

/** As a device asks: in a transaction of its own. */
export function as<T>(db: Database, { account }: Somebody, work: (sql: Sql) => Promise<T>): Promise<T> {
	const claims = JSON.stringify({ sub: account, role: 'authenticated' });
	return db.transaction(async (sql) => {
		await sql.query(`select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)`, [
			claims
		]);
		return work(sql);
	});
}
