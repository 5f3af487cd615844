import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { args, beeping, wholePath } from '../browser.ts';

/** A browser of its own with a profile that stays, so that it can be killed and looked into. */
export class Tablet {
	readonly context: BrowserContext;
	#browser: Browser;
	#process: ChildProcess;

	private constructor(process: ChildProcess, browser: Browser, context: BrowserContext) {
		this.#process = process;
		this.#browser = browser;
		this.context = context;
	}

	/** `more`: flags beside the usual ones. */
	static async open(profile: string, more: string[] = []): Promise<Tablet> {
		const portFile = join(profile, 'DevToolsActivePort');
		rmSync(portFile, { force: true });
		const flags = [
			...args,
			...beeping,
			'--headless=new',
			'--remote-debugging-port=0',
			'--lang=en-GB',
			'--window-size=412,823'
		];
		const own = [`--user-data-dir=${profile}`, '--password-store=basic', '--no-default-browser-check'];
		const program = wholePath ?? chromium.executablePath();
		const child = spawn(program, [...flags, ...own, ...more, 'about:blank'], { detached: true, stdio: 'ignore' });
		for (let tries = 0; !isWritten(portFile); tries++) {
			if (tries > 300 || child.exitCode !== null) throw new Error('the browser does not start');
			await wait(100);
		}
		const [port] = readFileSync(portFile, 'utf8').split('\n');
		const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
		const context = browser.contexts()[0];
		if (!context) throw new Error('the browser has no profile');
		context.setDefaultTimeout(30_000);
		return new Tablet(child, browser, context);
	}

	/** As a person closes it. */
	async close(): Promise<void> {
		const ended = once(this.#process, 'exit');
		const session = await this.#browser.newBrowserCDPSession();
		await session.send('Browser.close').catch(() => undefined);
		await Promise.race([ended, wait(10_000)]);
		await this.kill();
	}

	/** As when the battery is taken out: nothing is tidied up. */
	async kill(): Promise<void> {
		const { pid, exitCode, signalCode } = this.#process;
		if (pid === undefined || exitCode !== null || signalCode !== null) return;
		const ended = once(this.#process, 'exit');
		process.kill(-pid, 'SIGKILL'); // with all of its own processes
		await ended;
		await wait(200);
	}
}

const isWritten = (file: string): boolean => existsSync(file) && readFileSync(file, 'utf8').includes('\n');
