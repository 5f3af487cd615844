import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { Sql as PostgresJs, TransactionSql } from 'postgres';

export type Row = Record<string, unknown>;
type Param = string | number | boolean | null | Uint8Array | string[];

/** What we ask of a database, whichever engine answers. */
export interface Sql {
	/** Any number of statements; the rows of each one that gives rows. */
	exec(statements: string): Promise<Row[][]>;
	query(statement: string, params?: Param[]): Promise<Row[]>;
}

/** A statement and what it takes. */
type Statement = [statement: string, params: Param[]];

export interface Database extends Sql {
	/** A transaction of statements that do not depend on each other's answers: one trip there and back. */
	atOnce(statements: Statement[]): Promise<Row[][]>;
	transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

/** The whole database in one WebAssembly process: one session, so one request at a time. */
export function onPglite(pg: PGlite): Database {
	return {
		...pgliteSql(pg),
		transaction: (work) => pg.transaction((tx) => work(pgliteSql(tx))),
		atOnce: (statements) =>
			pg.transaction(async (tx) => {
				const all: Row[][] = [];
				for (const [statement, params] of statements) all.push((await tx.query<Row>(statement, params)).rows);
				return all;
			}),
		close: () => pg.close()
	};
}

function pgliteSql(pg: PGlite | Transaction): Sql {
	return {
		exec: async (statements) =>
			(await pg.exec(statements)).filter(({ fields }) => fields.length > 0).map(({ rows }) => rows),
		query: async (statement, params = []) => (await pg.query<Row>(statement, params)).rows
	};
}

/** A real PostgreSQL, through a pool. */
export function onPostgres(pool: PostgresJs): Database {
	const transaction: Database['transaction'] = async (work) => {
		const box: { answer?: Awaited<ReturnType<typeof work>> } = {};
		await pool.begin(async (tx) => {
			box.answer = await work(postgresSql(tx));
		});
		if (!('answer' in box)) throw new Error('the transaction ended without an answer');
		return box.answer;
	};
	const atOnce: Database['atOnce'] = async (statements) => {
		const session = await pool.reserve();
		try {
			const begun = session.unsafe('begin');
			const asked = statements.map(([text, params]) => session.unsafe<Row[]>(text, params, { prepare: true }));
			const sent = await Promise.allSettled([begun, ...asked, session.unsafe('commit')]); // after a refusal, it undoes
			const refused = sent.find(({ status }) => status === 'rejected');
			if (refused?.status === 'rejected') throw refused.reason;
			return await Promise.all(asked);
		} finally {
			session.release();
		}
	};
	return { ...postgresSql(pool), transaction, atOnce, close: () => pool.end({ timeout: 5 }) };
}

function postgresSql(sql: PostgresJs | TransactionSql): Sql {
	return {
		exec: async (statements) => {
			const results = await sql.unsafe(statements);
			// One statement gives its rows, several give a list of such lists: only a result of its own has a command.
			return 'command' in results && results.command ? [[...results]] : [...results].map((rows) => [...rows]);
		},
		query: async (statement, params = []) => [...(await sql.unsafe<Row[]>(statement, params))]
	};
}
