import { end, ending, start, until, type Engine } from './engine.ts';

interface Programs {
	driver: string;
	browser: string;
	screen: string;
}

/** WebKitGTK, spoken to by WebDriver, on a screen that nobody sees. */
export async function openWebKit({ driver, browser, screen }: Programs, port: number): Promise<Engine> {
	const display = `:${port}`;
	const drawn = start(screen, [display, '-screen', '0', '412x823x24', '-nolisten', 'tcp']);
	const env = { DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
	const driven = start(driver, ['-p', String(port)], env);
	const ended = [ending(drawn), ending(driven)] as const;
	const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
		const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			...(body && { body: JSON.stringify(body) }),
			headers: { 'content-type': 'application/json' },
			signal: AbortSignal.timeout(60_000)
		});
		const { value } = await answer.json();
		if (value?.error) throw new Error(`${value.error}: ${value.message}`);
		return value;
	};
	const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
	const session = { capabilities: { alwaysMatch: options } };
	const { sessionId } = await until('WebKit starts', 30, () => ask<{ sessionId: string }>('POST', '/session', session));
	const at = `/session/${sessionId}`;
	await ask('POST', `${at}/timeouts`, { script: 60_000, pageLoad: 60_000 });
	return {
		name: 'WebKitGTK',
		go: async (url) => void (await ask('POST', `${at}/url`, { url })),
		run: async (body) => {
			const script = `const done = arguments[0]; (async () => { ${body} })().then((v) => done(JSON.stringify([v ?? null])), (e) => done('!' + e));`;
			const answer = await ask<string>('POST', `${at}/execute/async`, { script, args: [] });
			if (answer.startsWith('!')) throw new Error(answer.slice(1));
			return JSON.parse(answer)[0];
		},
		async close() {
			await ask('DELETE', at).catch(() => undefined);
			await end(driven, ended[1]);
			await end(drawn, ended[0]);
		}
	};
}
