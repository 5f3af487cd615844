import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cache, type Browsers } from './browser.ts';

/**
 * Finds a Chromium to test with, or installs one, and keeps its path for the tests' configurations. In this order:
 * CHROMIUM_PATH, the system's, Playwright's own, Playwright's download, Debian's package (as root). Journeys take Debian's shell
 * without a window where it can be had: a quarter less work. What looks at a browser's disk takes the whole browser.
 */
const SHELL = 'chromium-headless-shell';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const ELSEWHERE = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

function runs(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
	} catch {
		return false;
	}
	// Ubuntu's /usr/bin/chromium-browser is a script that asks for snap: only --version tells.
	if (process.platform === 'win32') return true;
	return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 15_000 }).status === 0;
}

const inPath = (names: string[]): string[] =>
	(process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

const systems = (): string | undefined => [...inPath(NAMES), ...ELSEWHERE].find(runs);

async function playwrights(): Promise<string | undefined> {
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return existsSync(path) ? path : undefined;
}

function run(command: string, args: string[], timeout: number): boolean {
	console.error(`ensure-browser: ${command} ${args.join(' ')}`);
	const shell = process.platform === 'win32';
	return spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout, shell }).status === 0;
}

async function downloaded(): Promise<string | undefined> {
	return run('npx', ['playwright', 'install', 'chromium'], 180_000) ? playwrights() : undefined;
}

/** Installs a package of Debian's. Whether it came. */
function installs(name: string): boolean {
	if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
	process.env['DEBIAN_FRONTEND'] = 'noninteractive';
	const install = () => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], 400_000);
	return install() || (run('apt-get', ['update', '-qq'], 120_000) && install());
}

const debians = (): string | undefined => (installs('chromium') ? systems() : undefined);

async function whole(): Promise<string | undefined> {
	const here = systems() ?? (await playwrights());
	return here ?? (mayInstall ? ((await downloaded()) ?? debians()) : undefined);
}

function shell(): string | undefined {
	const here = () => inPath([SHELL]).find(runs);
	return here() ?? (mayInstall && installs(SHELL) ? here() : undefined);
}

const mayInstall = !process.env['NO_BROWSER_INSTALL'];
const given = process.env['CHROMIUM_PATH'];
const found = given ? (runs(given) ? given : undefined) : await whole();
if (!found) {
	console.error('ensure-browser: no Chromium found. Install one, or set CHROMIUM_PATH.');
	process.exit(1);
}
const browsers: Browsers = { whole: found, journeys: given ?? shell() ?? found };
mkdirSync(dirname(cache), { recursive: true });
writeFileSync(cache, JSON.stringify(browsers));
console.log(browsers.journeys);
