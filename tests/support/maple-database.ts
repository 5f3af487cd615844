import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openBackend } from '../../supabase/server/embedded/backend.ts';
import { connectPostgres } from '../../supabase/server/database/connect.ts';
import { asOwner, at } from '../../supabase/tests/engines/postgres.ts';
import { serverUrl } from '../../supabase/tests/engines/server.ts';

const SEED = new URL('../../supabase/seed.sql', import.meta.url);
const newName = (): string => `maple_${randomBytes(6).toString('hex')}`;

/** A database of the made-up home, to be copied: making it takes seconds, a copy a tenth of one. */
export async function prepareMapleHouse(): Promise<string> {
	const [server, name] = [await serverUrl(), newName()];
	await asOwner(server, (sql) => sql.unsafe(`create database ${name}`));
	const secret = randomBytes(36).toString('base64');
	const backend = await openBackend(await connectPostgres(at(server, name), 1), { secret, log: () => undefined });
	await backend.database.transaction((sql) => sql.exec(readFileSync(SEED, 'utf8')));
	await backend.close();
	return name;
}

/** A made-up home of one's own: where its database is, and how it goes. */
export async function copyMapleHouse(prepared: string): Promise<{ url: string; drop: () => Promise<void> }> {
	const [server, name] = [await serverUrl(), newName()];
	await asOwner(server, (sql) => sql.unsafe(`create database ${name} template ${prepared} strategy file_copy`));
	const drop = (): Promise<void> =>
		asOwner(server, async (sql) => void (await sql.unsafe(`drop database if exists ${name} with (force)`)));
	return { url: at(server, name), drop };
}
