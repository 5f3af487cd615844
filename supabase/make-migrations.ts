/** `npm run migrations`: makes the one migration that there is before 1.0.0 from supabase/schemas. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { wholeSchema } from './schema-files.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { files }: { files: Record<string, string> } = JSON.parse(readFileSync(at('released.json'), 'utf8'));

if (Object.keys(files).length > 0) {
	console.error(
		'What was released is never changed. Write a new migration that brings an older database to what supabase/schemas says\n' +
			'(`supabase db diff -f what_it_does` begins one): supabase/tests/migrations.test.ts compares the two.'
	);
	process.exit(1);
}
writeFileSync(at('migrations/20261122000000_sayso.sql'), wholeSchema());
