import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../engines.ts';
import {
	PASSWORD,
	call,
	codeFor,
	deviceMail,
	done,
	hashOf,
	join,
	openMaple,
	openWorld,
	view,
	type Somebody,
	type World
} from './world.ts';

describe.each(ENGINES)('joining, on %s', (engine) => {
	let world: World;
	let pat: Somebody;
	let robin: Somebody;
	beforeAll(async () => {
		world = await openWorld(engine);
		({ pat, robin } = await openMaple(world));
	});
	afterAll(() => world.close());

	const signUp = async (code: string | undefined, email = deviceMail(), password = PASSWORD) => {
		const data = code === undefined ? {} : { invite_code: code, device: 'Tablet' };
		const { error } = await world.visitor().auth.signUp({ email, password, options: { data } });
		return error && { status: error.status, code: error.code };
	};
	const inDatabase = (statement: string, params: string[] = []) =>
		world.backend.withDatabase((database) => database.query(statement, params));

	it('a child joins with a code, and is that child', async () => {
		expect(await view(robin)).toMatchObject({ me: robin.id, home: { name: expect.stringMatching(/^Maple/) } });
	});

	it('times are said as every browser reads them', async () => {
		const { data } = await robin.client.auth.refreshSession();
		expect(data.user?.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
	});

	it('a code that nobody made, one that was used and one that is too old are told apart', async () => {
		const used = await codeFor(pat, robin.id);
		await join(world, used);
		const old = await codeFor(pat, robin.id);
		await inDatabase(
			`update app.invites set expires_at = now() - interval '1 second' where code_hash = sha256(convert_to($1, 'utf8'))`,
			[old]
		);
		expect(await signUp('ABCDEFGHJKLM')).toEqual({ status: 422, code: 'code_unknown' });
		expect(await signUp(used)).toEqual({ status: 422, code: 'code_used' });
		expect(await signUp(old)).toEqual({ status: 422, code: 'code_expired' });
		expect(await signUp(undefined)).toEqual({ status: 422, code: 'code_unknown' });
	});

	it('a visitor may look at a code first, and is told the same', async () => {
		const code = await codeFor(pat, robin.id);
		const look = async (text: string) => (await world.visitor().rpc('check_code', { code: text })).data;
		expect(await look(code)).toEqual({ state: 'good', for: 'child' });
		await join(world, code);
		expect(await look(code)).toEqual({ state: 'used', for: null });
		expect(await look('ABCDEFGHJKLM')).toEqual({ state: 'unknown', for: null });
	});

	it('of eight devices that use one code at once, one gets in', async () => {
		const code = await codeFor(pat, robin.id);
		const answers = await Promise.all(Array.from({ length: 8 }, () => signUp(code)));
		expect(answers.filter((answer) => answer === null)).toHaveLength(1);
		expect(answers.filter((answer) => answer?.code === 'code_used')).toHaveLength(7);
	});

	it('a code is kept nowhere, not even in the account that it made', async () => {
		const code = await codeFor(pat, robin.id);
		const { client } = await join(world, code);
		const { data } = await client.auth.getSession();
		expect(JSON.stringify(data)).not.toContain(code);
		const tables = await inDatabase(`select table_schema || '.' || table_name as name from information_schema.tables
			where table_schema in ('auth', 'app', 'private') and table_type = 'BASE TABLE'`);
		expect(tables.length).toBeGreaterThan(15);
		for (const { name } of tables) {
			const found = await inDatabase(`select 1 from ${String(name)} t where t::text like '%' || $1 || '%'`, [code]);
			expect(found, String(name)).toEqual([]);
		}
	});

	it('a device whose first answer got lost signs in with what it kept', async () => {
		const [code, email] = [await codeFor(pat, robin.id), deviceMail()];
		await join(world, code, PASSWORD, email);
		expect(await signUp(code, email)).toEqual({ status: 422, code: 'user_already_exists' });
		const { error } = await world.visitor().auth.signInWithPassword({ email, password: PASSWORD });
		expect(error).toBeNull();
	});

	it('without a code nobody learns whether an e-mail address is known', async () => {
		expect(await signUp('ABCDEFGHJKLM', pat.email)).toEqual({ status: 422, code: 'code_unknown' });
		expect(await signUp('ABCDEFGHJKLM', 'nobody@example.invalid')).toEqual({ status: 422, code: 'code_unknown' });
		const { error } = await world
			.visitor()
			.auth.signInWithPassword({ email: 'nobody@example.invalid', password: PASSWORD });
		const known = await world.visitor().auth.signInWithPassword({ email: pat.email, password: 'wrong horse 42' });
		expect([error?.code, known.error?.code]).toEqual(['invalid_credentials', 'invalid_credentials']);
	});

	it('a password has at least 12 characters and at most 72 bytes', async () => {
		const code = await codeFor(pat, robin.id);
		expect(await signUp(code, deviceMail(), 'elevenchars')).toEqual({ status: 422, code: 'weak_password' });
		expect(await signUp(code, deviceMail(), 'é'.repeat(37))).toEqual({ status: 422, code: 'weak_password' });
		expect(await signUp(code, deviceMail(), 'é'.repeat(36))).toBeNull();
	});

	it('a device stays signed in by its refresh token, until it signs out', async () => {
		const { client, email } = await join(world, await codeFor(pat, robin.id));
		const first = (await client.auth.getSession()).data.session!.refresh_token;
		const { data, error } = await client.auth.refreshSession();
		expect(error).toBeNull();
		expect(data.session!.refresh_token).not.toBe(first);
		expect((await client.rpc('my_view', { person: null })).error).toBeNull();
		expect((await client.auth.signOut({ scope: 'local' })).error).toBeNull();
		const again = await world.visitor().auth.refreshSession({ refresh_token: data.session!.refresh_token });
		expect(again.error?.code).toBe('refresh_token_not_found');
		expect((await world.visitor().auth.signInWithPassword({ email, password: PASSWORD })).error).toBeNull();
	});

	it('a tablet of the home joins with its own code, reads the guide and nothing else, until it is cut off', async () => {
		const [tablet, section, code] = [randomUUID(), randomUUID(), randomUUID()];
		const lines = [{ kind: 'line', words: 'The bell rings twice.', symbol: null, number: null } as const];
		const review_by = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
		await done(pat, [
			call('publish_section', { id: section, section: 'fire', lines: [...lines], review_by }),
			call('invite_tablet', { id: tablet, device: 'Hall', code_hash: hashOf(code).toString('hex') })
		]);
		const hall = world.visitor();
		expect((await hall.rpc('check_code', { code })).data).toEqual({ state: 'good', for: 'tablet' });
		const data = { invite_code: code, device: 'Tablet' };
		expect((await hall.auth.signUp({ email: deviceMail(), password: PASSWORD, options: { data } })).error).toBeNull();
		const { data: answer } = await hall.rpc('home_guide', { known_version: null });
		expect(answer.guide).toMatchObject({ home: { name: expect.stringMatching(/^Maple/) }, sections: [{ lines }] });
		expect((await hall.rpc('home_guide', { known_version: answer.version })).data.guide).toBeNull();
		expect((await hall.rpc('my_view', { person: null })).status).toBe(403);
		expect((await hall.rpc('apply_calls', { person: null, calls: [] })).status).toBe(403);
		expect((await robin.client.rpc('home_guide', { known_version: null })).status).toBe(403);
		await done(pat, [call('cut_off_tablet', { tablet })]);
		const { error, status } = await hall.rpc('home_guide', { known_version: null });
		expect([status, error?.message]).toEqual([403, 'nobody']);
	});

	it('a device that was cut off is out at once, though its token still lasts', async () => {
		const lost = await join(world, await codeFor(pat, robin.id));
		const device = (await view(pat)).devices.filter(({ person_id }) => person_id === robin.id).at(-1)!;
		expect((await view(lost)).login).toBe(device.id);
		await done(pat, [call('cut_off_device', { login: device.id })]);
		const { error, status } = await lost.client.rpc('my_view', { person: null });
		expect([status, error?.code, error?.message]).toEqual([403, '42501', 'nobody']);
		const sent = await lost.client.rpc('apply_calls', {
			person: null,
			calls: [{ id: randomUUID(), name: 'agree', args: {} }]
		});
		expect(sent.status).toBe(403);
	});
});
