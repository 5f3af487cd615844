import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { buildIfNeeded } from './build-if-needed.ts';
import { openHome, type Home } from './open-home.ts';
import { WillNotStart, planFrom, type Plan } from './config.ts';
import { serve, type Served } from './http/serve.ts';
import { makeStatic } from './http/static-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = (line: string) => process.stderr.write(`${line}\n`);

/** `npm start`: builds if needed, opens the home, serves it at one address, and says what to try. */
async function start(): Promise<void> {
	const plan = planFrom(process.env);
	buildIfNeeded(root, say);
	const home = await openHome(plan, log);
	const files = makeStatic(join(root, 'build'));
	const site = { ...home.site, files, trustProxy: plan.trustProxy, log };
	const served = await serve(site, plan.port, plan.host).catch(async (problem: unknown) => {
		await home.close();
		throw portTaken(problem, plan.port);
	});
	for (const line of [...greeting(plan, served.port), ...home.notes]) say(line);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(served, home));
}

function greeting(plan: Plan, port: number): string[] {
	const address = `http://${plan.host.includes(':') ? `[${plan.host}]` : plan.host}:${port}`;
	if (plan.kind !== 'demo') return [`Sayso is open at ${address}.`, ...(plan.trustProxy ? [] : [ONLY_HERE])];
	return [
		`Sayso is open at ${address}`,
		'This is Maple House, a made-up home. No real person is in it.',
		'Try: open Robin’s drawer and ask for something.',
		'Then, in another browser, sign in as Jo: it is on her plan. Answer it.',
		'What you do stays between starts. Begin anew with: npm run reset'
	];
}

const ONLY_HERE =
	'Only this computer can reach it. For tablets, put a server with https in front and set TRUST_PROXY=1.';

function portTaken(problem: unknown, port: number): unknown {
	const taken = problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE';
	return taken
		? new WillNotStart(`Something is already using port ${port}. Choose another: PORT=${port + 1} npm start`)
		: problem;
}

function stop(served: Served, home: Home): void {
	served
		.close()
		.then(() => home.close())
		.then(
			() => process.exit(0),
			() => process.exit(1)
		);
}

start().catch((problem: unknown) => {
	log(problem instanceof WillNotStart ? problem.message : inspect(problem));
	process.exit(1);
});
