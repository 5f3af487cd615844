import { hostedDatabase } from './engines/hosted.ts';
import type { TestDatabase } from './engines/kinds.ts';
import { pgliteDatabase } from './engines/pglite.ts';
import { postgresDatabase } from './engines/postgres.ts';

export type { Hosted } from './engines/hosted.ts';
export type { TestDatabase } from './engines/kinds.ts';

export const ENGINES = ['pglite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

/** A new database of one's own: Supabase's roles and sign-in tables, our migrations, and pgTAP (in schema tap). */
export function freshDatabase(engine: Engine): Promise<TestDatabase> {
	return engine === 'pglite' ? pgliteDatabase() : postgresDatabase();
}

/** The same migrations as Supabase applies them: by a role that is not a superuser, beside sign-in tables of another's. */
export const hostedLike = hostedDatabase;
