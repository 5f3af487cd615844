import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { buildIfNeeded } from './build-if-needed.ts';
import type { Home } from './home.ts';
import { openHome } from './open-home.ts';
import { CommandError } from './command-error.ts';
import { readConfig, type Config } from './config.ts';
import { serve, type RunningServer } from './http/serve.ts';
import { serveFiles } from './http/static-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = (line: string) => process.stderr.write(`${line}\n`);

/** `npm start`: builds if needed, opens the home, serves it at one address, and says what to try. */
async function start(): Promise<void> {
	const config = readConfig(process.env);
	buildIfNeeded(root, say);
	const home = await openHome(config, log);
	const files = serveFiles(join(root, 'build'));
	const site = { ...home.site, files, trustProxy: config.trustProxy, log };
	const server = await serve(site, config.port, config.host).catch(async (problem: unknown) => {
		await home.close();
		throw portTaken(problem, config.port);
	});
	for (const line of [...greeting(config, server.port), ...home.notes]) say(line);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server, home));
}

function greeting(config: Config, port: number): string[] {
	const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
	if (config.kind !== 'demo') return [`Sayso is open at ${address}.`, ...(config.trustProxy ? [] : [ONLY_HERE])];
	return [
		`Sayso is open at ${address}`,
		'This is Maple House, a made-up home. No real person is in it.',
		'Try: open Robin’s drawer and ask for something.',
		'Then, in another browser, sign in as Jo: it is on her first page. Answer it.',
		'What you do stays between starts. Begin again with: npm run reset'
	];
}

const ONLY_HERE =
	'Only this computer can reach it. For tablets, put a server with https in front and set TRUST_PROXY=1.';

function portTaken(problem: unknown, port: number): unknown {
	const taken = problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE';
	return taken
		? new CommandError(`Something is already using port ${port}. Choose another: PORT=${port + 1} npm start`)
		: problem;
}

function stop(server: RunningServer, home: Home): void {
	server
		.close()
		.then(() => home.close())
		.then(
			() => process.exit(0),
			() => process.exit(1)
		);
}

start().catch((problem: unknown) => {
	log(problem instanceof CommandError ? problem.message : inspect(problem));
	process.exit(1);
});
