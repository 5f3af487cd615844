import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPglite, connectPostgres, type Connected } from '../../server/database/connect.ts';
import { ENGINES, freshDatabase, type TestDatabase } from '../engines.ts';
import { preparedPglite } from '../engines/pglite.ts';

describe.each(ENGINES)('two at once, on %s', (engine) => {
	let connected: Connected;
	let copy: TestDatabase | null = null;
	beforeAll(async () => {
		if (engine === 'postgres') copy = await freshDatabase('postgres');
		connected = copy?.url ? await connectPostgres(copy.url) : await connectPglite(null, await preparedPglite());
		Reflect.set(connected.connection, 'rlsState', 'active');
	});
	afterAll(async () => {
		await connected.database.close();
		await copy?.close();
	});

	it('one who is slow is not overtaken in the middle by another’s name', async () => {
		const { connection, database, queue } = connected;
		const act = (uid: string, ms: number) =>
			queue.run({ name: 'somebody', known: true }, () =>
				connection.withContext({ auth: { uid, role: 'authenticated', jwt: { sub: uid } } }, async (session) => {
					await wait(ms);
					// On PGlite our own query runs in the one session that there is: in whose name is it now?
					const rows =
						engine === 'pglite' ? await database.query('select current_user as role, auth.uid() as uid') : null;
					const [row] = rows ?? (await session.selectNoFrom((is) => [is.fn<string>('auth.uid').as('uid')]).execute());
					return row?.['uid'];
				})
			);
		const people = Array.from({ length: 6 }, () => randomUUID());
		expect(await Promise.all(people.map((uid, at) => act(uid, at % 2 ? 0 : 15)))).toEqual(people);
	});

	it('what we ask ourselves waits its turn, and has all rights again', async () => {
		const { connection, database, queue } = connected;
		const uid = randomUUID();
		const slow = queue.run({ name: 'somebody', known: true }, () =>
			connection.withContext({ auth: { uid, role: 'authenticated', jwt: {} } }, () => wait(20))
		);
		const ours = queue.run({ name: 'somebody', known: true }, () => database.query('select current_user as role'));
		await slow;
		expect(await ours).toEqual([{ role: 'postgres' }]);
	});

	it('statements that go at once are one transaction: a refused one undoes all, and leaves no name behind', async () => {
		const { database } = connected;
		await database.exec('create table public.kept (words text); grant insert, select on public.kept to authenticated');
		const asChild = "select set_config('role', 'authenticated', true)";
		const who = 'select current_user as role';
		const keep = 'insert into public.kept values ($1) returning words';
		const done = await database.atOnce([
			[asChild, []],
			[keep, ['one']],
			[who, []]
		]);
		expect(done.slice(1)).toEqual([[{ words: 'one' }], [{ role: 'authenticated' }]]);
		const refused = database.atOnce([
			[asChild, []],
			[keep, ['two']],
			['select 1 / $1::int', [0]]
		]);
		await expect(refused).rejects.toMatchObject({ code: '22012' });
		const after = await Promise.all(Array.from({ length: 10 }, () => database.query(who)));
		expect(after.flat()).toEqual(after.map(() => ({ role: 'postgres' })));
		expect(await database.query('select words from public.kept')).toEqual([{ words: 'one' }]);
	});
});
