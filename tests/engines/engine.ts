import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A browser that is no Chromium, as far as a journey needs it: it goes somewhere, and a script in the page acts and looks. */
export interface Engine {
	name: string;
	go(url: string): Promise<void>;
	/** Runs the body of an async function in the page; what it returns must be JSON. */
	run<T>(body: string): Promise<T>;
	close(): Promise<void>;
}

export function start(program: string, args: string[], env: Record<string, string> = {}): ChildProcess {
	const started = spawn(program, args, { env: { ...process.env, ...env }, stdio: 'ignore', detached: true });
	process.once('exit', () => kill(started));
	return started;
}

function kill({ pid, exitCode, signalCode }: ChildProcess): void {
	if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	return typeof address === 'object' && address ? address.port : 0;
}

/** Ends a program that was started here, with all of its own. */
export async function end(started: ChildProcess, ended: Promise<unknown>): Promise<void> {
	if (started.exitCode !== null || started.signalCode !== null) return;
	kill(started);
	await Promise.race([ended, wait(5000)]);
}

export const ending = (program: ChildProcess): Promise<unknown> => once(program, 'exit');

/** Tries until it works, for so many seconds. */
export async function until<T>(what: string, seconds: number, work: () => Promise<T | null | false>): Promise<T> {
	const last = Date.now() + seconds * 1000;
	for (;;) {
		const done = await work().catch(() => null);
		if (done !== null && done !== false) return done;
		if (Date.now() > last) throw new Error(`not within ${seconds} s: ${what}`);
		await wait(200);
	}
}
