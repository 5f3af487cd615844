import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, freshDatabase, type TestDatabase } from './engines.ts';
import { files, people, tell } from './pgtap.ts';

describe.each(ENGINES)('on %s', (engine) => {
	let database: TestDatabase;
	let passed = 0;
	beforeAll(async () => {
		database = await freshDatabase(engine);
		await database.exec(people());
	});
	afterAll(async () => {
		await database.close();
		console.log(`${engine}: ${passed} assertions hold`);
	});

	it.each(files)('%s', async (file) => {
		const told = await tell(database, file);
		expect(told.failed).toEqual([]);
		passed += told.passed;
	});
});
