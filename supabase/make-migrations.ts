/** `npm run migrations`: makes the one migration that there is before 1.0.0 from supabase/schemas, and SCHEMA.md from what it gives. */
import { PGlite } from '@electric-sql/pglite';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onPglite } from './server/database/database.ts';
import { applyMigrations, readMigrations } from './server/database/migrations.ts';
import { preparePlatform } from './server/database/platform.ts';
import { wholeSchema } from './schema-files.ts';
import { schemaPage } from './schema-page.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { files }: { files: Record<string, string> } = JSON.parse(readFileSync(at('released.json'), 'utf8'));

if (Object.keys(files).length === 0) writeFileSync(at('migrations/20261122000000_sayso.sql'), wholeSchema());
else
	console.log(
		'What was released is never changed. Write a new migration that brings an older database to what supabase/schemas says\n' +
			'(`supabase db diff -f what_it_does` begins one): supabase/tests/migrations.test.ts compares the two.'
	);

const database = onPglite(new PGlite({ extensions: { pgcrypto } }));
await preparePlatform(database);
await applyMigrations(database, readMigrations(at('migrations')));
writeFileSync(at('SCHEMA.md'), await schemaPage(database));
await database.close();
