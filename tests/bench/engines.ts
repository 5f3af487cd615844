/**
 * `npm run bench:engines`: the main journeys of a child in the browsers that Playwright cannot drive here: Firefox (firefox or
 * firefox-esr) and WebKitGTK (webkit2gtk-driver and xvfb), and what Firefox leaves on the disk. What is not installed is named and
 * left out.
 */
import { nothingOnDisk } from '../engines/canary.ts';
import type { Engine } from '../engines/engine.ts';
import { openFirefox } from '../engines/firefox.ts';
import { installed } from '../engines/installed.ts';
import { Hands, steps } from '../engines/journey.ts';
import { Served } from '../engines/served.ts';
import { openWebKit } from '../engines/webkit.ts';

const port = Number(process.env['PORT'] ?? 4197);

/** A made-up home of its own for each engine. */
async function openHome(): Promise<Served> {
	const home = new Served(port);
	await home.start();
	return home;
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
		await home.close();
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
	await home.close();
	return why === null;
}

const { firefox, webkit } = installed();
let good = true;
if (firefox) good = (await walk(() => openFirefox(firefox, port + 1))) && (await search(firefox));
else console.log('Firefox: not installed here');
if (webkit) good = (await walk(() => openWebKit(webkit, port + 2))) && good;
else console.log('WebKitGTK: not installed here');
process.exit(good ? 0 : 1);
