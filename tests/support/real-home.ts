import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { asOwner, at } from '../../supabase/tests/engines/postgres.ts';
import { startServer } from '../../supabase/tests/engines/server.ts';

export interface RealHome {
	url: string;
	/** The one-time code that its manager sets it up with. */
	code: string;
	stop(): Promise<void>;
}

const HOME = { SAYSO_HOME: 'real', SAYSO_HOME_NAME: 'Oak House', SAYSO_MANAGER: 'Nia', SAYSO_RESPONSIBLE: 'Ivy' };

/**
 * An empty real home as somebody who runs one starts it: this program, on a PostgreSQL of its own, by a database user that
 * is no superuser. Plain http, which it allows on this computer only, as a browser allows it what a tablet needs.
 */
export async function startRealHome(): Promise<RealHome> {
	const server = await startServer();
	await asOwner(server.url, async (sql) => {
		await sql.unsafe(`create role oak login createrole password 'oak'`);
		await sql.unsafe('create database oak owner oak');
	});
	const database = new URL(at(server.url, 'oak', 'oak'));
	database.password = 'oak';
	const port = await freePort();
	const env = { DATABASE_URL: database.href, SAYSO_SECRET: randomBytes(36).toString('base64'), PORT: String(port) };
	const program = fileURLToPath(new URL('../../supabase/server/start.ts', import.meta.url));
	const child = spawn(process.execPath, [program], {
		env: { ...process.env, SAYSO_DATA: undefined, ...HOME, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
	const stop = async () => {
		if (child.exitCode === null && child.kill()) await once(child, 'exit');
		server.stop();
	};
	for (;;) {
		const code = /[A-Z2-9]{4}( [A-Z2-9]{4}){2}/.exec(said)?.[0];
		if (code) return { url: `http://127.0.0.1:${port}`, code, stop };
		if (child.exitCode !== null) throw new Error(`it did not start: ${said}`);
		await new Promise((later) => setTimeout(later, 100));
	}
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}
