import { PGlite } from '@electric-sql/pglite';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { onPglite } from '../../server/database/database.ts';
import { applyMigrations } from '../../server/database/migrations.ts';
import { preparePlatform } from '../../server/database/platform.ts';
import { SEARCH_PATH, cacheFolder, fingerprint, migrations, type TestDatabase } from './kinds.ts';
import { pgtap } from './pgtap.ts';

const extensions = { pgcrypto };
const AN_HOUR = 3_600_000;

/** In memory, from a prepared copy on disk: making one takes seconds, loading one a third of a second. */
export async function pgliteDatabase(): Promise<TestDatabase> {
	const pg = new PGlite({ loadDataDir: await preparedPglite(), extensions });
	await pg.waitReady;
	await pg.exec(SEARCH_PATH);
	const database = onPglite(pg);
	return { ...database, url: null, aside: database };
}

/** A dump of a database with our migrations. */
export async function preparedPglite(): Promise<Blob> {
	const file = `${cacheFolder}/pglite-${fingerprint()}.tar`;
	if (existsSync(file)) return new Blob([readFileSync(file)]);
	const pg = new PGlite({ extensions });
	const database = onPglite(pg);
	await preparePlatform(database);
	await database.exec(pgtap());
	await applyMigrations(database, migrations());
	const dump = await pg.dumpDataDir('none');
	await database.close();
	keep(file, Buffer.from(await dump.arrayBuffer()));
	return dump;
}

function keep(file: string, bytes: Buffer): void {
	mkdirSync(cacheFolder, { recursive: true });
	for (const name of readdirSync(cacheFolder).filter((one) => one.startsWith('pglite-'))) {
		const old = `${cacheFolder}/${name}`;
		if (Date.now() - statSync(old).mtimeMs > AN_HOUR) rmSync(old, { force: true });
	}
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, bytes);
	renameSync(draft, file); // whole or not at all: another test may be looking for it
}
