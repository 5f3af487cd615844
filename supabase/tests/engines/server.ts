import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
import { Socket, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { serverUser, type ServerUser } from './server-user.ts';
import { findPrograms } from './server-programs.ts';

export interface Server {
	url: string;
	stop(): void;
}

let here: Promise<Server> | undefined;

/** The PostgreSQL of this run: the one in PGURL, or one of our own that ends with this process. */
export async function serverUrl(): Promise<string> {
	const given = process.env['PGURL'];
	if (given) return given;
	here ??= startServer();
	return (await here).url;
}

/** A throw-away server on a free port of this computer. Nothing on it is worth a write to disk. */
export async function startServer(): Promise<Server> {
	const user = serverUser();
	const programs = findPrograms(user);
	const folder = mkdtempSync(join(tmpdir(), 'sayso-postgres-'));
	if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
	const data = join(folder, 'data');
	run(
		join(programs, 'initdb'),
		['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
		user
	);
	const port = await freePort();
	const keeper = keep(folder, [join(programs, 'postgres'), '-D', data, '-p', String(port), ...settings(folder)], user);
	const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
	await answering(url);
	return { url, stop: () => keeper.stdin.end() };
}

/** However this process ends, also killed: its end of the pipe closes, and the server and its folder go. */
function keep(folder: string, command: string[], user: ServerUser) {
	const script = '"$@" & server=$!; read -r _; kill -QUIT $server; wait $server; rm -rf "$FOLDER"';
	const keeper = spawn('/bin/sh', ['-c', script, 'sh', ...command], {
		...user,
		cwd: '/',
		detached: true,
		env: { ...process.env, FOLDER: folder },
		stdio: ['pipe', 'ignore', 'ignore']
	});
	keeper.unref();
	if (keeper.stdin instanceof Socket) keeper.stdin.unref();
	return keeper;
}

const settings = (folder: string) =>
	[
		'listen_addresses=127.0.0.1',
		`unix_socket_directories=${folder}`,
		'fsync=off',
		'synchronous_commit=off',
		'full_page_writes=off',
		'max_connections=60',
		'shared_buffers=64MB'
	].flatMap((setting) => ['-c', setting]);

function run(program: string, args: string[], user: ServerUser): void {
	const { status, stderr, error } = spawnSync(program, args, { ...user, encoding: 'utf8', cwd: '/' });
	if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await new Promise((listening) => probe.once('listening', listening));
	const { port } = probe.address() as AddressInfo;
	await new Promise((closed) => probe.close(closed));
	return port;
}

async function answering(url: string): Promise<void> {
	for (let tries = 100; ; tries--) {
		const sql = postgres(url, { max: 1, onnotice: () => undefined });
		try {
			await sql`select 1`;
			return;
		} catch (problem) {
			if (tries === 0) throw problem;
			await wait(100);
		} finally {
			await sql.end();
		}
	}
}
