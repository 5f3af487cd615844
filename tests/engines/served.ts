import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A made-up home of its own, whose server can stop and come back. */
export class Served {
	readonly base: string;
	readonly #port: number;
	readonly #folder = mkdtempSync(join(tmpdir(), 'sayso-engines-'));
	#server: ChildProcess | null = null;

	constructor(port: number) {
		this.#port = port;
		this.base = `http://127.0.0.1:${port}`;
		process.once('exit', () => this.#server?.kill());
	}

	async start(): Promise<void> {
		const env = { ...process.env, PORT: String(this.#port), SAYSO_DATA: join(this.#folder, 'home') };
		const server = spawn(process.execPath, ['supabase/server/start.ts'], {
			env,
			stdio: ['ignore', 'pipe', 'inherit']
		});
		this.#server = server;
		let printed = '';
		server.stdout.on('data', (part: Buffer) => (printed += part.toString()));
		while (!printed.includes('Sayso is open')) {
			const went = await Promise.race([
				once(server.stdout, 'data').then(() => true),
				once(server, 'exit').then(() => false)
			]);
			if (!went) throw new Error('the made-up home does not start');
		}
	}

	/** What it keeps stays, for the next start. */
	async stop(): Promise<void> {
		const server = this.#server;
		this.#server = null;
		if (!server || server.exitCode !== null) return;
		const ended = once(server, 'exit');
		server.kill();
		await ended;
	}

	async close(): Promise<void> {
		await this.stop();
		rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
	}
}
