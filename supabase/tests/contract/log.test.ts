import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { ENGINES } from '../engines.ts';
import { codeFor, openMaple, openWorld, send, view, wish, type World } from './world.ts';

describe.each(ENGINES)('what the log gives away, on %s', (engine) => {
	const said: string[] = [];
	let world: World;
	/** Everything that this process says while a test works, also past the log. */
	function listen(): () => void {
		const streams = [process.stdout, process.stderr] as const;
		const writes = streams.map((stream) => stream.write);
		const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
		const speaks = methods.map((method) => console[method]);
		for (const stream of streams)
			stream.write = ((words: unknown) => said.push(String(words)) > 0) as typeof stream.write;
		for (const method of methods)
			console[method] = (...words: unknown[]) =>
				said.push(
					...words.map((one) => (one instanceof Error ? JSON.stringify({ ...one, message: one.message }) : String(one)))
				);
		return () => {
			streams.forEach((stream, at) => (stream.write = writes[at]!));
			methods.forEach((method, at) => (console[method] = speaks[at]!));
		};
	}
	afterEach(() => world.close());

	it('no words, names, e-mail addresses, passwords, hashes, codes or tokens, however much goes wrong', async () => {
		const stop = listen();
		const words = `Robin’s words ${randomUUID()}`;
		try {
			world = await openWorld(engine, { limits: { code: { burst: 3, seconds: 60 } } });
			const { robin, jo, pat } = await openMaple(world);
			const code = await codeFor(pat, robin.id);
			const good = wish(words, [jo]);
			await send(robin, [good, { ...good, args: { ...good.args, words: `${words} changed` } }, wish(words, [])]);
			await robin.client.rpc('my_view', { person: words });
			await robin.client.rpc('my_pictures', { person: null, hashes: words });
			await world.backend.withDatabase((database) => database.exec('alter table app.items rename to gone'));
			await send(robin, [wish(words, [jo])]).catch(() => undefined);
			await view(robin).catch(() => undefined);
			await world.backend.withDatabase((database) =>
				database.exec('alter table app.gone rename to items; alter table auth.users rename to gone')
			);
			const signIn = { email: `${words.slice(-36)}@example.invalid`, password: `password ${words.slice(-36)}` };
			await world.visitor().auth.signInWithPassword(signIn);
			await world.visitor().auth.signUp({ ...signIn, options: { data: { invite_code: code, device: words } } });
			await world.ask('/auth/v1/token?grant_type=refresh_token', { refresh_token: words });
			for (let tries = 0; tries < 5; tries++) await world.visitor().rpc('check_code', { code });
			const secrets = [
				words,
				words.slice(-36),
				code,
				robin.email,
				robin.password,
				robin.token,
				signIn.email,
				'Robin',
				'$2a$',
				'$2b$',
				'eyJ'
			];
			const log = [...world.lines, ...said].join('\n');
			for (const secret of secrets) expect(log, secret).not.toContain(secret);
		} finally {
			stop();
		}
		expect(world.lines.length).toBeGreaterThan(2);
		for (const line of world.lines)
			expect(Object.keys(JSON.parse(line))).toEqual(['id', 'route', 'status', 'code', 'ms']);
		expect(world.lines.map((line) => JSON.parse(line).status)).toEqual(expect.arrayContaining([429, 500]));
	});

	it('a line of the log and the answer that it is about carry the same number', async () => {
		world = await openWorld(engine, { limits: { wrong_code: { burst: 1, seconds: 60 } } });
		await world.ask('/rest/v1/rpc/check_code', { code: 'X' });
		const { status, headers } = await world.ask('/rest/v1/rpc/check_code', { code: 'X' });
		expect([status, JSON.parse(world.lines[0]!).id]).toEqual([429, headers.get('x-request-id')]);
	});
});
