import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createClient } from '@supabase/supabase-js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, deviceMail, done, send, view, wish, type Somebody } from './world.ts';

const script = fileURLToPath(new URL('serve-folder.ts', import.meta.url));
const recorder = fileURLToPath(new URL('record-outbound.mjs', import.meta.url));

describe('Maple House in a folder', { timeout: 240_000 }, () => {
	const all = mkdtempSync(join(tmpdir(), 'sayso-folders-'));
	const fresh = join(all, 'fresh');
	let folder: string;
	let running: ChildProcess[] = [];
	beforeAll(async () => {
		folder = fresh;
		const { child } = await start();
		await end(child, 'SIGTERM');
	});
	beforeEach(() => {
		running = [];
		folder = mkdtempSync(join(all, 'folder-'));
		cpSync(fresh, folder, { recursive: true }); // making one takes seconds
	});
	afterEach(async () => {
		for (const child of running) await end(child, 'SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	});
	afterAll(() => rmSync(all, { recursive: true, force: true }));

	async function start(flags: string[] = []) {
		const env = { ...process.env, SAYSO_DATA: folder, SAYSO_HOME: undefined, DATABASE_URL: undefined };
		const child = spawn(process.execPath, [...flags, script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
		running.push(child);
		let errors = '';
		child.stderr.on('data', (part) => (errors += part));
		const line = await Promise.race([
			new Promise<string>((read) => createInterface(child.stdout).once('line', read)),
			once(child, 'exit').then(() => null)
		]);
		const url = line === null ? '' : `http://127.0.0.1:${JSON.parse(line).port}`;
		return { child, url, ended: line === null, errors: () => errors };
	}

	async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill(signal);
		await once(child, 'exit');
	}

	async function enter(url: string, key: string): Promise<Somebody> {
		const { key: publishable } = await (await fetch(`${url}/config.json`)).json();
		const { code } = await (await fetch(`${url}/demo/enter`, { method: 'POST', body: JSON.stringify({ key }) })).json();
		const client = createClient(url, publishable, { auth: { persistSession: false, autoRefreshToken: false } });
		const email = deviceMail();
		const { data, error } = await client.auth.signUp({
			email,
			password: PASSWORD,
			options: { data: { invite_code: code } }
		});
		if (error) throw error;
		const somebody = { client, email, password: PASSWORD, token: data.session!.access_token, id: '' };
		return { ...somebody, id: (await view(somebody)).me };
	}

	it('what was acknowledged is there after kill -9 in the middle of writing', async () => {
		const first = await start();
		const [robin, jo] = [await enter(first.url, 'robin'), await enter(first.url, 'jo')];
		const acknowledged: string[] = [];
		const write = async () => {
			for (;;) {
				const one = wish('said in time', [jo]);
				const [outcome] = await send(robin, [one]);
				if (outcome?.end === 'done') acknowledged.push(one.args.id);
			}
		};
		const writers = Array.from({ length: 8 }, () => write().catch(() => undefined));
		await expect.poll(() => acknowledged.length, { timeout: 120_000 }).toBeGreaterThan(40);
		await end(first.child, 'SIGKILL');
		await Promise.all(writers);

		const second = await start();
		const again = await enter(second.url, 'robin'); // vouched for at once: in the made-up home there is no secret
		const kept = new Set((await view(again)).items.map(({ id }) => id));
		expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
		await done(again, [wish('and it goes on', [jo])]);
	});

	it('a second process on the same folder is refused, and told which one has it', async () => {
		const first = await start();
		const second = await start();
		expect([second.ended, second.errors()]).toEqual([
			true,
			`Sayso is already running on ${folder} (process ${first.child.pid}). Stop it first.\n`
		]);
		expect((await fetch(`${first.url}/demo`)).status).toBe(200);
	});

	it('the lock of a process that is gone holds nobody up, also when its number came again', async () => {
		writeFileSync(join(folder, 'lock'), `${process.pid} 1`);
		expect((await start()).ended).toBe(false);
	});

	it('the secret is for its owner only, and the home is the same one at the next start', async () => {
		const first = await start();
		const robin = await enter(first.url, 'robin');
		expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
		expect(statSync(fresh).mode & 0o077).toBe(0);
		await end(first.child, 'SIGTERM');
		const second = await start();
		const { key } = await (await fetch(`${second.url}/config.json`)).json();
		const client = createClient(second.url, key, { auth: { persistSession: false, autoRefreshToken: false } });
		expect((await client.auth.signInWithPassword({ email: robin.email, password: PASSWORD })).error).toBeNull();
		expect((await view({ ...robin, client })).me).toBe(robin.id);
	});

	it('a first start that was stopped half way is begun anew', async () => {
		rmSync(join(folder, 'ready'));
		rmSync(join(folder, 'postgres/global'), { recursive: true });
		const { url } = await start();
		expect((await (await fetch(`${url}/demo`)).json()).home).toBe('Maple House');
	});

	it('a database that can no longer be read is said to be so, with what to do', async () => {
		rmSync(join(folder, 'postgres/global'), { recursive: true });
		const { ended, errors } = await start();
		expect([ended, errors()]).toEqual([
			true,
			expect.stringContaining('cannot be read. Make a new one with: npm run reset')
		]);
	});

	it('a folder that holds something else is left alone', async () => {
		rmSync(join(folder, 'sayso.json'));
		const before = readdirSync(folder);
		const { ended, errors } = await start();
		expect([ended, errors()]).toEqual([true, expect.stringContaining('holds something else')]);
		expect(readdirSync(folder)).toEqual(before);
	});

	it('nothing is asked of anybody else: no connection, no name looked up, nothing loaded that reports home', async () => {
		const { child, url, errors } = await start(['--import', recorder]);
		const robin = await enter(url, 'robin');
		await done(robin, [wish('Ring Leo', [await enter(url, 'jo')])]);
		await end(child, 'SIGTERM');
		await expect.poll(errors).toContain('outbound');
		expect(errors()).toContain('outbound ["look up 127.0.0.1"]'); // its own address, to listen at

		const asks = ['--import', recorder, '-e', `fetch('http://127.0.0.1:42099/').catch(() => undefined)`];
		const control = spawnSync(process.execPath, asks, { encoding: 'utf8' });
		expect(control.stderr).toContain('connect 127.0.0.1:42099'); // the recorder does see it
	});
});
