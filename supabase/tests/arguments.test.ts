import { afterAll, beforeAll, expect, it } from 'vitest';
import { ARGUMENTS } from '../../src/lib/domain/checks/arguments.ts';
import type { TestDatabase } from './engines.ts';
import { freshDatabase } from './engines.ts';

let database: TestDatabase;
beforeAll(async () => (database = await freshDatabase('pglite')));
afterAll(() => database.close());

it('the database and a device say the same of what each call takes', async () => {
	const [row] = await database.query('select private.takes() as takes');
	expect(row?.['takes']).toEqual(ARGUMENTS);
});
