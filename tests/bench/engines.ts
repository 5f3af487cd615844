/**
 * `npm run bench:engines`: the main journeys of a child in the browsers that Playwright cannot drive here: Firefox (firefox or
 * firefox-esr) and WebKitGTK (webkit2gtk-driver and xvfb), and what Firefox leaves on the disk. What is not installed is named and
 * left out.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { nothingOnDisk } from '../engines/canary.ts';
import type { Engine } from '../engines/engine.ts';
import { openFirefox } from '../engines/firefox.ts';
import { Hands, steps } from '../engines/journey.ts';
import { openWebKit } from '../engines/webkit.ts';

const port = Number(process.env['PORT'] ?? 4197);
const onPath = (name: string) =>
	(process.env['PATH'] ?? '')
		.split(delimiter)
		.map((folder) => join(folder, name))
		.find((path) => existsSync(path));

/** A made-up home of its own for each engine. */
async function openHome() {
	const server = spawn(process.execPath, ['tests/support/demo-server.ts', String(port)]);
	process.once('exit', () => server.kill());
	let printed = '';
	server.stdout.on('data', (part: Buffer) => (printed += part.toString()));
	while (!printed.includes('Sayso is open')) await once(server.stdout, 'data');
	const stop = async () => {
		if (server.exitCode !== null) return;
		const ended = once(server, 'exit');
		server.kill();
		await ended;
	};
	return { base: `http://127.0.0.1:${port}`, stop };
}

async function walk(open: () => Promise<Engine>): Promise<boolean> {
	const home = await openHome();
	const engine = await open();
	try {
		let failed = 0;
		for (const [what, act] of steps(new Hands(engine), home)) {
			const why = await act().then(
				() => null,
				(problem: unknown) => String(problem)
			);
			console.log(`${engine.name}: ${why === null ? 'yes' : 'NO '} ${what}${why === null ? '' : ` (${why})`}`);
			if (why !== null) failed++;
		}
		console.log(`${engine.name}: ${failed === 0 ? 'all passed' : `${failed} failed`}`);
		return failed === 0;
	} finally {
		await engine.close();
		await home.stop();
	}
}

/** What Firefox has written when it is killed. */
async function search(program: string): Promise<boolean> {
	const home = await openHome();
	const engine = await openFirefox(program, port + 1);
	const why = await nothingOnDisk(engine, home.base).then(
		() => null,
		(problem: unknown) => String(problem)
	);
	console.log(
		`Firefox: ${why === null ? 'yes' : 'NO '} nothing that was said lies on the disk${why === null ? '' : ` (${why})`}`
	);
	await engine.close();
	await home.stop();
	return why === null;
}

const firefox = onPath('firefox-esr') ?? onPath('firefox');
const [driver, screen] = [onPath('WebKitWebDriver'), onPath('Xvfb')];
const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
let good = true;
if (firefox) good = (await walk(() => openFirefox(firefox, port + 1))) && (await search(firefox));
else console.log('Firefox: not installed here');
if (driver && screen && browser) good = (await walk(() => openWebKit({ driver, browser, screen }, port + 2))) && good;
else console.log('WebKitGTK: not installed here');
process.exit(good ? 0 : 1);
