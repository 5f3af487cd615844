import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, ending, start, until, type Engine } from './engine.ts';

/** Nothing of Firefox's own asks anybody, and nothing asks us. */
const PREFS = {
	'app.update.enabled': false,
	'browser.shell.checkDefaultBrowser': false,
	'browser.startup.page': 0,
	'datareporting.policy.dataSubmissionEnabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'remote.active-protocols': 1,
	'toolkit.telemetry.enabled': false
};

export interface Firefox extends Engine {
	profile: string;
	/** As when the battery is taken out. What it wrote lies in its profile until it is closed. */
	kill(): Promise<void>;
}

type Answer = { id: number; result?: never; error?: string; message?: string };

/** Firefox, spoken to by WebDriver BiDi, which it has built in. */
export async function openFirefox(program: string, port: number): Promise<Firefox> {
	const profile = mkdtempSync(join(tmpdir(), 'sayso-firefox-'));
	const lines = Object.entries(PREFS).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`
	);
	writeFileSync(join(profile, 'user.js'), lines.join('\n'));
	const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', String(port)];
	const browser = start(program, [...args, 'about:blank'], { HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: '1' });
	const ended = ending(browser);
	const socket = await until('Firefox starts', 40, () => connect(`ws://127.0.0.1:${port}/session`));
	const send = sender(socket);
	await send('session.new', { capabilities: {} });
	const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
	const context = contexts[0]?.context ?? '';
	return {
		name: 'Firefox',
		profile,
		go: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'interactive' })),
		run: async (body) => {
			const expression = `(async () => JSON.stringify((await (async () => { ${body} })()) ?? null))()`;
			const asked = { expression, target: { context }, awaitPromise: true };
			const answer = await send<{ result?: { value: string }; exceptionDetails?: { text: string } }>(
				'script.evaluate',
				asked
			);
			if (!answer.result) throw new Error(answer.exceptionDetails?.text);
			return JSON.parse(answer.result.value);
		},
		kill: () => end(browser, ended),
		async close() {
			socket.close();
			await end(browser, ended);
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		}
	};
}

function connect(url: string): Promise<WebSocket> {
	return new Promise((done, failed) => {
		const socket = new WebSocket(url);
		socket.addEventListener('open', () => done(socket));
		socket.addEventListener('error', () => failed(new Error('not yet')));
	});
}

function sender(socket: WebSocket) {
	const waiting = new Map<number, (answer: Answer) => void>();
	let last = 0;
	socket.addEventListener('message', ({ data }) => {
		const answer: Answer = JSON.parse(String(data));
		waiting.get(answer.id)?.(answer);
	});
	return <T>(method: string, params: object): Promise<T> =>
		new Promise((done, failed) => {
			const id = ++last;
			waiting.set(id, ({ result, error, message }) =>
				result === undefined ? failed(new Error(`${method}: ${error} ${message}`)) : done(result)
			);
			socket.send(JSON.stringify({ id, method, params }));
		});
}
